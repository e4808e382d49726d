import { z } from 'zod';
import { numericId } from '#app/kernel/ids.ts';
import { decimalString } from '#app/kernel/money.ts';
import { confirm, creditStep, defineChain, NotSent, orderRefund, refundStep, storeCreditGift, Unclear, type StepAt, type StepResult } from '#app/modules/compensation/index.server.ts';
import type { AdminClient } from '#app/platform/shopify/admin-client.ts';
import { currencyCode } from '#app/platform/shopify/currency-code.ts';
import { ProcessReturnDocument, ReturnStandsDocument, type ReturnProcessInput, type ReturnStandingFragment } from '#app/platform/shopify/operations.generated.ts';
import { releaseHoldsOfReturn } from '../exchanges/holds/release-holds.server.ts';
import type { ReturnMoney } from './explain-return.ts';
import { previewReturn, refusedPreview, shippingInput, type ReturnPreview } from './preview-return.server.ts';

const minor = z.number().int().nonnegative();
const discount = z.union([z.object({ percentage: z.number() }), z.object({ amount: minor })]);

/** The form in which a return to be processed is kept with its chain. */
const processing = z.object({
  returnId: z.string(),
  currency: z.string(),
  to: z.enum(['original', 'store_credit']),
  units: z.array(z.object({ id: z.string(), quantity: z.number().int().positive() })),
  exchanges: z.array(z.object({ id: z.string(), quantity: z.number().int().positive(), agreed: z.object({ unitPrice: minor, taxable: z.boolean(), discount: discount.nullable() }).nullable() })),
  shipping: z.union([z.literal('all'), minor]).nullable(),
  duties: z.array(z.object({ id: z.string(), part: z.enum(['all', 'proportional']) })),
  dispositions: z.array(z.object({ lineId: z.string(), reverseLineId: z.string(), quantity: z.number().int().positive(), type: z.enum(['MISSING', 'NOT_RESTOCKED', 'PROCESSING_REQUIRED', 'RESTOCKED']), locationId: z.string().nullable() })),
  /** What was shown, and agreed with Shopify: anything else is not sent. */
  meant: z.object({ refund: minor, owed: minor }),
  /** How far each line was processed before, and which refunds there were. */
  before: z.object({ processed: z.record(z.string(), z.number().int()), refundIds: z.array(z.string()) }),
  creditExpiresAt: z.iso.datetime().nullable(),
  notify: z.boolean(),
  /** What the shop adds, as store credit. */
  bonus: storeCreditGift.nullable(),
  /** Fees that are waived: they stand on the return, so Shopify takes them off and they are given back by a refund of their own. */
  waived: orderRefund.nullable(),
});

/** A return to be processed, as it was meant. */
export type MeantProcessing = z.infer<typeof processing>;

/** Processes some of a return at Shopify, exactly as it was shown, and then gives what the shop adds, and fees it waives, where there are any. */
export const processChain = defineChain<MeantProcessing>({
  kind: 'returns.process',
  input: processing,
  steps: [
    {
      name: 'process',
      async act(ctx, at) {
        const { admin } = ctx;
        const preview = await previewReturn(admin, at.input).catch(refusedPreview);
        if (!preview) throw new NotSent('These units can no longer be processed.');
        refuseChanged(at.input, preview);
        if (at.input.exchanges.length > 0) await releaseHoldsOfReturn(ctx, numericId('Return', at.input.returnId));
        const { returnProcess } = await admin.run(ProcessReturnDocument, { input: inputOf(at.input, preview) });
        if (!returnProcess?.return) throw new Error('Shopify told of no return.');
        return resultOf(at.input, returnProcess.return);
      },
      look: ({ admin }, { input }: StepAt<MeantProcessing>) => lookForProcessing(admin, input),
      confirm: (tx, { chainId }, { refundId }, at) => confirm(tx, chainId, { shopifyId: refundId ?? null, at, roads: ['refund', 'store_credit', 'exchange', 'reship'] }),
    },
    creditStep<MeantProcessing>(({ bonus }) => bonus),
    refundStep<MeantProcessing>(({ waived }) => waived),
  ],
});

