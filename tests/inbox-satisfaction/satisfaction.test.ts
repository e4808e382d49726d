import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { customerLocales } from '#app/kernel/locales.ts';
import { day, hour } from '#app/kernel/time.ts';
import type { ProxyRequest } from '#app/platform/shopify/authenticate-proxy.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { answerRating, askSatisfaction, changeTicket, mergeTickets, readTicketRow, satisfactionSetting } from '#app/modules/inbox/index.server.ts';
import { careView } from '#app/modules/inbox/care/care-view.server.ts';
import { forgetWords } from '#app/modules/inbox/keeping/forget-words.server.ts';
import { ratingKey } from '#app/modules/inbox/satisfaction/rating-key.ts';
import { changeSetting } from '#app/modules/settings/index.server.ts';
import { openInboxStage, saidByStaff, seededStaff, seedMessage, seedTicket, type SeededTicket } from '#tests/inbox-stage.ts';
import { openView } from '#tests/inbox-ticket/open-view.ts';

const stage = await openInboxStage();
const secret = 'shpss_test';

/** A shop that asks. */
async function askingShop() {
  const ctx = await stage.newShop();
  await changeSetting(ctx, satisfactionSetting, { value: { asks: true, afterHours: 24, restDays: 30 }, version: 0, by: null });
  return ctx;
}

const solvedTicket = (ctx: ShopContext, more: SeededTicket = {}) => seedTicket(ctx, { answered: true, ...more, changes: { assigneeId: seededStaff.mia, state: 'solved', ...more.changes } });
const ask = (ctx: ShopContext, ticketId: number) => askSatisfaction(ctx, secret, { ticketId });
const mails = (ctx: ShopContext) => ctx.tx((tx) => tx.outbox.findMany({ where: { kind: 'inbox.satisfaction' }, orderBy: { id: 'asc' } }));
const said = (ctx: ShopContext, ticketId: number) => ctx.tx((tx) => tx.satisfactions.findFirst({ where: { ticket_id: ticketId }, select: { score: true, comment: true, staff_id: true } }));
const events = async (ctx: ShopContext, type: string) => ctx.tx((tx) => tx.ticket_events.count({ where: { type } }));
const jobsOf = async (ctx: ShopContext, ticketId: number) => (await stage.database.pool.query(`select run_at from graphile_worker._private_jobs where key = $1`, [`${ctx.shop.id}:inbox.ask-satisfaction:${ticketId}`])).rows;

