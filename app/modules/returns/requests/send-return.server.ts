import { gid, numericId } from '#app/kernel/ids.ts';
import { decimalString } from '#app/kernel/money.ts';
import { NotSent, type StepAt, type StepResult } from '#app/modules/compensation/index.server.ts';
import { currencyCode } from '#app/platform/shopify/currency-code.ts';
import { AskForReturnDocument, MakeReturnDocument } from '#app/platform/shopify/operations.generated.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { cut } from '#app/kernel/text.ts';
import { calculateReturn, type PlannedReturn } from '../money/calculate-return.server.ts';
import { requestOfPart, type KeptLine, type KeptPart, type KeptRequest } from './kept-request.server.ts';
import { returnableNow } from './returnable-now.server.ts';
import { takeUnits } from './take-units.ts';

/** The longest words of a customer that Shopify keeps with a line: of a request, and of a return. */
const longest = { ask: 300, open: 255 };

interface Sent {
  request: KeptRequest;
  part: KeptPart;
  lines: KeptLine[];
}

/** Asks Shopify to make the return of a part: open with its exchanges, or asked for where a person decides. */
export async function sendReturn(ctx: ShopContext, { input: { partId } }: StepAt<{ partId: string }>, how: 'ask' | 'open' | 'as agreed'): Promise<StepResult> {
  const sent = await ctx.tx((tx) => requestOfPart(tx, partId));
  if (!sent) throw new NotSent('The wish is not known any more.');
  if (sent.request.withdrawnAt) throw new NotSent('The customer took this wish back.');
  const opens = how === 'open' || (how === 'as agreed' && sent.request.approval === 'nobody');
  const taken = takeUnits(await returnableNow(ctx, sent.request.orderId), sent.lines);
  if (!taken) throw new NotSent('Shopify does not take so many units back any more.');
  if (sent.request.replaces !== null) await checkMoney(ctx, sent, taken);
  const returnLineItems = taken.map(({ wish, fulfillmentLineItemId, quantity }) => ({
    fulfillmentLineItemId,
    quantity,
    returnReasonDefinitionId: gid('ReturnReasonDefinition', wish.reasonId),
    restockingFee: wish.fee > 0 ? { percentage: wish.fee } : null,
    ...(opens ? { returnReasonNote: wordsOf(wish, longest.open) } : { customerNote: wordsOf(wish, longest.ask) || null }),
  }));
  const { part, request } = sent;
  const common = { orderId: gid('Order', request.orderId), returnLineItems, returnShippingFee: part.fee > 0 ? { amount: amountOf(part.fee, part.shown.currency) } : null };
  const made = opens
    ? (await ctx.admin.run(MakeReturnDocument, { input: { ...common, exchangeLineItems: exchangeInputs(sent), requestedAt: request.createdAt.toISOString() } })).returnCreate?.return
    : (await ctx.admin.run(AskForReturnDocument, { input: common })).returnRequest?.return;
  if (!made) throw new Error('Shopify told of no return.');
  return { returnId: numericId('Return', made.id) };
}

/** What was planned while other hands held these units is held against Shopify before it is made. */
async function checkMoney(ctx: ShopContext, sent: Sent, taken: NonNullable<ReturnType<typeof takeUnits<KeptLine>>>): Promise<void> {
  const { part, request } = sent;
  if (part.road === 'warranty') return;
  const planned: PlannedReturn = {
    orderId: gid('Order', request.orderId),
    currency: part.shown.currency,
    units: taken.map(({ wish, fulfillmentLineItemId, quantity }) => ({ fulfillmentLineItemId, quantity, feePercentage: wish.fee })),
    exchanges: exchanged(sent).map(({ exchange, units }) => ({ variantId: gid('ProductVariant', exchange.variantId), quantity: units, discount: exchange.agreed.discount })),
    returnShippingFee: part.fee,
  };
  const { ours, check } = await calculateReturn(ctx.admin, planned);
  if (check.is === 'different' || ours.refund !== part.shown.refund || ours.owed !== part.shown.owed) throw new NotSent('It is no longer what the customer was shown.');
}

function exchangeInputs(sent: Sent) {
  return exchanged(sent).map(({ exchange: { variantId, agreed }, units }) => ({
    variantId: gid('ProductVariant', variantId),
    quantity: units,
    appliedDiscount: agreed.discount && { value: 'percentage' in agreed.discount ? { percentage: agreed.discount.percentage } : { amount: amountOf(agreed.discount.amount, sent.part.shown.currency) } },
  }));
}

function exchanged({ lines }: Sent) {
  return lines.flatMap(({ exchange, units }) => (exchange ? [{ exchange, units }] : []));
}

/** What its customer said of it: first why it should be taken back all the same. */
function wordsOf({ note, exception }: KeptLine, most: number): string {
  return cut([exception ?? '', note].filter((words) => words !== '').join(' · '), most);
}

function amountOf(minor: number, currency: string) {
  return { amount: decimalString({ minor, currency }), currencyCode: currencyCode(currency) };
}
