import { InlineStack, Tag } from '@shopify/polaris';
import type { NamedValue } from '../condition.ts';
import { usePolicyWords } from './words.ts';

/** Chosen values, each to be taken out again. */
export function ValueTags({ values, onRemove }: { values: readonly NamedValue[]; onRemove(value: string): void }) {
  const { t } = usePolicyWords();
  if (values.length === 0) return null;
  return (
    <InlineStack gap="100">
      {values.map(({ value, name }) => (
        <Tag key={value} onRemove={() => onRemove(value)} accessibilityLabel={t('when.removeValue', { value: name })}>
          {name}
        </Tag>
      ))}
    </InlineStack>
  );
}
