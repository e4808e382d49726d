import { gid } from '#app/kernel/ids.ts';
import type { AdminClient } from '#app/platform/shopify/admin-client.ts';
import { calculateReturn, type CalculatedReturn, type PlannedReturn } from '../money/calculate-return.server.ts';
import { explainReturn, type ReturnMoney } from '../money/explain-return.ts';
import { shareOverPayments } from '../money/share-over-payments.ts';
import { storeCreditBonus } from '../money/store-credit-bonus.ts';
import type { PlannedExchange, PlannedLine, PlannedPart } from './request.ts';
import type { Part } from './roads.ts';

/** A line whose units are found, before its exchange has a price. */
export type LineToPlan = Omit<PlannedLine, 'exchange'>;

interface Wanted {
  orderId: string;
  currency: string;
  parts: readonly Part[];
  lines: readonly LineToPlan[];
  /** Null where another return still claims them: then Shopify cannot be asked yet, and our own account is all there is. */
  units: readonly { wish: LineToPlan; fulfillmentLineItemId: string; quantity: number }[] | null;
  /** Of the way back; taken once. */
  fee: number;
}

/** Asks Shopify what each return would mean. Null where it counts otherwise than we do. */
export async function planParts(admin: AdminClient, wanted: Wanted): Promise<{ parts: PlannedPart[]; lines: PlannedLine[] } | null> {
  const { parts, lines, units, currency, orderId } = wanted;
  const charged = parts.findIndex(({ road }) => road === 'original' || road === 'store_credit');
  const planned: PlannedPart[] = [];
  const exchanges = new Map<LineToPlan, PlannedExchange>();
  for (const [at, part] of parts.entries()) {
    if (part.road === 'warranty') {
      planned.push({ road: part.road, money: nothing(currency), back: [], bonus: { percentage: 0, amount: 0 }, fee: 0 });
      continue;
    }
    const exchanged = lines.filter((line) => line.part === at && line.variantId !== null);
    const plan = {
      orderId: gid('Order', orderId),
      currency,
      units: (units ?? []).filter(({ wish }) => wish.part === at).map(({ wish, fulfillmentLineItemId, quantity }) => ({ fulfillmentLineItemId, quantity, feePercentage: wish.fee })),
      exchanges: exchanged.map(({ variantId, units: quantity }) => ({ variantId: gid('ProductVariant', variantId ?? ''), quantity, discount: null })),
    };
    const claimed = units ? [] : lines.filter((line) => line.part === at);
    const { calculated, fee } = await withFee((returnShippingFee) => calculate(admin, { ...plan, returnShippingFee }, claimed), at === charged ? wanted.fee : 0);
    if (calculated.check.is === 'different') return null;
    for (const [index, line] of exchanged.entries()) {
      const agreed = calculated.agreed[index];
      if (agreed) exchanges.set(line, { variantId: line.variantId ?? '', title: calculated.ours.exchanges[index]?.title ?? '', agreed });
    }
    const money = calculated.ours;
    const amount = part.road === 'store_credit' ? storeCreditBonus(money.refund, part.bonusPercentage) : 0;
    planned.push({ road: part.road, money, back: part.road === 'store_credit' ? [] : calculated.back, bonus: { percentage: part.bonusPercentage, amount }, fee });
  }
  return { parts: planned, lines: lines.map((line) => ({ ...line, exchange: exchanges.get(line) ?? null })) };
}

/** The fee for the way back never makes a customer owe who takes nothing in exchange: what comes back pays for it as far as it goes. */
async function withFee(calculateWith: (fee: number) => Promise<CalculatedReturn>, fee: number): Promise<{ calculated: CalculatedReturn; fee: number }> {
  const calculated = await calculateWith(fee);
  const tooMuch = calculated.ours.exchanges.length === 0 ? Math.min(fee, calculated.ours.owed) : 0;
  return tooMuch === 0 ? { calculated, fee } : { calculated: await calculateWith(fee - tooMuch), fee: fee - tooMuch };
}

/** What a return would mean. Units that another return claims are counted by ourselves, on Shopify's word for all the rest. */
async function calculate(admin: AdminClient, plan: PlannedReturn, claimed: readonly LineToPlan[]): Promise<CalculatedReturn> {
  const told = await calculateReturn(admin, plan);
  if (claimed.length === 0) return told;
  const ours = explainReturn(told.order, {
    units: claimed.map(({ lineId, units, fee }) => ({ lineId: gid('LineItem', lineId), quantity: units, fee: { percentage: fee } })),
    exchanges: told.agreed.map((agreed, at) => ({ ...agreed, id: String(at), title: told.ours.exchanges[at]?.title ?? '', quantity: plan.exchanges[at]?.quantity ?? 0, units: plan.exchanges[at]?.quantity ?? 0, processed: 0 })),
    returnShippingFee: plan.returnShippingFee || null,
    shipping: null,
    duties: [],
  });
  return { ...told, ours, back: shareOverPayments(told.order.payments, ours.refund) };
}

/** What all parts mean together. */
export function together(parts: readonly PlannedPart[], currency: string): ReturnMoney {
  const of = <Value>(read: (money: ReturnMoney) => readonly Value[]) => parts.flatMap(({ money }) => read(money));
  const sum = (read: (money: ReturnMoney) => number) => parts.reduce((total, { money }) => total + read(money), 0);
  return {
    currency,
    rows: of(({ rows }) => rows),
    lines: of(({ lines }) => lines),
    exchanges: of(({ exchanges }) => exchanges),
    shipping: { amount: sum(({ shipping }) => shipping.amount), tax: sum(({ shipping }) => shipping.tax) },
    duties: of(({ duties }) => duties),
    taxIncluded: sum(({ taxIncluded }) => taxIncluded),
    balance: sum(({ balance }) => balance),
    refund: sum(({ refund }) => refund),
    owed: sum(({ owed }) => owed),
    maximumRefundable: Math.max(0, ...parts.map(({ money }) => money.maximumRefundable)),
  };
}

/** A warranty case: what comes of it is decided when it is looked at. */
function nothing(currency: string): ReturnMoney {
  return { currency, rows: [], lines: [], exchanges: [], shipping: { amount: 0, tax: 0 }, duties: [], taxIncluded: 0, balance: 0, refund: 0, owed: 0, maximumRefundable: 0 };
}
