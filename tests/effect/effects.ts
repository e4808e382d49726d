import { differenceOf, shareOf, type Tally } from '#app/kernel/interval.ts';
import type { Effect } from '../../app/modules/effect/views.ts';

const arm = (counted: Tally, enrolled = counted.of) => ({ enrolled, counted, share: counted.of < 20 ? null : shareOf(counted, 0.95) });

/** A hold-out of a fifth that runs since the 1st, as wished. */
export function effect(told: Tally, heldOut: Tally, more: Partial<Effect> = {}): Effect {
  return {
    holdOut: { id: '3', share: 20, startedAt: new Date('2026-11-01T12:00:00Z'), endedAt: null, endedFor: null },
    told: arm(told, told.of + 40),
    heldOut: arm(heldOut, heldOut.of + 10),
    difference: told.of < 20 || heldOut.of < 20 ? null : differenceOf(heldOut, told, 0.95),
    confidence: 0.95,
    sound: true,
    odds: 3.14,
    needed: 4_000,
    daysLeft: 30,
    ...more,
  };
}
