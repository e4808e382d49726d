import { createRandom } from '#sandbox/seed/random.ts';
import { armOf, personMark, type Arm } from '../../app/modules/effect/arm.ts';
import { clearHarm, oddsOfHarm } from '../../app/modules/effect/harm.ts';
import type { Tally } from '#app/kernel/interval.ts';

export interface Truth {
  /** Persons whose order is delayed, one an hour. */
  persons: number;
  /** Percent that are held out. */
  share: number;
  /** How likely who was told, and who was not, writes within a week. */
  told: number;
  heldOut: number;
}

interface Person {
  arm: Arm;
  /** In hours since the beginning. */
  delayedAt: number;
  wroteAt: number | null;
}

const week = 168;

/** A shop with a hold-out in which the truth is known, watched after every letter as the app does. */
export function simulateShop(truth: Truth, seed: number, { stops }: { stops: boolean }): { arms: Record<Arm, Tally>; stoppedAt: number | null } {
  const random = createRandom(seed);
  const people: Person[] = Array.from({ length: truth.persons }, (_, delayedAt) => {
    const arm = armOf(personMark(seed, { customerId: String(delayedAt), email: null }) ?? '', truth.share);
    const writes = random.chance(arm === 'held_out' ? truth.heldOut : truth.told);
    return { arm, delayedAt, wroteAt: writes ? delayedAt + Math.min(week - 1, -30 * Math.log(1 - random.next())) : null };
  });
  const stoppedAt = stops ? momentOfClearHarm(people, truth.share) : null;
  const end = stoppedAt ?? truth.persons + week;
  const tally = (arm: Arm): Tally => {
    const counted = people.filter((one) => one.arm === arm && one.delayedAt + week <= end);
    return { of: counted.length, did: counted.filter(({ wroteAt }) => wroteAt !== null).length };
  };
  return { arms: { told: tally('told'), held_out: tally('held_out') }, stoppedAt };
}

function momentOfClearHarm(people: readonly Person[], share: number): number | null {
  const letters = people.flatMap(({ arm, wroteAt }) => (wroteAt === null ? [] : [{ arm, wroteAt }])).sort((one, other) => one.wroteAt - other.wroteAt);
  const wrote = { heldOut: 0, told: 0 };
  for (const { arm, wroteAt } of letters) {
    wrote[arm === 'held_out' ? 'heldOut' : 'told'] += 1;
    if (oddsOfHarm(wrote, share) >= clearHarm) return wroteAt;
  }
  return null;
}
