import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { day, minute } from '#app/kernel/time.ts';
import { orderOfKey, redeemCode, sendCode } from '#app/modules/access/index.server.ts';
import { applyOrders } from '#app/modules/orders/index.server.ts';
import { openDatabase } from '#app/platform/db/database.server.ts';
import { createLimits } from '#app/platform/limits/limits.server.ts';
import { createLog } from '#app/platform/log/log.server.ts';
import { order } from '../orders/snapshots.ts';
import { openTestShops } from '../outbox/shop-context.ts';

const { database, databaseUrl, newShop } = await openTestShops();
const other = openDatabase({ url: databaseUrl, pool: 4, name: 'another process' });
afterAll(() => Promise.all([database.close(), other.close()]));
const log = createLog('silent', 'test');
const secrets: [string] = ['access-test-secret'];
const needs = { limits: createLimits(database, log), secrets };

let ctx = await newShop();
let visitors = 0;
beforeEach(async () => {
  ctx = await newShop();
  await place('5001', 'ada.lovelace@example.co.uk');
});

const place = (id: string, email: string | null) =>
  ctx.tx((tx) => applyOrders(tx, ctx.shop, [order({ id, facts: { email } })], ctx.clock.now()));
const send = (orderId = '5001', locale = 'en', visitor = `visitor-${(visitors += 1)}`) => sendCode(ctx, { orderId, locale, visitor }, needs);
const mails = () => ctx.tx((tx) => tx.outbox.findMany({ where: { kind: 'access.code' }, orderBy: { id: 'asc' } }));
const codes = async () => (await mails()).map(({ text_body }) => /^\d{6}$/m.exec(text_body)?.[0] ?? '');
const redeem = (code: string, orderId = '5001', by = ctx, form = '') => redeemCode(by, { orderId, code, form }, { secrets });
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
/** The same shop in another process. */
const elsewhere = () => ({ ...ctx, tx: <T>(work: Parameters<typeof other.shopTransaction<T>>[1]) => other.shopTransaction(ctx.shop.id, work) });
const sent = async () => {
  await send();
  const [code] = await codes();
  if (!code) throw new Error('No code was sent.');
  return code;
};

describe('a code', () => {
  it('goes to the order’s own address, which the answer shows masked only', async () => {
    expect(await send()).toMatchObject({ state: 'sent', to: 'a•••@e•••.uk' });
    expect(await mails()).toMatchObject([{ recipient: 'ada.lovelace@example.co.uk', order_id: '5001', state: 'queued' }]);
  });

  it('is a secret of the outbox, worth nothing there once it stops working', async () => {
    const answer = await send();
    expect(answer).toMatchObject({ state: 'sent' });
    expect(await mails()).toMatchObject([{ secret: true, expires_at: answer.state === 'sent' && answer.expiresAt }]);
  });

  it('is worth a key that opens everything of its order for half an hour', async () => {
    const key = await redeem(await sent());
    const now = ctx.clock.now();
    expect(orderOfKey(ctx.shop, key ?? '', { secrets, now })).toMatchObject({ orderId: '5001', purpose: 'full' });
    expect(orderOfKey(ctx.shop, key ?? '', { secrets, now: new Date(now.getTime() + 31 * minute) })).toBe('expired');
  });

  it('may be typed with spaces, dashes and wide digits', async () => {
    const code = await sent();
    const wide = [...code].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');
    expect(await redeem(` ${wide.slice(0, 3)}-${wide.slice(3)} `)).not.toBeNull();
  });

  it('works once', async () => {
    const code = await sent();
    expect(await redeem(code)).not.toBeNull();
    expect(await redeem(code)).toBeNull();
  });

  it('works again for the very form it was typed into, as long as it would have lasted, and for no other', async () => {
    const [form, another] = [randomUUID(), randomUUID()];
    const code = await sent();
    expect(await redeem('000000', '5001', ctx, form)).toBeNull();
    expect(await redeem(code, '5001', ctx, form)).not.toBeNull();
    expect(await Promise.all([redeem(code, '5001', ctx, form), redeem(code, '5001', ctx, form)])).not.toContain(null);
    expect(await Promise.all([another, '', 'x'].map((each) => redeem(code, '5001', ctx, each)))).toEqual([null, null, null]);
    expect(await redeem('000000', '5001', ctx, form)).toBeNull();
    ctx.clock.offset += 10 * minute;
    expect(await redeem(code, '5001', ctx, form)).toBeNull();
  });

  it('in two tabs and two processes at once is answered with one key', async () => {
    const code = await sent();
    const keys = await Promise.all(Array.from({ length: 6 }, (_, at) => redeem(code, '5001', at % 2 ? ctx : elsewhere())));
    expect(keys.filter((key) => key !== null)).toHaveLength(1);
  });

  it('is over after ten minutes', async () => {
    const code = await sent();
    ctx.clock.offset += 10 * minute;
    expect(await redeem(code)).toBeNull();
  });

  it('is worn out by five wrong tries, wherever they were made', async () => {
    const code = await sent();
    const tries = await Promise.all(Array.from({ length: 5 }, (_, at) => redeem(wrong(code), '5001', at % 2 ? ctx : elsewhere())));
    expect(tries).toEqual([null, null, null, null, null]);
    expect(await redeem(code)).toBeNull();
    expect(await ctx.tx((tx) => tx.one_time_codes.findFirst())).toMatchObject({ attempts: 5, used_at: null });
  });

  it('is not found by guessing at once from two processes: no more than five guesses are ever looked at', async () => {
    const code = await sent();
    const guesses = Array.from({ length: 40 }, (_, at) => String((Number(code) + 1 + at) % 1_000_000).padStart(6, '0'));
    const keys = await Promise.all([...guesses, code].map((guess, at) => redeem(guess, '5001', at % 2 ? ctx : elsewhere())));
    const [row] = await ctx.tx((tx) => tx.one_time_codes.findMany());
    expect(row?.attempts).toBeLessThanOrEqual(5);
    expect(keys.filter((key) => key !== null).length).toBe(row?.used_at ? 1 : 0);
  });

  it('survives four wrong tries and anything that is no code', async () => {
    const code = await sent();
    for (let at = 0; at < 4; at += 1) await redeem(wrong(code));
    for (const typed of ['', '12345', '1234567', 'abcdef', `${code} or 1=1`]) expect(await redeem(typed)).toBeNull();
    expect(await redeem(code)).not.toBeNull();
  });

  it('of one order opens no other, and of one shop no other', async () => {
    const code = await sent();
    await place('5002', 'ada.lovelace@example.co.uk');
    await send('5002');
    expect(await redeem(code, '5002')).toBeNull();
    const first = ctx;
    ctx = await newShop();
    await place('5001', 'bob@example.com');
    await send();
    expect(await redeem(code)).toBeNull();
    expect(await redeem(code, '5001', first)).not.toBeNull();
  });

  it('sent again leaves the former one good; either ends both', async () => {
    await send();
    await send();
    const [former = '', latter = ''] = await codes();
    expect(await redeem(former)).not.toBeNull();
    expect(await redeem(latter)).toBeNull();
  });

  it('is kept as a fingerprint only', async () => {
    const code = await sent();
    const rows = await ctx.tx((tx) => tx.$queryRaw<{ row: string }[]>`select c::text as row from one_time_codes c`);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.row).not.toContain(code);
  });
});

