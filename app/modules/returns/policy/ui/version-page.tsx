import { useNavigate } from '@remix-run/react';
import { BlockStack, Page } from '@shopify/polaris';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { VersionPageView } from '../desk/version-page.server.ts';
import { ChangesList } from './changes-list.tsx';
import { ProblemsBanner } from './problems-banner.tsx';
import { SaidList } from './said-list.tsx';
import { usePolicyAct } from './use-policy-act.ts';
import { usePublished } from './use-published.ts';
import { usePolicyWords } from './words.ts';

/** A policy as it was published, never to be changed, and in what it differed from the one before. */
export function VersionPage({ view: { head, policy, changes, isNewest, revision } }: { view: VersionPageView }) {
  const { t } = usePolicyWords();
  const published = usePublished();
  const navigate = useNavigate();
  const acting = usePolicyAct(() => navigate('/app/settings/returns'));
  const restore = { content: t('versions.restore'), loading: acting.busy !== null, onAction: () => acting.act({ intent: 'restore', after: revision }) };
  return (
    <Page
      title={t('versions.version', { version: head.version })}
      subtitle={published(head)}
      narrowWidth
      backAction={{ content: t('title'), url: '/app/settings/returns' }}
      secondaryActions={isNewest ? [] : [restore]}
    >
      <BlockStack gap="400">
        <ProblemsBanner refused={acting.refused} problems={acting.problems} />
        {changes.length > 0 && (
          <TitledCard title={t('versions.changes', { version: head.version - 1 })}>
            <ChangesList changes={changes} />
          </TitledCard>
        )}
        {policy.rules.map((rule, at) => (
          <TitledCard key={rule.id} title={t('rules.if', { place: at + 1, when: rule.when })} gap="200">
            <SaidList said={rule.settles} />
          </TitledCard>
        ))}
        <TitledCard title={t('base.title')} text={t('base.transit', { count: policy.transitDays })} gap="200">
          <SaidList said={policy.base} />
        </TitledCard>
      </BlockStack>
    </Page>
  );
}