function proxyOf(ctx: ShopContext, locales: string[] = ['en']): ProxyRequest {
  return { ctx, pathPrefix: '/apps/aftercare', customerId: null, locales: [...locales, ...ctx.shop.locales], visitor: '198.51.100.1', liquid: (html, init) => new Response(html, init) };
}
const look = async (ctx: ShopContext, query: Record<string, string>, locales?: string[]) => (await answerRating(new Request(`https://x.example/proxy/rating?${new URLSearchParams(query)}`), proxyOf(ctx, locales), { secrets: [secret] })).text();
const send = async (ctx: ShopContext, form: Record<string, string>, browser = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36') =>
  (await answerRating(new Request('https://x.example/proxy/rating', { method: 'POST', headers: { 'user-agent': browser }, body: new URLSearchParams(form) }), proxyOf(ctx), { secrets: [secret] })).text();

describe('whoever was helped', () => {
  it('is asked once, a day after their ticket was solved, with a link for each answer', async () => {
    const ctx = await askingShop();
    const now = ctx.clock.now();
    const ticketId = await solvedTicket(ctx, { at: now });
    expect((await jobsOf(ctx, ticketId)).map(({ run_at }) => run_at.getTime() - now.getTime())).toEqual([24 * hour]);
    await ask(ctx, ticketId);
    await ask(ctx, ticketId);
    const [mail, ...others] = await mails(ctx);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ recipient: 'ada@example.com', locale: 'en', category: 'review' });
    const key = ratingKey(ctx.shop.id, ticketId, secret);
    for (const score of [1, 2, 3, 4, 5]) expect(mail?.text_body).toContain(`/apps/aftercare/rating?key=${key}&score=${score}&locale=en`);
    expect(await events(ctx, 'csat_asked')).toBe(1);
  });

  it('is asked, and nobody who merely wrote in their ticket', async () => {
    const ctx = await askingShop();
    const ticketId = await seedTicket(ctx, { answered: true });
    await seedMessage(ctx, ticketId, { text: 'I am her neighbour.', from: 'eve@example.com', authorId: randomUUID() });
    await ctx.tx((tx) => changeTicket(tx, { ticketId, changes: { state: 'solved' }, actor: seededStaff.mia, now: ctx.clock.now() }));
    await ask(ctx, ticketId);
    expect((await mails(ctx)).map(({ recipient }) => recipient)).toEqual(['ada@example.com']);
  });

  it('is asked of a conversation that was answered where it stood before it was merged', async () => {
    const ctx = await askingShop();
    const [into, answered] = [await seedTicket(ctx), await seedTicket(ctx, { answered: true })];
    await ctx.tx((tx) => mergeTickets(tx, { into, from: [answered], actor: null, now: ctx.clock.now() }));
    await ctx.tx((tx) => changeTicket(tx, { ticketId: into, changes: { state: 'solved' }, actor: seededStaff.mia, now: ctx.clock.now() }));
    await ask(ctx, into);
    expect(await mails(ctx)).toHaveLength(1);
  });

  it('waits where their ticket is read by now when they were not content', async () => {
    const ctx = await askingShop();
    const [into, ticketId] = [await solvedTicket(ctx, { email: 'bob@example.com' }), await solvedTicket(ctx)];
    await ask(ctx, ticketId);
    await ctx.tx((tx) => mergeTickets(tx, { into, from: [ticketId], actor: null, now: ctx.clock.now() }));
    await send(ctx, { key: ratingKey(ctx.shop.id, ticketId, secret), score: '1', comment: 'No.' });
    const ticket = await ctx.tx((tx) => readTicketRow(tx, into));
    expect([ticket?.state, ticket?.waitingSince === null]).toEqual(['open', false]);
  });

  it('is read beside the ticket in which theirs is read by now', async () => {
    const ctx = await askingShop();
    const [into, ticketId] = [await seedTicket(ctx), await solvedTicket(ctx)];
    await ask(ctx, ticketId);
    await ctx.tx((tx) => mergeTickets(tx, { into, from: [ticketId], actor: null, now: ctx.clock.now() }));
    const shown = async () => (await ctx.tx((tx) => careView(tx, { shop: ctx.shop, ticketId: into, now: ctx.clock.now() }))).satisfaction;
    expect(await shown()).toMatchObject({ score: null });
    await send(ctx, { key: ratingKey(ctx.shop.id, ticketId, secret), score: '1', comment: 'Nobody listened.' });
    expect(await shown()).toMatchObject({ score: 1, comment: 'Nobody listened.' });
  });

  it('is not asked where the ticket is open again, is spam, was never answered, or was merged', async () => {
    const ctx = await askingShop();
    const open = await solvedTicket(ctx);
    await seedMessage(ctx, open, { text: 'It broke again.' });
    const spam = await solvedTicket(ctx, { email: 'b@example.com', spam: true });
    const silent = await solvedTicket(ctx, { email: 'c@example.com', answered: false });
    const merged = await solvedTicket(ctx, { email: 'd@example.com' });
    await ctx.tx((tx) => tx.tickets.updateMany({ where: { id: merged }, data: { merged_into: open } }));
    for (const ticketId of [open, spam, silent, merged]) await ask(ctx, ticketId);
    expect(await mails(ctx)).toEqual([]);
  });

  it('is not asked again within the rest, whatever they write about, and is after it', async () => {
    const ctx = await askingShop();
    await ask(ctx, await solvedTicket(ctx));
    const second = await solvedTicket(ctx, { subject: 'Another matter' });
    await ask(ctx, second);
    expect(await mails(ctx)).toHaveLength(1);
    ctx.clock.offset = 31 * day;
    await ask(ctx, second);
    expect(await mails(ctx)).toHaveLength(2);
  });

  it('is not asked by a shop that does not want it', async () => {
    const ctx = await stage.newShop();
    const ticketId = await solvedTicket(ctx);
    expect(await jobsOf(ctx, ticketId)).toEqual([]);
    await ask(ctx, ticketId);
    expect(await mails(ctx)).toEqual([]);
  });

  it.each(customerLocales)('is asked in %s where they write it', async (locale) => {
    const ctx = await askingShop();
    const ticketId = await solvedTicket(ctx);
    await ctx.tx((tx) => tx.tickets.updateMany({ where: { id: ticketId }, data: { locale } }));
    await ask(ctx, ticketId);
    const [mail] = await mails(ctx);
    expect(mail).toMatchObject({ locale });
    expect(mail?.text_body).toContain(`&locale=${locale}`);
  });
});