/** Whether shipping or duties would have to go back although no money does, which cannot be asked of Shopify. */
export function hasLostExtras({ refund, shipping, duties }: ReturnMoney): boolean {
  return refund === 0 && (shipping.amount > 0 || duties.some(({ amount }) => amount > 0));
}

/** Nothing is sent that is not what was shown to the minor unit. */
function refuseChanged({ meant, before }: MeantProcessing, { ours, check, standing }: ReturnPreview): void {
  if (check.is === 'different') throw new NotSent(`Shopify counts otherwise: ${check.differences.map(({ of, ours: own, shopifys }) => `${of} ${shopifys} and not ${own}`).join(', ')}.`);
  if (ours.refund !== meant.refund || ours.owed !== meant.owed) throw new NotSent(`Shown were ${meant.refund} back and ${meant.owed} owed, now they are ${ours.refund} and ${ours.owed}.`);
  if (hasLostExtras(ours)) throw new NotSent('Shipping or duties cannot go back without a refund.');
  if (Object.entries(before.processed).some(([id, processed]) => standing.processed[id] !== processed)) throw new NotSent('Some of this return was processed meanwhile.');
}

function inputOf(input: MeantProcessing, { shopifys }: ReturnPreview): ReturnProcessInput {
  const amountOf = (amount: number) => ({ amount: decimalString({ minor: amount, currency: input.currency }), currencyCode: currencyCode(input.currency) });
  return {
    returnId: input.returnId,
    returnLineItems: input.units.map(({ id, quantity }) => ({
      id,
      quantity,
      dispositions: input.dispositions
        .filter(({ lineId }) => lineId === id)
        .map((row) => ({ reverseFulfillmentOrderLineItemId: row.reverseLineId, quantity: row.quantity, dispositionType: row.type, locationId: row.locationId })),
    })),
    exchangeLineItems: input.exchanges.map(({ id, quantity }) => ({ id, quantity })),
    notifyCustomer: input.notify,
    ...(shopifys.refund > 0
      ? {
          refundShipping: shippingInput(input.shipping, input.currency),
          refundDuties: input.duties.map(({ id, part }) => ({ dutyId: id, refundType: part === 'all' ? ('FULL' as const) : ('PROPORTIONAL' as const) })),
          financialTransfer: {
            issueRefund: {
              orderTransactions: shopifys.payments.map(({ paymentId, amount }) => ({ parentId: paymentId, transactionAmount: amountOf(amount) })),
              refundMethods: shopifys.credit > 0 ? [{ storeCreditRefund: { amount: amountOf(shopifys.credit), expiresAt: input.creditExpiresAt } }] : [],
            },
          },
        }
      : {}),
  };
}

/** All lines have moved on as meant: it happened. None has: it did not. Anything else was somebody's else, and a person looks. */
async function lookForProcessing(admin: AdminClient, input: MeantProcessing): Promise<StepResult | null> {
  const { return: stands } = await admin.run(ReturnStandsDocument, { id: input.returnId });
  if (!stands) throw new Error(`${input.returnId} cannot be read.`);
  const lines = [...stands.returnLineItems.nodes, ...stands.exchangeLineItems.nodes];
  const moved = [...input.units, ...input.exchanges].map(({ id, quantity }) => {
    const now = lines.find((line) => line.id === id)?.processedQuantity ?? -1;
    const before = input.before.processed[id] ?? 0;
    return now === before ? 'still' : now === before + quantity ? 'moved' : 'otherwise';
  });
  if (moved.every((each) => each === 'still')) return null;
  if (moved.every((each) => each === 'moved')) return resultOf(input, stands);
  throw new Unclear('Some of this return was processed, and not as it was meant.');
}

function resultOf({ before }: MeantProcessing, { refunds }: ReturnStandingFragment): StepResult {
  const made = refunds.nodes.find(({ id }) => !before.refundIds.includes(id));
  return made ? { refundId: made.id } : {};
}
