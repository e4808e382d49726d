import { z } from 'zod';
import { defineChain } from '#app/modules/compensation/index.server.ts';
import { wantReturns } from '../want-returns.server.ts';
import { beginReturns } from './begin-returns.server.ts';
import { areOver, withdrawReturns } from './withdraw-returns.server.ts';

/** Which request is taken back, the returns it became, and the request that comes in its place. */
export interface Withdrawal {
  requestId: string;
  returnIds: string[];
  successor: string | null;
}

/** Takes a request back at Shopify, and begins the one that comes in its place as soon as its units are free. Where somebody has worked on it meanwhile it stays, and nothing takes its place. */
export const withdrawChain = defineChain<Withdrawal>({
  kind: 'returns.withdraw',
  input: z.object({ requestId: z.uuid(), returnIds: z.array(z.string()), successor: z.uuid().nullable() }),
  steps: [
    {
      name: 'cancel',
      act: async ({ admin }, { input: { returnIds } }) => ({ kept: (await withdrawReturns(admin, returnIds)).join(' ') }),
      look: async ({ admin }, { input: { returnIds } }) => ((await areOver(admin, returnIds)) ? { kept: '' } : null),
      async confirm(tx, { orderId, input: { requestId, successor } }, { kept }, now) {
        await wantReturns(tx, [orderId], now);
        if (kept) {
          await tx.return_requests.updateMany({ where: { id: requestId }, data: { withdrawn_at: null } });
          if (successor) await tx.return_requests.updateMany({ where: { id: successor }, data: { withdrawn_at: now } });
          return;
        }
        if (successor) await beginReturns(tx, { requestId: successor, orderId, at: now });
      },
    },
  ],
});
