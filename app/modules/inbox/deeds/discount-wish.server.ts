import { createHash } from 'node:crypto';
import { formatMoney } from '#app/kernel/money.ts';
import { after, dayIn, daysLater, startOfDay } from '#app/kernel/time.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { Discount } from './discount-chain.server.ts';
import { deedSentences, localeOf } from './sentences.server.ts';

/** A discount as somebody chose it: so many per cent or minor units, for so many days. */
export interface DiscountWish {
  as: 'percent' | 'amount';
  value: number;
  days: number;
}

/** Whom an order's code would be for, and what it is counted by. */
export interface Orderer {
  customerId: string | null;
  /** What the order came to, in what its customer paid in. */
  total: number;
  currency: string;
  /** What codes can be: shares where the order came to something, amounts where it was paid in the shop's currency, as codes are in no other. */
  ways: readonly DiscountWish['as'][];
}

/** No code is for longer. */
const longestDays = 365;
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const codeLength = 10;

/** Whether a code of this form can be. */
export function isWish({ as, value, days }: DiscountWish): boolean {
  return Number.isSafeInteger(value) && value >= 1 && (as === 'amount' || value <= 100) && Number.isInteger(days) && days >= 1 && days <= longestDays;
}

/** What a code counts as goodwill: its amount, or its share of what this order came to, as nobody knows the next. Null where there can be none of its kind. */
export function countedOf({ as, value }: Pick<DiscountWish, 'as' | 'value'>, { total, ways }: Orderer): number | null {
  if (!ways.includes(as)) return null;
  return as === 'percent' ? Math.ceil((total * value) / 100) : value;
}

/** Whom a code of an order would be for; null where there is no such order. */
export async function ordererOf(tx: ShopTx, orderId: string): Promise<Orderer | null> {
  const order = await tx.orders.findFirst({ where: { id: orderId, deleted_at: null }, select: { customer_id: true, currency: true, presentment_currency: true, total_presentment: true } });
  if (!order) return null;
  const [total, isShopMoney] = [Number(order.total_presentment), order.currency === order.presentment_currency];
  return { customerId: order.customer_id, total, currency: order.presentment_currency, ways: [...(total > 0 ? (['percent'] as const) : []), ...(isShopMoney ? (['amount'] as const) : [])] };
}

/** The discount that a click makes: one key, one code, so that what was shown is what is given. It ends with a day of the shop. */
export function discountOf({ shop }: ShopContext, { key, wish: { as, value, days }, customerId, now }: { key: string; wish: DiscountWish; customerId: string; now: Date }): Discount {
  const bytes = createHash('sha256').update(`${shop.id}:${key}`).digest().subarray(0, codeLength);
  const zone = shop.ianaTimezone;
  return {
    code: `CARE-${[...bytes].map((byte) => letters.charAt(byte % letters.length)).join('')}`,
    customerId,
    worth: as === 'percent' ? { as, percent: value } : { as, amount: value, currency: shop.currency },
    startsAt: now.toISOString(),
    endsAt: startOfDay(zone, daysLater(dayIn(zone, now), days + 1)).toISOString(),
  };
}

/** What the customer is told of their code. */
export function discountSentence(ctx: ShopContext, { ticketId, orderId, discount: { code, worth, endsAt } }: { ticketId: number; orderId: string; discount: Discount }): Promise<string> {
  return ctx.tx(async (tx) => {
    const { t, locale } = deedSentences(await localeOf(tx, { ticketId, orderId, shopLocales: ctx.shop.locales }));
    const off = worth.as === 'percent' ? new Intl.NumberFormat(locale, { style: 'percent' }).format(worth.percent / 100) : formatMoney({ minor: worth.amount, currency: worth.currency }, locale);
    const until = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: ctx.shop.ianaTimezone }).format(after(new Date(endsAt), -1));
    return t('discount', { off, code, until });
  });
}
