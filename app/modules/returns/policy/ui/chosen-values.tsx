import { BlockStack, Select } from '@shopify/polaris';
import type { NamedValue } from '../condition.ts';
import type { Choice } from '../desk/views.ts';
import { ValueTags } from './value-tags.tsx';
import { usePolicyWords } from './words.ts';

interface Props {
  label: string;
  choices: readonly Choice[];
  values: readonly NamedValue[];
  error: string | undefined;
  onChange(values: NamedValue[]): void;
}

/** Values chosen one by one from a list. */
export function ChosenValues({ label, choices, values, error, onChange }: Props) {
  const { t } = usePolicyWords();
  const open = choices.filter(({ value }) => !values.some((chosen) => chosen.value === value));
  const named = values.map((chosen) => choices.find(({ value }) => value === chosen.value) ?? chosen);
  const add = (value: string) => onChange([...values, ...open.filter((choice) => choice.value === value)]);
  return (
    <BlockStack gap="200">
      <Select label={label} placeholder={t('when.addValue')} options={open.map(({ value, name }) => ({ value, label: name }))} value="" onChange={add} error={error} />
      <ValueTags values={named} onRemove={(value) => onChange(values.filter((other) => other.value !== value))} />
    </BlockStack>
  );
}
