import type { Bought, Condition, Listed, Measured, NamedValue } from '../condition.ts';
import type { PolicyWords } from './words.ts';

/** So many values are told by name. */
const named = 8;

/** A condition as a part of a sentence. */
export function sayCondition(condition: Condition, words: PolicyWords): string {
  if ('values' in condition) return words.t(`when.${condition.trait}.${condition.is}`, { values: sayValues(condition, words) });
  return sayBounds(condition, boundsOf(condition, words), words);
}

function sayValues({ trait, values }: Listed, words: PolicyWords): string {
  const names = values.map((value) => nameOf(trait, value, words));
  const rest = names.length - named;
  return rest > 1 ? words.t('more', { values: names.slice(0, named).join(', '), count: rest }) : words.anyOf(names);
}

function nameOf(trait: Listed['trait'], value: NamedValue, words: PolicyWords): string {
  if (trait === 'country') return words.country(value.value);
  return trait === 'reason' ? nameReason(value, words) : value.name;
}

/** A reason of Shopify's library by the customer's word for it; any other by the name the shop gave it. */
export function nameReason({ value, name }: NamedValue, words: PolicyWords): string {
  return isKnownReason(value) ? words.t(`reason.${value}`) : name;
}

const knownReasons = ['changed-my-mind', 'item-not-as-described', 'received-the-wrong-item', 'damaged-or-defective', 'too-small', 'too-big', 'style', 'color', 'other-reason', 'unknown'] as const;
const isKnownReason = (handle: string): handle is (typeof knownReasons)[number] => knownReasons.some((known) => known === handle);

interface Bounds {
  min: string | null;
  max: string | null;
}

function boundsOf(condition: Measured | Bought, words: PolicyWords): Bounds {
  if (condition.trait === 'bought') return { min: condition.from && words.day(condition.from), max: condition.to && words.day(condition.to) };
  const write = { price: words.money, spent: words.money, discount: words.percent, return_rate: words.percent, orders: words.number, returns: words.number }[condition.trait];
  return { min: condition.min === null ? null : write(condition.min), max: condition.max === null ? null : write(condition.max) };
}

function sayBounds({ trait }: Measured | Bought, { min, max }: Bounds, { t }: PolicyWords): string {
  if (min !== null && max !== null) return t(`when.${trait}.between`, { min, max });
  return min === null ? t(`when.${trait}.max`, { max: max ?? '' }) : t(`when.${trait}.min`, { min });
}
