import { useAdmin } from '#app/ui/admin.tsx';
import { useCountries } from '#app/ui/use-countries.ts';
import { isListed, type Condition } from '../../condition.ts';
import { useRulesWords } from './words.ts';

/** Says conditions in the reader's words: `It goes to Germany or Austria`. */
export function useConditionWords(conditions: readonly Condition[], carriers: readonly { key: string; name: string }[]): string[] {
  const { t } = useRulesWords();
  const { locale, formats, shop: { currency } } = useAdmin();
  const countries = useCountries(conditions.flatMap((condition) => (condition.trait === 'country' ? condition.values : [])));
  const either = new Intl.ListFormat(locale, { type: 'disjunction' });
  return conditions.map((condition) => {
    if (isListed(condition)) {
      const { trait, is, values } = condition;
      const named = values.map((value) => countries.find((one) => trait === 'country' && one.value === value)?.label ?? carriers.find(({ key }) => trait === 'carrier' && key === value)?.name ?? value);
      return t(`condition.${trait}.${is}`, { values: either.format(named) });
    }
    const { trait, min, max } = condition;
    const shown = (bound: number) => (trait === 'orders' ? formats.number(bound) : formats.money({ minor: bound, currency }));
    if (min !== null && max !== null) return t(`condition.${trait}.between`, { min: shown(min), max: shown(max) });
    return min !== null ? t(`condition.${trait}.from`, { min: shown(min) }) : t(`condition.${trait}.to`, { max: shown(max ?? 0) });
  });
}
