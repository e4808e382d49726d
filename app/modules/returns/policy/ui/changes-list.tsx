import { Badge, BlockStack, InlineStack, Text } from '@shopify/polaris';
import type { SaidChange } from '../desk/views.ts';
import { usePolicyWords } from './words.ts';

/** In what one policy differs from another, one change a row: as it was and as it is. */
export function ChangesList({ changes }: { changes: readonly SaidChange[] }) {
  const { t } = usePolicyWords();
  return (
    <BlockStack as="ul" gap="300">
      {changes.map((change, at) => (
        <li key={at} style={{ overflowWrap: 'anywhere' }}>
          <BlockStack gap="100">
            <InlineStack>
              <Badge tone={tones[change.kind]}>{change.kind === 'base' && change.matter ? t('change.base', { matter: t(`matter.${change.matter}`) }) : t(`change.${change.kind}`, { matter: '' })}</Badge>
            </InlineStack>
            <Said change={change} />
          </BlockStack>
        </li>
      ))}
    </BlockStack>
  );
}

const tones = { added: 'success', removed: 'critical', moved: 'info', changed: 'attention', base: 'attention', transit_days: 'attention' } as const;

function Said({ change }: { change: SaidChange }) {
  const { t } = usePolicyWords();
  if ('sentence' in change) return <Text as="p">{change.sentence}</Text>;
  const [before, after] = change.kind === 'transit_days' ? [t('base.transit', { count: change.before }), t('base.transit', { count: change.after })] : [change.before, change.after];
  return (
    <>
      <Text as="p" tone="subdued">
        {t('change.before', { words: before })}
      </Text>
      <Text as="p">{t('change.after', { words: after })}</Text>
    </>
  );
}
