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
