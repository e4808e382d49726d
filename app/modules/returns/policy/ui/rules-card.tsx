import { BlockStack, Button, ButtonGroup, Divider, InlineStack, Text } from '@shopify/polaris';
import { ArrowDownIcon, ArrowUpIcon } from '@shopify/polaris-icons';
import { Fragment, useState } from 'react';
import { RemoveDialog } from '#app/ui/remove-dialog.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { SaidRule } from '../desk/views.ts';
import { SaidList } from './said-list.tsx';
import type { PolicyAct } from './use-policy-act.ts';
import { usePolicyWords } from './words.ts';

interface Props {
  rules: readonly SaidRule[];
  /** The revision that is shown. */
  after: number;
  acting: PolicyAct;
}

/** The rules in the order in which they count, each as a sentence, to be edited, moved and removed. */
export function RulesCard({ rules, after, acting }: Props) {
  const { t } = usePolicyWords();
  const [leaving, setLeaving] = useState<string | null>(null);
  const place = rules.findIndex(({ id }) => id === leaving) + 1;
  const remove = () => {
    if (leaving !== null) acting.act({ intent: 'remove', after, id: leaving });
    setLeaving(null);
  };
  return (
    <TitledCard title={t('rules.title')} text={t('rules.text')}>
      {rules.length === 0 && <Text as="p">{t('rules.none')}</Text>}
      {rules.map((rule, at) => (
        <Fragment key={rule.id}>
          {at > 0 && <Divider />}
          <BlockStack gap="200">
            <div style={{ overflowWrap: 'anywhere' }}>
              <Text as="h3" variant="headingSm">
                {t('rules.if', { place: at + 1, when: rule.when })}
              </Text>
            </div>
            <SaidList said={rule.settles} />
            <InlineStack gap="200" align="space-between">
              <ButtonGroup>
                <Button url={`/app/settings/returns/rules/${rule.id}`} accessibilityLabel={t('rules.editLabel', { place: at + 1 })}>
                  {t('edit')}
                </Button>
                <Button variant="tertiary" tone="critical" accessibilityLabel={t('rules.removeLabel', { place: at + 1 })} onClick={() => setLeaving(rule.id)}>
                  {t('rules.remove')}
                </Button>
              </ButtonGroup>
              {rules.length > 1 && (
                <ButtonGroup>
                  <Button icon={ArrowUpIcon} accessibilityLabel={t('rules.up', { place: at + 1 })} disabled={at === 0 || acting.busy !== null} onClick={() => acting.act({ intent: 'move', after, id: rule.id, by: -1 })} />
                  <Button icon={ArrowDownIcon} accessibilityLabel={t('rules.down', { place: at + 1 })} disabled={at === rules.length - 1 || acting.busy !== null} onClick={() => acting.act({ intent: 'move', after, id: rule.id, by: 1 })} />
                </ButtonGroup>
              )}
            </InlineStack>
          </BlockStack>
        </Fragment>
      ))}
      {rules.length < 100 && (
        <InlineStack>
          <Button url="/app/settings/returns/rules/new">{t('rules.add')}</Button>
        </InlineStack>
      )}
      <RemoveDialog open={place > 0} busy={acting.busy === 'remove'} title={t('rules.removeTitle', { place })} text={t('rules.removeText')} onRemove={remove} onClose={() => setLeaving(null)} />
    </TitledCard>
  );
}
