import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { beforeEach, describe, expect, it } from 'vitest';
import { minute } from '#app/kernel/time.ts';
import { deliverMessage, markedLink, messageDetail, noteFollowed, preferencesPlaceholder, voiceSetting, type OutgoingMessage, type Transports } from '#app/modules/outbox/index.server.ts';
import { messageMark, messageOfMark } from '#app/modules/outbox/links/message-link.ts';
import { changeSetting } from '#app/modules/settings/index.server.ts';
import { setOutboxStage } from './stage.ts';

const { newShop, queue, server, transports } = await setOutboxStage();
const secret = 'the app’s own';
const signing: Transports = { ...transports, optOut: { appUrl: 'https://app.example.com', secret } };
const link = 'https://shop.example.com/apps/aftercare/track?key=1.order.x.signed';
let ctx = await newShop();

beforeEach(async () => {
  ctx = await newShop();
  server.received.length = 0;
});

const words = { text: `Follow it: ${markedLink(link)}\nLess mail: ${preferencesPlaceholder}`, html: `<a href="${markedLink(link).replaceAll('&', '&amp;')}">Follow it</a> <a href="${preferencesPlaceholder}">Less mail</a>` };
const send = async (changes: Partial<OutgoingMessage> = {}) => {
  const { id } = await queue(ctx, { dedupeKey: `m${server.received.length}`, ...words, ...changes });
  await deliverMessage(ctx, signing, { id });
  const mail = await PostalMime.parse(server.received.at(-1)?.raw ?? '');
  return { id, text: mail.text ?? '', html: mail.html ?? '' };
};
const linkIn = (text: string) => /https:\/\/\S+\/track\S*/.exec(text)?.[0] ?? '';
const say = (changes: Partial<typeof voiceSetting.initial>) => changeSetting(ctx, voiceSetting, { value: { ...voiceSetting.initial, ...changes }, version: 0, by: null });
const come = (address: string, init: RequestInit = {}) => noteFollowed(new Request(address, { headers: { 'user-agent': 'Mozilla/5.0 (iPhone) Safari/604.1' }, ...init }), ctx, ['newer', secret]);
const followed = async (id: string) => (await messageDetail(ctx, id)).openedAt;

describe('the link of a message', () => {
  it('tells which message it came with, the same in both of its parts, and opening it is noted once', async () => {
    const { id, text, html } = await send();
    const address = linkIn(text);
    expect(address).toMatch(/^https:\/\/shop\.example\.com\/apps\/aftercare\/track\?key=1\.order\.x\.signed&m=[0-9a-z]+\.[\w-]{16}$/);
    expect(html).toContain(`href="${address.replace('&', '&amp;')}"`);
    await come(address);
    const first = await followed(id);
    expect(first).toEqual(expect.any(Date));
    ctx.clock.offset = minute;
    await come(address);
    expect(await followed(id)).toEqual(first);
  });

  it('says nothing where the merchant does not want to know, and is not noted even if it was marked before', async () => {
    const { id, text } = await send();
    await say({ noteFollowed: false });
    await come(linkIn(text));
    expect([await followed(id), linkIn((await send()).text)]).toEqual([null, link]);
  });

  it('is not followed by who only looks: programs, prefetching, a question for the head', async () => {
    const { id, text } = await send();
    const address = linkIn(text);
    await come(address, { headers: { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' } });
    await come(address, { headers: { 'user-agent': 'Mozilla/5.0 Safari/604.1', 'sec-purpose': 'prefetch;prerender' } });
    await come(address, { method: 'HEAD' });
    expect(await followed(id)).toBeNull();
  });

  it('settles a message whose fate was unknown: it has arrived', async () => {
    const { id, text } = await send();
    await ctx.tx((tx) => tx.outbox.updateMany({ where: { id: BigInt(id) }, data: { state: 'unknown', sent_at: null } }));
    await come(linkIn(text));
    expect((await messageDetail(ctx, id)).state).toBe('sent');
  });

  it('names a message of its own shop only, and nothing else is read as one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), fc.bigInt({ min: 1n, max: 2n ** 45n }), fc.string({ minLength: 1 }), (shop, message, noise) => {
        const mark = messageMark(shop, message, secret);
        expect(messageOfMark(shop, mark, [secret])).toBe(message);
        expect([messageOfMark(shop + 1, mark, [secret]), messageOfMark(shop, mark, ['another']), messageOfMark(shop, `${mark}${noise}`, [secret]), messageOfMark(shop, noise, [secret])]).toEqual([null, null, null, null]);
      }),
    );
  });
});

describe('what staff see of a message', () => {
  it('has links that are nobody’s: they neither count as the reader’s visit nor open their preferences', async () => {
    const { id, text } = await send();
    const shown = await messageDetail(ctx, id);
    expect(shown.text).toBe(`Follow it: ${link}\nLess mail: https://shop.example.com/apps/aftercare/preferences`);
    expect(shown.html).toBe(`<a href="${link}">Follow it</a> <a href="https://shop.example.com/apps/aftercare/preferences">Less mail</a>`);
    expect(text).toMatch(/Less mail: https:\/\/shop\.example\.com\/apps\/aftercare\/preferences\?key=\S+/);
  });
});
