import type { StaffOrder } from '../../../app/modules/extensions/answers.ts';

export type BlockAnswer = { is: 'loading' } | { is: 'told'; told: StaffOrder } | { is: 'unknown' } | { is: 'failed' };

/** Asks the app about an order. The admin resolves the path against the app's address and adds who is asking. */
export async function askForOrder(orderId: string): Promise<BlockAnswer> {
  const id = /(\d+)$/.exec(orderId)?.[1];
  if (id === undefined) return { is: 'unknown' };
  try {
    const answer = await fetch(`/admin-block/orders/${id}`);
    if (answer.ok) return { is: 'told', told: (await answer.json()) as StaffOrder };
    return { is: answer.status === 404 ? 'unknown' : 'failed' };
  } catch {
    return { is: 'failed' };
  }
}
