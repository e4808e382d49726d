import { decimalString, parseMoney } from '#app/kernel/money.ts';
import { isListed, type Condition, type ListedTrait, type MeasuredTrait, type Trait } from '../../condition.ts';
import type { KindRules } from '../../kind-rules.ts';

/** A condition as its fields hold it: amounts and lists as they are typed. */
export type ConditionDraft = { trait: ListedTrait; is: 'one_of' | 'none_of'; typed: string } | { trait: MeasuredTrait; min: string; max: string };

/** The rules of a kind as their form holds them. */
export interface RulesDraft {
  when: 'once' | 'later' | 'gathered';
  waitHours: number;
  gatherHours: number;
  inBusinessHours: boolean;
  audience: ConditionDraft[];
  reviewUrl: string;
}

/** What a condition begins with. */
export function newCondition(trait: Trait): ConditionDraft {
  return trait === 'value' || trait === 'orders' || trait === 'spent' ? { trait, min: '', max: '' } : { trait, is: 'one_of', typed: '' };
}

/** The rules as a form shows them; amounts in the shop's currency. */
export function toDraft({ waitHours, inBusinessHours, gatherHours, audience, reviewUrl }: KindRules, currency: string): RulesDraft {
  return {
    when: gatherHours !== null ? 'gathered' : waitHours > 0 ? 'later' : 'once',
    waitHours: waitHours || 4,
    gatherHours: gatherHours ?? 48,
    inBusinessHours,
    audience: audience.map((condition) => {
      if (isListed(condition)) return { trait: condition.trait, is: condition.is, typed: condition.values.join(', ') };
      const { trait, min, max } = condition;
      const shown = (bound: number | null) => (bound === null ? '' : trait === 'orders' ? String(bound) : decimalString({ minor: bound, currency }));
      return { trait, min: shown(min), max: shown(max) };
    }),
    reviewUrl: reviewUrl ?? '',
  };
}

/** The rules a form means; the server says what is wrong with them. */
export function toRules({ when, waitHours, gatherHours, inBusinessHours, audience, reviewUrl }: RulesDraft, currency: string): KindRules {
  return {
    waitHours: when === 'later' ? waitHours : 0,
    gatherHours: when === 'gathered' ? gatherHours || 0 : null,
    inBusinessHours,
    audience: audience.map((draft) => toCondition(draft, currency)),
    reviewUrl: reviewUrl.trim() || null,
  };
}

/** A condition as it is meant. */
export function toCondition(draft: ConditionDraft, currency: string): Condition {
  if ('typed' in draft) return { trait: draft.trait, is: draft.is, values: listOf(draft.typed) };
  const meant = (typed: string) => (typed.trim() === '' ? null : draft.trait === 'orders' ? Number(typed) : parseMoney(typed, currency).minor);
  return { trait: draft.trait, min: meant(draft.min), max: meant(draft.max) };
}

/** The single values of a typed list. */
export function listOf(typed: string): string[] {
  return [...new Set(typed.split(/[,;，；、\n]+/).map((value) => value.trim()).filter((value) => value !== ''))];
}
