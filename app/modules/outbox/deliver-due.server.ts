import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { deliverMessage } from './deliver-message.server.ts';
import type { Transports } from './hand-over.server.ts';
import type { TruthCheck } from './rules/still-true.server.ts';

/** So many are given out at once, over as many connections: what a job of a worker that dies leaves unclear. */
const atOnce = 10;

/** Takes a message as far as it gets now, and others of the shop that are due with it: in a burst ten share what one would cost. */
export function deliverDue(ctx: ShopContext, transports: Transports, { id }: { id: string }, checks: readonly TruthCheck[] = []): Promise<void> {
  return deliverMessage(ctx, transports, { id, company: atOnce - 1 }, checks);
}
