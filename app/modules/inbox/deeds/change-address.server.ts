import { createHash, randomUUID } from 'node:crypto';
import { notFound } from '#app/kernel/errors.ts';
import { beginChain } from '#app/modules/compensation/index.server.ts';
import { mayStaff } from '#app/modules/staff/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { orderToSend, ticketAddressChain, whyNot, type WishedAddress } from './address-chain.server.ts';
import { carryOut } from './carry-out.server.ts';
import type { DeedAnswer } from './deed-answer.ts';
import { deedOfRequest } from './deed-of-request.server.ts';
import { holdOrder } from './money-rights.server.ts';
import { deedSentences, localeOf } from './sentences.server.ts';
import type { OrderClick } from './tag-order.server.ts';

/** Where an order goes now, and whether that may still be changed. */
export interface AddressPreview {
  key: string;
  address: WishedAddress;
  country: string | null;
  /** Why it stays; null where it may be changed. */
  obstacle: ReturnType<typeof whyNot>;
  mayChange: boolean;
  /** Stands for where it goes now. */
  shown: string;
}

/** Reads where an order goes, as Shopify has it now. */
export async function previewAddress(ctx: ShopContext, { orderId, by }: Pick<OrderClick, 'by' | 'orderId'>): Promise<AddressPreview> {
  const order = await orderToSend(ctx.admin, orderId);
  if (!order) throw notFound('order');
  return {
    key: randomUUID(),
    address: addressOf(order),
    country: order.shippingAddress?.countryCodeV2 ?? null,
    obstacle: whyNot(order),
    mayChange: await ctx.tx((tx) => mayStaff(tx, by, 'approve')),
    shown: shownOf(order),
  };
}

function addressOf({ shippingAddress: now }: NonNullable<Awaited<ReturnType<typeof orderToSend>>>): WishedAddress {
  const text = (value: string | null | undefined) => value ?? '';
  return {
    firstName: text(now?.firstName), lastName: text(now?.lastName), company: text(now?.company), address1: text(now?.address1), address2: text(now?.address2),
    city: text(now?.city), provinceCode: text(now?.provinceCode), zip: text(now?.zip), phone: text(now?.phone),
  };
}

/** An address as somebody typed it over the one that was shown: where another one is by now, it was not theirs to change. */
export interface AddressClicked extends OrderClick {
  address: WishedAddress;
  shown: string;
}

/** Sends an order elsewhere within its country, as long as nothing of it is being sent. */
export async function changeAddress(ctx: ShopContext, { ticketId, orderId, key, by, address, shown }: AddressClicked): Promise<DeedAnswer> {
  const isKnown = (await ctx.tx((tx) => deedOfRequest(tx, key, { kind: ticketAddressChain.kind, orderId }))) !== null;
  const order = isKnown ? null : await orderToSend(ctx.admin, orderId);
  if (!isKnown && (!order || shownOf(order) !== shown)) return { is: 'moved' };
  const begun = await ctx.tx(async (tx) => {
    const known = await deedOfRequest(tx, key, { kind: ticketAddressChain.kind, orderId });
    if (known) return { is: 'known' as const, chainId: known };
    if (!(await holdOrder(tx, orderId))) return { is: 'moved' as const };
    if (!(await mayStaff(tx, by, 'approve'))) return { is: 'forbidden' as const };
    const wishId = randomUUID();
    const chain = await beginChain(tx, ticketAddressChain, { orderId, input: { ticketId, wishId }, requestKey: key, subject: `order:${orderId}`, source: 'staff', actor: by, at: ctx.clock.now() });
    if (chain.is === 'new') await tx.wished_addresses.create({ data: { id: wishId, order_id: orderId, address, wished_at: ctx.clock.now() } });
    return chain;
  });
  if (!('chainId' in begun)) return begun;
  if (begun.is === 'busy') return { is: 'busy' };
  const answer = await carryOut(ctx, ticketAddressChain, { chainId: begun.chainId, orderId }, () => addressSentence(ctx, { ticketId, orderId }));
  if (answer.is === 'refused') await ctx.tx((tx) => tx.wished_addresses.deleteMany({ where: { order_id: orderId } }));
  return answer;
}

function shownOf({ shippingAddress }: NonNullable<Awaited<ReturnType<typeof orderToSend>>>): string {
  return createHash('sha256').update(JSON.stringify(shippingAddress ?? null)).digest('base64url');
}

/** What the customer is told of where their order goes: what Shopify has by now, whatever was typed by whoever clicked twice. */
async function addressSentence(ctx: ShopContext, { ticketId, orderId }: Pick<OrderClick, 'orderId' | 'ticketId'>): Promise<string | null> {
  const now = await orderToSend(ctx.admin, orderId);
  if (!now) return null;
  return ctx.tx(async (tx) => {
    const { t } = deedSentences(await localeOf(tx, { ticketId, orderId, shopLocales: ctx.shop.locales }));
    const order = await tx.orders.findFirstOrThrow({ where: { id: orderId }, select: { name: true } });
    const { firstName, lastName, company, address1, address2, zip, city } = addressOf(now);
    const lines = [[firstName, lastName].filter(Boolean).join(' '), company, address1, address2, [zip, city].filter(Boolean).join(' ')];
    return t('address', { order: order.name, address: lines.filter(Boolean).join(', ') });
  });
}
