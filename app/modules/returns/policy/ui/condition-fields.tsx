import { FormLayout, Select, TextField } from '@shopify/polaris';
import { decimals } from '#app/kernel/money.ts';
import { useAdmin } from '#app/ui/admin.tsx';
import { useCountries } from '#app/ui/use-countries.ts';
import type { Choice } from '../desk/views.ts';
import { ChosenValues } from './chosen-values.tsx';
import { PickedResources } from './picked-resources.tsx';
import type { ConditionDraft } from './rule-draft.ts';
import { usePolicyWords } from './words.ts';

export interface Choices {
  /** Codes of countries to choose from. */
  countries: readonly string[];
  reasons: readonly Choice[];
}

interface Props extends Choices {
  condition: ConditionDraft;
  errorOf(path: string): string | undefined;
  onChange(condition: ConditionDraft): void;
}

/** The fields of one condition: what it asks for decides which. */
export function ConditionFields({ condition, errorOf, onChange, ...choices }: Props) {
  if (condition.trait === 'bought') return <DayFields condition={condition} errorOf={errorOf} onChange={onChange} />;
  if ('min' in condition) return <BoundFields condition={condition} errorOf={errorOf} onChange={onChange} />;
  return <ValueFields condition={condition} errorOf={errorOf} onChange={onChange} {...choices} />;
}

type Of<Draft> = Omit<Props, 'condition' | keyof Choices> & { condition: Draft };

function DayFields({ condition, errorOf, onChange }: Of<Extract<ConditionDraft, { trait: 'bought' }>>) {
  const { t } = usePolicyWords();
  return (
    <FormLayout>
      <FormLayout.Group condensed>
        <TextField label={t('when.fromDay')} type="date" autoComplete="off" value={condition.from} onChange={(from) => onChange({ ...condition, from })} error={errorOf('from')} />
        <TextField label={t('when.toDay')} type="date" autoComplete="off" value={condition.to} onChange={(to) => onChange({ ...condition, to })} error={errorOf('to')} />
      </FormLayout.Group>
    </FormLayout>
  );
}

function BoundFields({ condition, errorOf, onChange }: Of<Extract<ConditionDraft, { min: string }>>) {
  const { t } = usePolicyWords();
  const { shop: { currency } } = useAdmin();
  const { trait } = condition;
  const isMoney = trait === 'price' || trait === 'spent';
  const isShare = trait === 'discount' || trait === 'return_rate';
  const kind = isMoney ? { suffix: currency, step: 10 ** -decimals(currency) } : isShare ? { suffix: '%', max: 100 } : {};
  const bound = (side: 'min' | 'max') => (
    <TextField label={t(`when.${side}`)} type="number" inputMode={isMoney ? 'decimal' : 'numeric'} min={0} {...kind} autoComplete="off" value={condition[side]} onChange={(typed) => onChange({ ...condition, [side]: typed })} error={errorOf(side)} />
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

function ValueFields({ condition, countries, reasons, errorOf, onChange }: Of<Extract<ConditionDraft, { is: string }>> & Choices) {
  const { t } = usePolicyWords();
  const named = useCountries(countries).map(({ value, label }) => ({ value, name: label }));
  const values = 'typed' in condition ? condition.typed.split('\n').map((_, at) => at) : condition.values.map((_, at) => at);
  const wrong = errorOf('values') ?? values.flatMap((at) => errorOf(`values.${at}.value`) ?? [])[0];
  const label = t('when.values');
  return (
    <FormLayout>
      <Select
        label={t('when.is')}
        options={[{ value: 'one_of', label: t('when.one_of') }, { value: 'none_of', label: t('when.none_of') }]}
        value={condition.is}
        onChange={(chosen) => onChange({ ...condition, is: chosen === 'none_of' ? 'none_of' : 'one_of' })}
      />
      {'typed' in condition ? (
        <TextField label={label} helpText={t('when.lines')} multiline={3} autoComplete="off" value={condition.typed} onChange={(typed) => onChange({ ...condition, typed })} error={wrong} />
      ) : condition.trait === 'country' || condition.trait === 'reason' ? (
        <ChosenValues label={label} choices={condition.trait === 'country' ? named : reasons} values={condition.values} error={wrong} onChange={(chosen) => onChange({ ...condition, values: chosen })} />
      ) : (
        <PickedResources trait={condition.trait} values={condition.values} error={wrong} onChange={(picked) => onChange({ ...condition, values: picked })} />
      )}
    </FormLayout>
  );
}
