import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limitPolicies } from '../../app/platform/limits/limits.server.ts';
import { openStorefront, placeOrder } from './storefront.ts';

const { database, ctx, visit, openDoor } = await openStorefront();
afterAll(() => database.close());

const door = openDoor();
const known = ['4001', '4002', '4003', '4004', '4005'];
const address = '203.0.113.80';
/** Without the minutes left to wait, which may pass from one answer to the next. */
const untimed = (html: string) => html.replace(/in \d+ minutes?/, '');
const text = (html: string) => html.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
/** A guess by somebody who calls their browser another name each time. */
const guess = (order: string, contact: string, from = address) => visit({ form: { order, contact }, visitor: from, browser: randomUUID(), door });
const mails = (orderId: string) => ctx.tx((tx) => tx.outbox.findMany({ where: { kind: 'tracking.link', order_id: orderId } }));
const linkIn = (mail: { text_body: string | null } | undefined) => Object.fromEntries(new URL(/https:\/\/\S+\/track\?\S+/.exec(mail?.text_body ?? '')?.[0] ?? 'https://none').searchParams);

beforeAll(async () => {
  for (const id of known) await placeOrder(ctx, { id, email: `${id}@example.com` });
});

describe('a thousand guesses from one address, by as many names of browsers', () => {
  it('learn nothing, though some are right: those are answered as the wrong ones are', async () => {
    const wrong = new Set<string>();
    const right: { status: number; page: string }[] = [];
    let next = 0;
    let misses = 0;
    await Promise.all(Array.from({ length: 400 }, async () => {
      while (next < 1_000) {
        const at = (next += 1);
        const id = known[at % known.length] ?? '';
        // Right ones only once the first guesses have used up what the address has.
        const isRight = at > 600 && at % 25 === 0;
        const { status, html } = await guess(id, isRight ? `${id}@example.com` : `guess-${at}@example.com`);
        if (status === 200) misses += 1;
        else if (isRight) right.push({ status, page: untimed(text(html)) });
        else wrong.add(untimed(text(html)));
      }
    }));
    expect(misses).toBe(limitPolicies['lookup-address'].points);
    expect(right).toHaveLength(16);
    for (const { status, page } of right) expect([status, wrong.has(page), page.includes('Wool socks')]).toEqual([429, true, false]);
  }, 120_000);

  it('leave their neighbour a way in: number and email that are right bring the link to the order’s own mailbox, a phone that asks twice gets no flood', async () => {
    await placeOrder(ctx, { id: '4010', email: 'neighbour@example.com' });
    const guessed = await guess('4010', 'eve@example.com');
    expect(await mails('4010')).toEqual([]);
    const asked = await guess('4010', 'neighbour@example.com');
    expect([asked.status, untimed(asked.html)]).toEqual([guessed.status, untimed(guessed.html)]);
    expect(text(asked.html)).toContain('a link to the order is on its way to the email address it was placed with');
    const [mail, ...more] = await mails('4010');
    expect([mail?.recipient, more]).toEqual(['neighbour@example.com', []]);
    const { status, html } = await visit({ query: linkIn(mail), visitor: address, door });
    expect([status, text(html).includes('Order #4010')]).toEqual([200, true]);
    for (let again = 0; again < 4; again += 1) await guess('4010', 'neighbour@example.com');
    expect(await mails('4010')).toHaveLength(limitPolicies['lookup-link'].points);
  });

  it('leave everybody else as they were, and one browser there no more tries than before', async () => {
    expect(text((await guess('4001', '4001@example.com', '198.51.100.80')).html)).toContain('Order #4001');
    const pages = [];
    for (let at = 0; at <= limitPolicies['lookup-visitor'].points; at += 1) pages.push(text((await visit({ form: { order: '4001', contact: '4001@example.com' }, visitor: address, browser: 'one', door })).html));
    expect(pages.map((page) => page.includes('is on its way to the email address'))).toEqual([...Array<boolean>(limitPolicies['lookup-visitor'].points).fill(true), false]);
  }, 20_000);
});
