import { gid, numericId } from '#app/kernel/ids.ts';
import { decimalString } from '#app/kernel/money.ts';
import { after, minute } from '#app/kernel/time.ts';
import { NotSent, Unclear, type StepAt, type StepResult } from '#app/modules/compensation/index.server.ts';
import { currencyCode } from '#app/platform/shopify/currency-code.ts';
import { AskForReturnDocument, MakeReturnDocument, ReturnsMadeDocument } from '#app/platform/shopify/operations.generated.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { calculateReturn, type PlannedReturn } from '../money/calculate-return.server.ts';
import { requestOfPart, type KeptLine, type KeptPart, type KeptRequest } from './kept-request.server.ts';
import { returnableNow } from './returnable-now.server.ts';
import { takeUnits } from './take-units.ts';

/** The longest words of a customer that Shopify keeps with a line: of a request, and of a return. */
const longest = { ask: 300, open: 255 };

/** Shopify's clock and ours agree to so much. */
const clockSkew = minute;

interface Sent {
  request: KeptRequest;
  part: KeptPart;
  lines: KeptLine[];
}

/** Asks Shopify to make the return of a part: open with its exchanges, or asked for where a person decides. */
export async function sendReturn(ctx: ShopContext, { input: { partId } }: StepAt<{ partId: string }>, how: 'ask' | 'open' | 'as agreed'): Promise<StepResult> {
  const sent = await readPart(ctx, partId);
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

/** Looks for a return that was made since it was sent, of the same units, and that nobody else's wish became. */
export async function lookForReturn(ctx: ShopContext, { input: { partId }, sentAt }: StepAt<{ partId: string }>): Promise<StepResult | null> {
  const { request, lines } = await readPart(ctx, partId);
  const { order } = await ctx.admin.run(ReturnsMadeDocument, { orderId: gid('Order', request.orderId) });
  if (!order) throw new Error(`Order ${request.orderId} cannot be read.`);
  const wanted = unitsByLine(lines.map(({ lineId, units }) => [lineId, units]));
  const since = after(sentAt, -clockSkew);
  const alike = order.returns.nodes.filter(({ createdAt, status, returnLineItems }) => {
    const units = returnLineItems.nodes.flatMap((row): [string, number][] => ('fulfillmentLineItem' in row ? [[numericId('LineItem', row.fulfillmentLineItem.lineItem.id), row.quantity]] : []));
    return new Date(createdAt) >= since && (status === 'OPEN' || status === 'REQUESTED') && unitsByLine(units) === wanted;
  });
  const ids = alike.map(({ id }) => numericId('Return', id));
  const known = await ctx.tx((tx) => tx.return_request_parts.findMany({ where: { return_id: { in: ids } }, select: { return_id: true } }));
  const [found, another] = ids.filter((id) => !known.some(({ return_id }) => return_id === id));
  if (another) throw new Unclear('Several returns of these units were made in the same minutes.');
  return found ? { returnId: found } : null;
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

async function readPart(ctx: ShopContext, partId: string): Promise<Sent> {
  const found = await ctx.tx((tx) => requestOfPart(tx, partId));
  if (!found) throw new NotSent('The wish is not known any more.');
  return found;
}

/** What its customer said of it: first why it should be taken back all the same. */
function wordsOf({ note, exception }: KeptLine, most: number): string {
  return [exception ?? '', note].filter((words) => words !== '').join(' · ').slice(0, most);
}

function amountOf(minor: number, currency: string) {
  return { amount: decimalString({ minor, currency }), currencyCode: currencyCode(currency) };
}

function unitsByLine(units: readonly [string, number][]): string {
  const sums = new Map<string, number>();
  for (const [lineId, quantity] of units) sums.set(lineId, (sums.get(lineId) ?? 0) + quantity);
  return [...sums].map(([lineId, quantity]) => `${lineId}:${quantity}`).sort().join(' ');
}
