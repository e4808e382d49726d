import type { PromiseRules } from '../rules.ts';

/** The rules as their form holds them: places as they are typed. */
export interface RulesDraft extends Omit<PromiseRules, 'zones'> {
  zones: ZoneDraft[];
}

export interface ZoneDraft extends Omit<PromiseRules['zones'][number], 'places'> {
  places: string;
}

export const newZone: ZoneDraft = { name: '', places: '', carrier: null, transit: { min: 2, max: 5 } };

export function toRulesDraft(rules: PromiseRules): RulesDraft {
  return { ...rules, zones: rules.zones.map((zone) => ({ ...zone, places: zone.places.join(', ') })) };
}

/** The rules a form means; the server says what is wrong with them. */
export function toRules(draft: RulesDraft): PromiseRules {
  return { ...draft, zones: draft.zones.map((zone) => ({ ...zone, places: zone.places.toUpperCase().split(/[\s,;，；]+/).filter((place) => place !== '') })) };
}