describe('the page behind the link', () => {
  async function asked() {
    const ctx = await askingShop();
    const ticketId = await solvedTicket(ctx);
    await ask(ctx, ticketId);
    return { ctx, ticketId, key: ratingKey(ctx.shop.id, ticketId, secret) };
  }

  it('counts nothing when it is looked at, as scanners of mail do, however often', async () => {
    const { ctx, ticketId, key } = await asked();
    const page = await look(ctx, { key, score: '2' });
    await look(ctx, { key, score: '5' });
    expect(page).toMatch(/<input[^>]*checked=""[^>]*value="2"/);
    expect(await said(ctx, ticketId)).toMatchObject({ score: null });
    expect(await events(ctx, 'csat_given')).toBe(0);
  });

  it('keeps what is sent, whatever signs are pasted into it', async () => {
    const { ctx, ticketId, key } = await asked();
    await send(ctx, { key, score: '4', comment: 'Th\0anks 👋\r\n\r\nAda' });
    expect(await said(ctx, ticketId)).toMatchObject({ score: 4, comment: 'Thanks 👋\n\nAda' });
  });

  it('keeps what is sent, once, and lets it be corrected', async () => {
    const { ctx, ticketId, key } = await asked();
    expect(await send(ctx, { key, score: '2', comment: ' Slow. ' })).toContain('Thank you');
    await send(ctx, { key, score: '4', comment: 'Better.' });
    await send(ctx, { key, score: '4', comment: 'Better.' });
    expect(await said(ctx, ticketId)).toEqual({ score: 4, comment: 'Better.', staff_id: seededStaff.mia });
    expect(await events(ctx, 'csat_given')).toBe(2);
  });

  it('stands in the conversation with the last rating, as long as it is kept', async () => {
    const { ctx, ticketId, key } = await asked();
    const shown = async () => (await openView(ctx, { ticketId, staffId: seededStaff.mia, most: 60 })).entries.flatMap((entry) => (entry.is === 'event' && entry.event.type === 'csat_given' ? [[entry.event.data.score, entry.words]] : []));
    await send(ctx, { key, score: '4' });
    expect(await shown()).toEqual([[4, null]]);
    await send(ctx, { key, score: '1', comment: 'Nobody answered.' });
    expect(await shown()).toEqual([[4, null], [1, 'Nobody answered.']]);
    await ctx.tx((tx) => forgetWords(tx, [ticketId], ctx.clock.now()));
    expect(await shown()).toEqual([[4, null], [1, null]]);
  });

  it('sends the score of its link by itself, once it is seen and nothing was said, and thanks for it', async () => {
    const { ctx, ticketId, key } = await asked();
    expect(await look(ctx, { key, score: '4' })).toContain('<script');
    for (const score of ['', '9']) expect(await look(ctx, { key, score })).not.toContain('<script');
    const thanks = await send(ctx, { key, score: '4', by: 'page' });
    expect(thanks).toContain('has your answer: “Satisfied”');
    expect(thanks).not.toContain('<script');
    expect(await said(ctx, ticketId)).toMatchObject({ score: 4 });
  });

  it('takes nothing back when a link is opened once more, and says what stands', async () => {
    const { ctx, ticketId, key } = await asked();
    await send(ctx, { key, score: '3', comment: 'Slow.' });
    const opened = await look(ctx, { key, score: '5' });
    expect(opened).toContain('So far you said “Neither nor”');
    expect(opened).toMatch(/<input[^>]*checked=""[^>]*value="5"/);
    expect(opened).not.toContain('<script');
    // Another window that was opened before sends what it was opened with.
    expect(await send(ctx, { key, score: '5', by: 'page' })).toContain('So far you said “Neither nor”');
    await send(ctx, { key, score: '3', by: 'page' });
    expect(await said(ctx, ticketId)).toMatchObject({ score: 3, comment: 'Slow.' });
    expect(await events(ctx, 'csat_given')).toBe(1);
  });

  it('keeps nothing for a program that runs the page and says what it is; for a person who presses the button it does', async () => {
    const { ctx, ticketId, key } = await asked();
    const program = 'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)';
    await send(ctx, { key, score: '1', by: 'page' }, program);
    expect(await said(ctx, ticketId)).toMatchObject({ score: null });
    await send(ctx, { key, score: '1' }, program);
    expect(await said(ctx, ticketId)).toMatchObject({ score: 1 });
  });

  it('makes work of a dissatisfied answer, and of no other', async () => {
    const [bad, good] = [await asked(), await asked()];
    await send(bad.ctx, { key: bad.key, score: '1', comment: 'Nobody helped me.' });
    await send(good.ctx, { key: good.key, score: '3' });
    const stateOf = ({ ctx, ticketId }: typeof bad) => ctx.tx(async (tx) => (await readTicketRow(tx, ticketId))?.state);
    expect([await stateOf(bad), await stateOf(good)]).toEqual(['open', 'solved']);
  });

  it.each([[['2']], [['5', '1']]])('that comes to a low one (%j) begins the promise of a reply, and the conversation says why it is open again', async (ratings) => {
    const { ctx, ticketId, key } = await asked();
    for (const score of ratings) await send(ctx, { key, score });
    await send(ctx, { key, score: '1', comment: 'And nobody wrote.' });
    const { row, opened } = await ctx.tx(async (tx) => ({
      row: await tx.tickets.findFirst({ where: { id: ticketId }, select: { state: true, next_reply_due: true, resolution_due: true, waiting_since: true } }),
      opened: await tx.ticket_events.findMany({ where: { ticket_id: ticketId, type: 'state' }, orderBy: { id: 'desc' }, take: 1, select: { data: true } }),
    }));
    expect(row).toEqual({ state: 'open', next_reply_due: expect.any(Date), resolution_due: expect.any(Date), waiting_since: expect.any(Date) });
    expect(opened).toMatchObject([{ data: { from: 'solved', to: 'open', rated: Number(ratings.at(-1)) } }]);
    await seedMessage(ctx, ticketId, saidByStaff('We are sorry: we send it again.'));
    expect(await ctx.tx((tx) => tx.ticket_promises.count({ where: { ticket_id: ticketId, promise: 'next_reply', result: 'kept' } }))).toBe(1);
  });

  it('asks again where no answer was chosen, and keeps nothing', async () => {
    const { ctx, ticketId, key } = await asked();
    expect(await send(ctx, { key, comment: 'Hm.' })).toContain('role="alert"');
    expect(await send(ctx, { key, score: '9' })).toContain('role="alert"');
    expect(await said(ctx, ticketId)).toMatchObject({ score: null, comment: '' });
  });

  it('opens to nobody with another key: forged, of another shop, or of a ticket that was not asked about', async () => {
    const { ctx, ticketId, key } = await asked();
    const other = await askingShop();
    for (const wrong of ['', 'x', `${key}x`, ratingKey(ctx.shop.id, ticketId, 'other'), ratingKey(other.shop.id, ticketId, secret), ratingKey(ctx.shop.id, ticketId + 1, secret)]) {
      expect(await send(ctx, { key: wrong, score: '1' })).toContain('This link does not work');
    }
    expect(await said(ctx, ticketId)).toMatchObject({ score: null });
  });

  it('speaks the visitor’s language, and reads nothing as Liquid', async () => {
    const { ctx, key } = await asked();
    await send(ctx, { key, score: '3', comment: '{{ shop.email }} <b>' });
    const page = await look(ctx, { key }, ['ja']);
    expect(page).toContain('lang="ja"');
    expect(page).not.toContain('{{');
    expect(page).not.toContain('<b>');
    // The language goes on with the form.
    const led = await look(ctx, { key, locale: 'de' }, ['ja']);
    expect(led).toContain('lang="de"');
    expect(led).toContain('name="locale" value="de"');
    expect(await look(ctx, { key, score: '4' })).not.toMatch(/\{[{%]/);
  });

  it('lets a ticket that was asked about once be solved again without asking', async () => {
    const { ctx, ticketId } = await asked();
    await seedMessage(ctx, ticketId, { text: 'One more thing.' });
    await ctx.tx((tx) => changeTicket(tx, { ticketId, changes: { state: 'solved' }, actor: seededStaff.mia, now: ctx.clock.now() }));
    ctx.clock.offset = 40 * day;
    await ask(ctx, ticketId);
    expect(await mails(ctx)).toHaveLength(1);
  });
});
