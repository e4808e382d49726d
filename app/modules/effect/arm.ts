import { createHash } from 'node:crypto';

/** The two sides of a hold-out: who is told of a delay, and who is not. */
export type Arm = 'told' | 'held_out';

/** A person as the hold-out remembers them, without a name: the customer, or the address where no customer is known. */
export function personMark(shopId: number, { customerId, email }: { customerId: string | null; email: string | null }): string | null {
  const person = customerId ?? email?.trim().toLowerCase();
  return person ? createHash('sha256').update(`hold-out:${shopId}:${person}`).digest('base64url') : null;
}

/** The side of a person where so many of a hundred are held out: always the same, and as good as drawn by lot. */
export function armOf(person: string, share: number): Arm {
  const drawn = createHash('sha256').update(person).digest().readUInt32BE() / 2 ** 32;
  return drawn < share / 100 ? 'held_out' : 'told';
}

/** So many standard deviations from the share are not chance: one measurement in 100,000 would be so far off at its end. */
const farthest = 4.5;

/** Whether as many stand on each side as the lot puts there: where they do not, something else decides who takes part, and the sides are not alike. */
export function isDrawnByLot({ told, heldOut }: { told: number; heldOut: number }, share: number): boolean {
  const chance = share / 100;
  const all = told + heldOut;
  return Math.abs(heldOut - all * chance) <= farthest * Math.sqrt(all * chance * (1 - chance));
}
