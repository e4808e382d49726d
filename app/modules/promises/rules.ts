import { z } from 'zod';
import type { Setting } from '#app/modules/settings/index.server.ts';
import type { PromiseSource } from './promise.ts';

const weekdays = z.array(z.number().int().min(1).max(7)).min(1, 'required').max(7);
const country = z.string().regex(/^[A-Z]{2}$/, 'country');
const days = z.number().int('days').min(0, 'days').max(180, 'days');
const span = z.object({ min: days, max: days }).refine(({ min, max }) => min <= max, 'range');

/** How long parcels of some countries (`DE`) or regions of them (`US-AK`) are under way, in days on which parcels are delivered. */
const zone = z.object({
  name: z.string().trim().min(1, 'required').max(60, 'tooLong'),
  places: z.array(z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'place')).min(1, 'required').max(300),
  /** Key of the carrier this holds for; null for every carrier. */
  carrier: z.string().nullable(),
  transit: span,
});

const sources = ['carrier', 'shopify', 'learned', 'rule'] as const satisfies readonly PromiseSource[];

const promiseRulesSchema = z.object({
  /** An order placed later than this, on the shop's clocks, counts as placed the next working day. */
  cutOff: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time'),
  /** Days on which the shop packs, 1 for Monday. */
  workingDays: weekdays,
  /** Days on which carriers deliver, 1 for Monday. */
  deliveryDays: weekdays,
  processing: span,
  /** Where the shop sends from when nothing tells it. */
  origin: country.nullable(),
  zones: z.array(zone).max(100),
  defaultTransit: span,
  /** Public holidays of both countries count as days without work. */
  respectHolidays: z.boolean(),
  /** The shop's own days off. */
  ownHolidays: z.array(z.iso.date('date')).max(400),
  /** Who is believed first. What is left out is not used. */
  sources: z.array(z.enum(sources)).min(1, 'required').max(sources.length).refine((listed) => new Set(listed).size === listed.length, 'twice'),
});

export type PromiseRules = z.infer<typeof promiseRulesSchema>;

/** What the merchant promises, and whom to believe. */
export const promiseRulesSetting: Setting<PromiseRules> = {
  name: 'promises.rules',
  schema: promiseRulesSchema,
  initial: {
    cutOff: '14:00',
    workingDays: [1, 2, 3, 4, 5],
    deliveryDays: [1, 2, 3, 4, 5, 6],
    processing: { min: 0, max: 2 },
    origin: null,
    zones: [],
    defaultTransit: { min: 3, max: 10 },
    respectHolidays: true,
    ownHolidays: [],
    sources: ['carrier', 'shopify', 'learned', 'rule'],
  },
};

/** The transit the merchant promises to a place: the most exact zone that names it, one for the carrier before one for all. */
export function transitTo(rules: PromiseRules, place: { carrier: string | null; destination: string | null; destinationProvince: string | null }): { name: string | null; min: number; max: number } {
  const exact = place.destinationProvince === null ? null : `${place.destination}-${place.destinationProvince}`;
  const found = rules.zones
    .filter((candidate) => candidate.carrier === null || candidate.carrier === place.carrier)
    .map((candidate) => ({ candidate, place: exact !== null && candidate.places.includes(exact) ? 2 : candidate.places.includes(place.destination ?? '') ? 1 : 0 }))
    .filter((match) => match.place > 0)
    .sort((left, right) => right.place - left.place || Number(right.candidate.carrier !== null) - Number(left.candidate.carrier !== null))[0];
  return found ? { name: found.candidate.name, ...found.candidate.transit } : { name: null, ...rules.defaultTransit };
}
