import { FormLayout, InlineStack, Select, Tag, TextField, BlockStack } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { useCountries } from '#app/ui/use-countries.ts';
import { listOf, type ConditionDraft } from './rules-draft.ts';
import { useRulesWords } from './words.ts';

export interface Choices {
  /** Codes of countries to choose from. */
  countries: readonly string[];
  carriers: readonly { key: string; name: string }[];
}

interface Props extends Choices {
  condition: ConditionDraft;
  errorOf(path: string): string | undefined;
  onChange(condition: ConditionDraft): void;
}

/** The fields of one condition: what it asks for decides which. */
export function ConditionFields({ condition, countries, carriers, errorOf, onChange }: Props) {
  const { t } = useRulesWords();
  const { shop: { currency } } = useAdmin();
  const named = useCountries(countries);
  if ('typed' in condition) {
    const { trait, is, typed } = condition;
    const wrong = errorOf('values') ?? listOf(typed).map((_, at) => errorOf(`values.${at}`)).find(Boolean);
    const change = (part: { is?: 'one_of' | 'none_of'; typed?: string }) => onChange({ ...condition, ...part });
    const options = trait === 'country' ? named : carriers.map(({ key, name }) => ({ value: key, label: name }));
    return (
      <FormLayout>
        <Select label={t('audience.is')} options={[{ value: 'one_of', label: t('audience.one_of') }, { value: 'none_of', label: t('audience.none_of') }]} value={is} onChange={(chosen) => change({ is: chosen === 'none_of' ? 'none_of' : 'one_of' })} />
        {trait === 'country' || trait === 'carrier' ? (
          <Picked label={t('audience.values')} options={options} values={listOf(typed)} error={wrong} onChange={(values) => change({ typed: values.join(', ') })} />
        ) : (
          <TextField label={t('audience.values')} helpText={t(trait === 'product' ? 'audience.productHelp' : 'audience.valuesHelp')} autoComplete="off" value={typed} onChange={(next) => change({ typed: next })} error={wrong} />
        )}
      </FormLayout>
    );
  }
  const money = condition.trait === 'orders' ? {} : { suffix: currency, step: 0.01 };
  const bound = (side: 'min' | 'max') => (
    <TextField label={t(`audience.${side}`)} type="number" inputMode="decimal" min={0} {...money} autoComplete="off" value={condition[side]} onChange={(typed) => onChange({ ...condition, [side]: typed })} error={errorOf(side)} />
  );
  return (
    <FormLayout>
      <FormLayout.Group condensed>
        {bound('min')}
        {bound('max')}
      </FormLayout.Group>
    </FormLayout>
  );
}

interface PickedProps {
  label: string;
  options: readonly { value: string; label: string }[];
  values: readonly string[];
  error: string | undefined;
  onChange(values: string[]): void;
}

/** Values chosen one by one from a list. */
function Picked({ label, options, values, error, onChange }: PickedProps) {
  const { t } = useRulesWords();
  const nameOf = (value: string) => options.find((option) => option.value === value)?.label ?? value;
  return (
    <BlockStack gap="200">
      <Select label={label} placeholder={t('audience.addValue')} options={options.filter(({ value }) => !values.includes(value)).map((option) => ({ ...option }))} value="" onChange={(chosen) => onChange([...values, chosen])} error={error} />
      {values.length > 0 && (
        <InlineStack gap="100">
          {values.map((value) => (
            <Tag key={value} onRemove={() => onChange(values.filter((other) => other !== value))} accessibilityLabel={t('audience.removeValue', { value: nameOf(value) })}>
              {nameOf(value)}
            </Tag>
          ))}
        </InlineStack>
      )}
    </BlockStack>
  );
}
