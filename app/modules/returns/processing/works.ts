import type { NextStep } from '../next-step.ts';
import type { ReturnView } from '../views.ts';
import { unitsToProcess } from './units-to-process.ts';

/** The work on an open return that has a page of its own. */
export type Work = 'receive' | 'refund';

/** What is done next, where it is work. */
export const dueWork: Partial<Record<NextStep, Work>> = { inspect: 'receive', settle: 'refund' };

/** What is left to do on a return. */
export function worksOn(view: Pick<ReturnView, 'exchangeLines' | 'inspections' | 'lines' | 'received' | 'status'>): Work[] {
  if (view.status !== 'open') return [];
  const lookedAt = view.received.reduce((sum, { quantity }) => sum + quantity, 0);
  const all = view.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const goodsLeft = view.exchangeLines.some(({ quantity, processed }) => processed < quantity);
  return [...(lookedAt < all ? ['receive' as const] : []), ...(goodsLeft || unitsToProcess(view).length > 0 ? ['refund' as const] : [])];
}
