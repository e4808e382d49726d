import { BlockStack, Button, InlineStack, Page, Text } from '@shopify/polaris';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { useShellWords } from '#app/ui/words.ts';
import type { PolicyPageView } from '../desk/views.ts';
import { DraftCard } from './draft-card.tsx';
import { PortalCard } from './portal-card.tsx';
import { ProblemsBanner } from './problems-banner.tsx';
import { RulesCard } from './rules-card.tsx';
import { SaidList } from './said-list.tsx';
import { ShopifyRulesCard } from './shopify-rules-card.tsx';
import { usePolicyAct } from './use-policy-act.ts';
import { VersionsCard } from './versions-card.tsx';
import { usePolicyWords } from './words.ts';

interface Props {
  view: PolicyPageView;
  /** How many of the emails about returns are switched off. */
  mailsOff: number;
}

/** The return policy as it is written: its rules in order, what holds in general, what is not published yet, and what was. */
export function PolicyPage({ view: { policy, draft, changes, versions, portal, shopifyFees }, mailsOff }: Props) {
  const { t } = usePolicyWords();
  const shell = useShellWords();
  const acting = usePolicyAct();
  const after = draft?.revision ?? 0;
  return (
    <Page title={t('title')} subtitle={t('intro')} narrowWidth backAction={{ content: shell.t('nav.settings'), url: '/app/settings' }}>
      <BlockStack gap="400">
        <ProblemsBanner refused={acting.refused} problems={acting.problems} />
        <DraftCard draft={draft} changes={changes} published={versions[0] ?? null} acting={acting} />
        <PortalCard portal={portal} mailsOff={mailsOff} acting={acting} />
        <RulesCard rules={policy.rules} after={after} acting={acting} />
        <TitledCard title={t('base.title')} text={t('base.text')} gap="300">
          <SaidList said={policy.base} />
          <Text as="p" tone="subdued">
            {t('base.transit', { count: policy.transitDays })}
          </Text>
          <InlineStack>
            <Button url="/app/settings/returns/rules/base" accessibilityLabel={t('base.editLabel')}>
              {t('edit')}
            </Button>
          </InlineStack>
        </TitledCard>
        <ShopifyRulesCard fees={shopifyFees} />
        <VersionsCard versions={versions} />
      </BlockStack>
    </Page>
  );
}
