import { describe, expect, it } from 'vitest';
import { orderOfShortLink, queueMessage, type OutgoingMessage } from '#app/modules/outbox/index.server.ts';
import { keyLinks, messageOfShortKey, shortKey, shortLink } from '../../app/modules/outbox/links/short-link.ts';
import { messageMark, messageOfMark } from '../../app/modules/outbox/links/message-link.ts';
import { orderOfKey } from '#app/modules/access/index.server.ts';
import { inFull } from '../../app/wiring/in-full.server.ts';
import { day } from '#app/kernel/time.ts';
import { openTestShops } from '../outbox/shop-context.ts';
import { addOrder } from '../outbox/stage.ts';

const { newShop } = await openTestShops();
const secret = 'the app’s own';
const secrets: readonly [string, ...string[]] = ['newer', secret];
const ctx = await newShop();
await addOrder(ctx, '17');
let count = 0;

/** A text message about an order, with the address that leaves with it. */
async function text(orderId: string | null = '17') {
  const message: OutgoingMessage = { channel: 'sms', kind: 'notices.shipped', reason: 'It left.', dedupeKey: `m${(count += 1)}`, to: '+4915123456789', locale: 'en', orderId, text: `Off: ${shortLink(ctx.shop)}` };
  const { id } = await ctx.tx((tx) => queueMessage(tx, message));
  const address = /https:\S+/.exec(keyLinks(message.text, shortKey(ctx.shop.id, BigInt(id), secret)))?.[0] ?? '';
  return { id: BigInt(id), address };
}

const come = async (address: string, shop = ctx) => {
  const { searchParams } = new URL((await inFull(new Request(address), { ctx: shop }, secrets)).url);
  return orderOfKey(shop.shop, searchParams.get('key') ?? '', { secrets, now: shop.clock.now() });
};

describe('the short address in a text message', () => {
  it('opens the page of its order as the long one in a mail does, and what else it asks for is kept', async () => {
    const { address } = await text();
    expect(address.length).toBeLessThan(80);
    expect(await come(address)).toMatchObject({ orderId: '17', purpose: 'order' });
    expect(new URL((await inFull(new Request(`${address}&report=late`), { ctx }, secrets)).url).searchParams.get('report')).toBe('late');
  });

  it('opens nothing in another shop, nor where it was written by somebody else, nor for a message about no order or one that was forgotten', async () => {
    const { id, address } = await text();
    expect(await come(address, await newShop())).toBeNull();
    expect(await come(address.slice(0, -1) + (address.endsWith('A') ? 'B' : 'A'))).toBeNull();
    expect(await come((await text(null)).address)).toBeNull();
    await ctx.tx((tx) => tx.outbox.updateMany({ where: { id }, data: { recipient: '' } }));
    expect(await come(address)).toBeNull();
  });

  it('is over when the long one would be', async () => {
    const { address } = await text();
    const late = { ...ctx, clock: { ...ctx.clock, now: () => new Date(Date.now() + 31 * day) } };
    expect(await orderOfShortLink(new Request(address), ctx, secrets)).not.toBeNull();
    expect(await come(address, late as typeof ctx)).toBe('expired');
  });

  it('is no mark, and a mark is no key', () => {
    expect(messageOfMark(1, shortKey(1, 9n, secret), secrets)).toBeNull();
    expect(messageOfShortKey(1, messageMark(1, 9n, secret), secrets)).toBeNull();
    expect(messageOfShortKey(1, shortKey(1, 9n, secret), secrets)).toBe(9n);
  });
});
