import { after, hour } from '#app/kernel/time.ts';
import type { NextStep } from '../next-step.ts';

/** So long after a return was received its customer is to have what was promised. */
const settledWithin = 24 * hour;

/** The steps at which something received is still owed: to be looked at, or to be given. */
export const owedSteps = ['inspect', 'settle'] as const satisfies readonly NextStep[];

/** Until when a return is to be settled; null where nothing was received yet, or nothing is owed any more. */
export function refundTarget({ receivedAt, next }: { receivedAt: Date | null; next: NextStep }): { dueAt: Date } | null {
  if (receivedAt === null || !owedSteps.some((step) => step === next)) return null;
  return { dueAt: after(receivedAt, settledWithin) };
}

/** What was received before then and is still owed is late. */
export function lateBefore(now: Date): Date {
  return after(now, -settledWithin);
}
