import type { Money } from '#app/kernel/money.ts';

/** What a notice says of a return. */
export interface ReturnTold {
  id: string;
  name: string;
  /** What the news is about: what goes back, or what of it came in. */
  items: readonly { title: string; variant: string | null; quantity: number; imageUrl: string | null }[];
  labels: readonly { carrier: string | null; number: string | null; url: string | null }[];
  /** What was paid back, as the customer paid it; of a refund. */
  amount: Money | null;
  /** Of what came in, for which nothing is given, and why. */
  refused: readonly { title: string; quantity: number; reason: string }[];
  decline: { reason: string; note: string | null } | null;
}
