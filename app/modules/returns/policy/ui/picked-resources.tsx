import { BlockStack, Button, InlineError, InlineStack } from '@shopify/polaris';
import { useLatest } from '#app/ui/use-answer.ts';
import type { NamedValue } from '../condition.ts';
import type { ResourceTrait } from './rule-draft.ts';
import { ValueTags } from './value-tags.tsx';
import { usePolicyWords } from './words.ts';

interface Props {
  trait: ResourceTrait;
  values: readonly NamedValue[];
  error: string | undefined;
  onChange(values: NamedValue[]): void;
}

const types = { product: 'Product', variant: 'ProductVariant', collection: 'Collection' } as const;

/** Products, variants or collections, chosen in Shopify's picker and kept with the name they have. */
export function PickedResources({ trait, values, error, onChange }: Props) {
  const { t } = usePolicyWords();
  const id = `picked-${trait}`;
  // What is picked reaches us a moment after the picker closed: another field may have changed by then.
  const take = useLatest(onChange);
  const pick = async () => {
    const selectionIds = values.map(({ value }) => ({ id: `gid://shopify/${types[trait]}/${value}` }));
    const picked = await globalThis.shopify?.resourcePicker({ type: trait, action: 'select', multiple: 250, selectionIds, filter: { variants: false } });
    if (picked) take.current(picked.map(toNamed));
  };
  return (
    <BlockStack gap="200">
      <InlineStack>
        <Button id={id} onClick={() => void pick()}>
          {t(`pick.${trait}`)}
        </Button>
      </InlineStack>
      <ValueTags values={values} onRemove={(value) => onChange(values.filter((other) => other.value !== value))} />
      {error && <InlineError fieldID={id} message={error} />}
    </BlockStack>
  );
}

/** By the numeric part of its id, as everything of the shop is kept. */
function toNamed({ id, title, displayName }: { id: string; title?: string | undefined; displayName?: string | undefined }): NamedValue {
  const value = id.split('/').at(-1) ?? id;
  return { value, name: (displayName ?? title ?? value).slice(0, 255) };
}
