import { notFound } from '#app/kernel/errors.ts';
import { decimalString } from '#app/kernel/money.ts';
import { currencyCode } from '#app/platform/shopify/currency-code.ts';
import { AdminApiError } from '#app/platform/shopify/errors.ts';
import { ReturnMoneyDocument, type RefundShippingInput, type ReturnMoneyQuery } from '#app/platform/shopify/operations.generated.ts';
import type { AdminClient } from '#app/platform/shopify/admin-client.ts';
import { crossCheck, type CrossCheck, type ShopifysOutcome } from './cross-check.ts';
import type { ExchangeUnits } from './exchange-amounts.ts';
import { explainReturn, type ReturnMoney, type WantedReturn } from './explain-return.ts';
import type { ReturnUnits } from './line-amounts.ts';
import type { OrderMoney } from './order-money.ts';
import { sumOf } from './portion.ts';
import { minorOf, readOrderMoney } from './read-order-money.ts';
import { readOutcome } from './read-outcome.ts';
import { shareOverPayments, type PaymentBack } from './share-over-payments.ts';

/** What an exchange line was agreed to cost; Shopify keeps no price with it. */
export type AgreedExchange = Pick<ExchangeUnits, 'discount' | 'taxable' | 'unitPrice'>;

/** Units of a return to be processed now, by Shopify's ids of its lines. */
export interface Processing extends Pick<WantedReturn, 'duties' | 'shipping'> {
  returnId: string;
  units: { id: string; quantity: number }[];
  exchanges: { id: string; quantity: number; agreed: AgreedExchange | null }[];
  to: 'original' | 'store_credit';
  /** Of the amounts in it. */
  currency: string;
}

/** What processing some of a return would mean: Shopify's word, our account of it, and whether they agree. */
export interface ReturnPreview {
  order: OrderMoney;
  ours: ReturnMoney;
  back: { payments: PaymentBack[]; credit: number };
  shopifys: ShopifysOutcome;
  check: CrossCheck;
  /** How far each line is processed, and which refunds there are. */
  standing: { processed: Record<string, number>; refundIds: string[] };
}

type Told = NonNullable<ReturnMoneyQuery['return']>;

/** Asks Shopify what processing some of a return would mean, and checks it against our own account. Moves nothing. */
export async function previewReturn(admin: AdminClient, processing: Processing): Promise<ReturnPreview> {
  const { returnId, units, exchanges, shipping, duties, to, currency } = processing;
  const { return: told } = await admin.run(ReturnMoneyDocument, {
    id: returnId,
    units: units.map(({ id, quantity }) => ({ id, quantity })),
    exchanges: exchanges.map(({ id, quantity }) => ({ id, quantity })),
    shipping: shippingInput(shipping, currency),
    duties: duties.map(({ id, part }) => ({ dutyId: id, refundType: part === 'all' ? ('FULL' as const) : ('PROPORTIONAL' as const) })),
    to: to === 'original' ? 'ORIGINAL_PAYMENT_METHODS' : 'STORE_CREDIT',
  });
  if (!told?.suggestedFinancialOutcome) throw notFound('return');
  const order = readOrderMoney(told.order);
  const agreed = exchanges.flatMap((line) => agreedUnits(told, line));
  const fee = wasCharged(told) || (units.length === 0 && exchanges.length === 0) ? 0 : sumOf(told.returnShippingFees.map(({ amountSet }) => minorOf(amountSet)));
  const ours = explainReturn(order, { units: units.map((row) => returnUnits(told, row)), exchanges: agreed, returnShippingFee: fee || null, shipping, duties });
  const back = to === 'original' ? { payments: shareOverPayments(order.payments, ours.refund), credit: 0 } : { payments: [], credit: ours.refund };
  const shopifys = readOutcome(told.suggestedFinancialOutcome);
  return { order, ours, back, shopifys, check: crossCheck(ours, back, shopifys), standing: standingOf(told, [...units, ...exchanges]) };
}

/** What of the order's shipping is given back, as Shopify is asked and told. */
export function shippingInput(shipping: WantedReturn['shipping'], currency: string): RefundShippingInput | null {
  if (shipping === null) return null;
  return shipping === 'all' ? { fullRefund: true } : { shippingRefundAmount: { amount: decimalString({ minor: shipping, currency }), currencyCode: currencyCode(currency) } };
}

/** Shopify refuses to preview what can no longer be processed; whatever else goes wrong is thrown on. */
export function refusedPreview(error: unknown): null {
  if (error instanceof AdminApiError && error.has('BAD_REQUEST')) return null;
  throw error;
}

function standingOf({ refunds, returnLineItems, exchangeLineItems }: Told, wanted: readonly { id: string }[]): ReturnPreview['standing'] {
  const lines = [...returnLineItems.nodes, ...exchangeLineItems.nodes].filter(({ id }) => wanted.some((row) => row.id === id));
  return { processed: Object.fromEntries(lines.map(({ id, processedQuantity }) => [id, processedQuantity])), refundIds: refunds.nodes.map(({ id }) => id) };
}

/** The fee for sending goods back is charged with the first units that are processed. */
function wasCharged({ returnLineItems, exchangeLineItems }: Told): boolean {
  return [...returnLineItems.nodes, ...exchangeLineItems.nodes].some(({ processedQuantity }) => processedQuantity > 0);
}

function returnUnits({ returnLineItems }: Told, { id, quantity }: { id: string; quantity: number }): ReturnUnits {
  const line = returnLineItems.nodes.find((candidate) => candidate.id === id);
  if (!line || line.__typename !== 'ReturnLineItem') throw notFound('return line');
  const fee = line.restockingFee && { amount: minorOf(line.restockingFee.amountSet), units: line.quantity, processed: line.processedQuantity };
  return { lineId: line.fulfillmentLineItem.lineItem.id, quantity, fee };
}

/** An exchange whose price was never agreed with us is left out of our account, which then differs from Shopify's. */
function agreedUnits({ exchangeLineItems }: Told, { id, quantity, agreed }: Processing['exchanges'][number]): ExchangeUnits[] {
  const line = exchangeLineItems.nodes.find((candidate) => candidate.id === id);
  if (!line) throw notFound('exchange line');
  return agreed ? [{ ...agreed, id, title: line.title ?? '', quantity, units: line.quantity, processed: line.processedQuantity }] : [];
}