describe('sending', () => {
  it('answers an order without an address, one that is gone and a redacted one alike, and sends nothing', async () => {
    await place('5002', null);
    const [bare, unknown] = [await send('5002'), await send('5999')];
    expect(bare).toMatchObject({ state: 'sent', to: null });
    expect(Object.keys(unknown)).toEqual(Object.keys(bare));
    expect(unknown).toMatchObject({ state: 'sent', to: null });
    expect(await mails()).toEqual([]);
  });

  it('is limited per order: the fourth within a quarter of an hour waits', async () => {
    const answers = [];
    for (let at = 0; at < 4; at += 1) answers.push((await send()).state);
    expect(answers).toEqual(['sent', 'sent', 'sent', 'limited']);
    expect(await mails()).toHaveLength(3);
  });

  it('is limited per visitor over all orders', async () => {
    const answers = [];
    for (let at = 0; at < 11; at += 1) {
      await place(String(6_000 + at), 'ada@example.com');
      answers.push(await send(String(6_000 + at), 'en', 'one visitor'));
    }
    expect(answers.filter(({ state }) => state === 'sent')).toHaveLength(10);
    expect(answers.at(-1)).toMatchObject({ state: 'limited', retryAfter: expect.any(Number) });
  });

  it('writes in the visitor’s language, in a subject that tells nothing about person or order', async () => {
    for (const locale of ['de', 'pt-BR', 'ja']) await send('5001', locale);
    const sentMails = await mails();
    expect(sentMails.map(({ locale }) => locale)).toEqual(['de', 'pt-PT', 'ja']);
    expect(sentMails.map(({ subject }) => subject)).toEqual(['Nordlicht & Co: Ihr Bestätigungscode', 'Nordlicht & Co: o seu código de confirmação', 'Nordlicht & Co：確認コードのお知らせ']);
    for (const [at, { subject, html_body }] of sentMails.entries()) {
      const code = (await codes())[at] ?? '';
      expect(subject).not.toContain(code);
      expect(subject).not.toContain('1001');
      expect(html_body).toContain(`>${code}</bdi></p>`);
    }
  });

  it.each(['en', 'de', 'es', 'fr', 'pt-PT', 'ja', 'zh-CN'])('names the order and no page in %s: it may have been asked for to send something back', async (locale) => {
    await send('5001', locale);
    const [mail] = await mails();
    expect(mail?.text_body).toContain('#5001');
    expect(`${mail?.text_body} ${mail?.reason}`).not.toMatch(/order page|Bestellseite|página|page de commande|注文ページ|页面/);
  });

  it('leaves no code of the order behind that is over', async () => {
    await send();
    ctx.clock.offset += day;
    await send();
    expect(await ctx.tx((tx) => tx.one_time_codes.count())).toBe(1);
  });
});
