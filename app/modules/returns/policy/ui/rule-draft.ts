import { decimalString } from '#app/kernel/money.ts';
import type { Condition, ListedTrait, MeasuredTrait, NamedValue, Trait } from '../condition.ts';
import { matters, type Matter } from '../matters.ts';
import type { RulePageView } from '../desk/views.ts';
import { toSettlement, toSettlementDraft, type SettlementDraft } from './settlement-draft.ts';
import { linesOf, minorOf } from './typed-values.ts';

/** Traits whose values are typed, one a line; those of the others are chosen by name. */
export const typedTraits = ['type', 'product_tag', 'discount_code', 'channel', 'order_tag', 'customer_tag'] as const;
export type TypedTrait = (typeof typedTraits)[number];
/** Those that Shopify's own picker offers. */
export type ResourceTrait = Exclude<ListedTrait, TypedTrait | 'country' | 'reason'>;

/** A condition as its fields hold it: amounts and lists as they are typed. */
export type ConditionDraft =
  | { trait: TypedTrait; is: 'one_of' | 'none_of'; typed: string }
  | { trait: 'country' | 'reason'; is: 'one_of' | 'none_of'; values: NamedValue[] }
  | { trait: ResourceTrait; is: 'one_of' | 'none_of'; values: NamedValue[] }
  | { trait: MeasuredTrait; min: string; max: string }
  | { trait: 'bought'; from: string; to: string };

/** A rule as its form holds it. */
export interface RuleDraft {
  place: number;
  when: ConditionDraft[];
  /** What the rule speaks of; the fields of the rest are kept, and say nothing. */
  speaks: Matter[];
  settles: SettlementDraft;
  transitDays: number;
}

const isTyped = (trait: ListedTrait): trait is TypedTrait => typedTraits.some((typed) => typed === trait);
const isMoney = (trait: Trait) => trait === 'price' || trait === 'spent';

/** What a condition begins with. */
export function newCondition(trait: Trait): ConditionDraft {
  if (trait === 'bought') return { trait, from: '', to: '' };
  if (trait === 'price' || trait === 'discount' || trait === 'orders' || trait === 'spent' || trait === 'returns' || trait === 'return_rate') return { trait, min: '', max: '' };
  return isTyped(trait) ? { trait, is: 'one_of', typed: '' } : { trait, is: 'one_of', values: [] };
}

/** A rule as its form shows it, amounts in the shop's currency; what holds in general where there is no rule. */
export function toRuleDraft({ rule, place, base, transitDays }: RulePageView, currency: string): RuleDraft {
  return {
    place,
    when: (rule?.when ?? []).map((condition) => toConditionDraft(condition, currency)),
    speaks: matters.filter((matter) => rule?.settles[matter] !== undefined),
    settles: toSettlementDraft({ ...base, ...rule?.settles }, currency),
    transitDays,
  };
}

function toConditionDraft(condition: Condition, currency: string): ConditionDraft {
  if (condition.trait === 'bought') return { trait: 'bought', from: condition.from ?? '', to: condition.to ?? '' };
  if ('values' in condition) {
    const { trait, is, values } = condition;
    return isTyped(trait) ? { trait, is, typed: values.map(({ value }) => value).join('\n') } : { trait, is, values };
  }
  const { trait, min, max } = condition;
  const shown = (bound: number | null) => (bound === null ? '' : isMoney(trait) ? decimalString({ minor: bound, currency }) : String(bound));
  return { trait, min: shown(min), max: shown(max) };
}

/** What a rule's form sends; the server says what is wrong with it. */
export function toRuleForm({ place, when, speaks, settles }: RuleDraft, currency: string): object {
  const all = toSettlement(settles, currency);
  return { place, when: when.map((draft) => toCondition(draft, currency)), settles: Object.fromEntries(speaks.map((matter) => [matter, all[matter]])) };
}

/** What the form of the base sends. */
export function toBaseForm({ settles, transitDays }: RuleDraft, currency: string): object {
  return { base: toSettlement(settles, currency), transitDays };
}

function toCondition(draft: ConditionDraft, currency: string): object {
  if (draft.trait === 'bought') return { trait: draft.trait, from: draft.from || null, to: draft.to || null };
  if ('typed' in draft) return { trait: draft.trait, is: draft.is, values: linesOf(draft.typed).map((value) => ({ value, name: value })) };
  if ('values' in draft) return draft;
  const { trait, min, max } = draft;
  const meant = (typed: string) => (typed.trim() === '' ? null : isMoney(trait) ? minorOf(typed, currency) : Number(typed));
  return { trait, min: meant(min), max: meant(max) };
}
