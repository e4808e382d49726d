import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { actBeside, changeTicket, linkKnown, mergeTickets, personFor, rereadWords, searchTickets, type FoundTicket, type TicketChanges, type TicketSearch } from '#app/modules/inbox/index.server.ts';
import { forgetWords } from '#app/modules/inbox/keeping/forget-words.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { openInboxStage, saidByStaff, seedEveryState, seededStaff, seedMessage, seedTicket } from '../inbox-stage.ts';

const stage = await openInboxStage();
const search = (ctx: ShopContext, words: string, more: Omit<TicketSearch, 'words'> = {}) => ctx.tx((tx) => searchTickets(tx, { words, ...more }));
const found = async (ctx: ShopContext, words: string, more: Omit<TicketSearch, 'words'> = {}) => (await search(ctx, words, more)).tickets.map(({ id }) => id);
const marked = (pieces: FoundTicket['subject']) => pieces.filter(({ isMatch }) => isMatch).map(({ text }) => text);

describe('a ticket is found', () => {
  test('by words of its subject, of anything said in it, and by their beginnings, whatever their case and accents', async () => {
    const ctx = await stage.newShop();
    const id = await seedTicket(ctx, { subject: 'Broken Teapot', text: 'The café lid is cracked.' });
    await seedTicket(ctx, { subject: 'Teapots', text: 'Do you sell lids?' });
    await seedMessage(ctx, id, saidByStaff('We send a replacement tomorrow.'));
    for (const words of ['teapot broken', 'CAFE', 'crack', 'replacement teapot', 'repl']) expect([words, await found(ctx, words)]).toEqual([words, [id]]);
    expect(await found(ctx, 'broken lids')).toEqual([]);
  });

  test('by two Chinese characters out of the middle of a sentence, and by words of Japanese and Korean', async () => {
    const ctx = await stage.newShop();
    const { chinese } = await seedEveryState(ctx);
    const japanese = await seedTicket(ctx, { email: 'yuki@example.jp', name: '佐藤ゆき', subject: '返品について', text: 'サイズが合わないので交換をお願いします。' });
    const korean = await seedTicket(ctx, { email: 'min@example.kr', name: '김민수', subject: '배송 문의', text: '아직 배송이 오지 않았습니다.' });
    for (const words of ['更新', '十天', '李明', '包裹还没', '裹']) expect([words, await found(ctx, words)]).toEqual([words, [chinese]]);
    for (const words of ['交換', '返品', 'サイズ']) expect([words, await found(ctx, words)]).toEqual([words, [japanese]]);
    for (const words of ['배송', '민수']) expect([words, await found(ctx, words)]).toEqual([words, [korean]]);
    const mixed = await seedTicket(ctx, { email: 'mo@example.cn', subject: '问题', text: '订单8842号的iPhone手机壳坏了' });
    for (const words of ['8842', 'iphone', '手机壳']) expect([words, await found(ctx, words)]).toEqual([words, [mixed]]);
    expect(await found(ctx, '明李')).toEqual([]);
  });

  test('by numbers that stand in the text, with and without a sign before them', async () => {
    const ctx = await stage.newShop();
    const id = await seedTicket(ctx, { text: 'My order #5512 left with 1Z999AA10123456784.' });
    for (const words of ['5512', '#5512', '1z999aa10123456784', '1Z999AA1']) expect([words, await found(ctx, words)]).toEqual([words, [id]]);
  });

  test('by its own number, before all that merely say this number', async () => {
    const ctx = await stage.newShop();
    const first = await seedTicket(ctx, { subject: 'One' });
    const saying = await seedTicket(ctx, { subject: `About ${first} pieces` });
    const page = await search(ctx, `#${first}`);
    expect(page.tickets.map(({ id, named }) => [id, named])).toEqual([[first, 'ticket'], [saying, null]]);
  });

  test('by the number of an order and of a parcel that it is about, though nobody wrote them', async () => {
    const ctx = await stage.newShop();
    const id = await seedTicket(ctx, { subject: 'Hello', text: 'Where is it?' });
    await linkOrder(ctx, id, { name: '#7788', tracking: '00340434161094042557' });
    expect((await search(ctx, '7788')).tickets).toMatchObject([{ id, named: 'order' }]);
    expect((await search(ctx, '#7788')).tickets).toMatchObject([{ id, named: 'order' }]);
    expect((await search(ctx, '0034 0434 1610 9404 2557')).tickets).toMatchObject([{ id, named: 'parcel' }]);
  });

  test('by the number of an order alone, whatever the shop sets around its numbers', async () => {
    const ctx = await stage.newShop();
    const id = await seedTicket(ctx, { subject: 'Hello', text: 'Where is it?' });
    await linkOrder(ctx, id, { name: 'NL-7788-EU', tracking: '00340434161094042557' });
    for (const typed of ['7788', '#7788', 'NL-7788-EU', 'nl-7788', ' nl-7788-eu']) expect([typed, (await search(ctx, typed)).tickets]).toMatchObject([typed, [{ id, named: 'order' }]]);
    for (const typed of ['778', '77880', '7788 9']) expect([typed, (await search(ctx, typed)).tickets]).toEqual([typed, []]);
  });

  test('by its person: their name, the address they wrote from, and every other way they are reached', async () => {
    const ctx = await stage.newShop();
    const id = await seedTicket(ctx, { email: 'Ada.Byron@Example.com', name: 'Ada Byron' });
    await ctx.tx(async (tx) => {
      const personId = await personFor(tx, { handle: { kind: 'email', value: 'ada.byron@example.com' } }, ctx.clock.now());
      await tx.handles.create({ data: { id: randomUUID(), person_id: personId, kind: 'phone', value: '+493012345678', reason: 'staff', confidence: 'sure', linked_at: ctx.clock.now() } });
    });
    for (const words of ['byron', 'ada.byron@example.com', 'ADA.BYRON@EXAMPLE.COM', '+49 30 1234-5678', '0049 30 12345678', '+49 (0)30 12345678']) expect([words, await found(ctx, words)]).toEqual([words, [id]]);
  });

  test('by what its customer is called at Shopify, where their mails bear no name', async () => {
    const ctx = await stage.newShop();
    const email = 'a.l@example.com';
    const first = await seedTicket(ctx, { email, name: null });
    const personId = await ctx.tx(async (tx) => {
      await tx.customers.create({ data: { id: '9', first_name: 'Augusta', last_name: 'Lovelace' } });
      await tx.customer_contacts.create({ data: { customer_id: '9', kind: 'email', value: email, source: 'customer' } });
      const person = await personFor(tx, { handle: { kind: 'email', value: email } }, ctx.clock.now());
      await linkKnown(tx, person, ctx.clock.now());
      return person;
    });
    const next = await seedTicket(ctx, { email, name: null });
    const purged = await seedTicket(ctx, { email, name: null });
    await ctx.tx((tx) => forgetWords(tx, [purged], ctx.clock.now()));
    await ctx.tx((tx) => rereadWords(tx, [first, next, purged]));
    expect([await found(ctx, 'lovelace augusta'), await found(ctx, 'lovel parcel')]).toEqual([[next, first], [next, first]]);
    expect(marked((await search(ctx, 'lovelace')).tickets[0]?.person ?? [])).toEqual(['Lovelace']);
    const { id } = await ctx.tx((tx) => tx.handles.findFirstOrThrow({ where: { person_id: personId, kind: 'customer' } }));
    const form = new FormData();
    form.set('intent', 'unlink');
    form.set('handle', id);
    await actBeside(ctx, { id: String(next), form, by: seededStaff.mia });
    expect(await found(ctx, 'lovelace')).toEqual([]);
  });

  test('by a subject it was given later', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx, { subject: 'Hi' });
    await ctx.tx((tx) => changeTicket(tx, { ticketId, changes: { subject: 'Chargeback of May' }, actor: seededStaff.mia, now: ctx.clock.now() }));
    expect(await found(ctx, 'chargeback')).toEqual([ticketId]);
  });

  test('where its messages are now, after they were moved', async () => {
    const ctx = await stage.newShop();
    const from = await seedTicket(ctx, { subject: 'Two things' });
    const to = await seedTicket(ctx, { subject: 'The other' });
    const message = await seedMessage(ctx, from, { text: 'And the samovar?' });
    await ctx.tx(async (tx) => {
      await tx.messages.updateMany({ where: { id: message }, data: { ticket_id: to } });
      await rereadWords(tx, [from, to]);
    });
    expect(await found(ctx, 'samovar')).toEqual([to]);
    expect(await found(ctx, 'two things')).toEqual([from]);
  });
});

describe('a search', () => {
  test('says in which ticket a merged one is read', async () => {
    const ctx = await stage.newShop();
    const root = await seedTicket(ctx, { subject: 'First' });
    const merged = await seedTicket(ctx, { subject: 'Second', text: 'The zither again.' });
    await ctx.tx((tx) => tx.tickets.updateMany({ where: { id: merged }, data: { merged_into: root } }));
    expect((await search(ctx, 'zither')).tickets).toMatchObject([{ id: merged, readIn: root }]);
  });

  test('finds what was merged as it stands where it is read: there it is done, somebody’s, spam or none', async () => {
    const ctx = await stage.newShop();
    const change = (ticketId: number, changes: TicketChanges) => ctx.tx((tx) => changeTicket(tx, { ticketId, changes, actor: seededStaff.mia, now: ctx.clock.now() }));
    const root = await seedTicket(ctx, { subject: 'First' });
    const [merged, marked] = [await seedTicket(ctx, { subject: 'Second', text: 'The zither again.' }), await seedTicket(ctx, { subject: 'Third', text: 'My zither!', spam: true })];
    await ctx.tx((tx) => mergeTickets(tx, { into: root, from: [merged, marked], actor: seededStaff.mia, now: ctx.clock.now() }));
    await change(root, { state: 'solved', assigneeId: seededStaff.kenji });
    expect((await search(ctx, 'zither')).tickets).toMatchObject([marked, merged].map((id) => ({ id, readIn: root, state: 'solved', spam: false, assigneeId: seededStaff.kenji })));
    expect(await found(ctx, 'zither', { filters: { states: ['solved'], assigneeId: seededStaff.kenji } })).toEqual([marked, merged]);
    expect(await found(ctx, 'zither', { filters: { states: ['new', 'open'] } })).toEqual([]);
    await change(root, { spam: true });
    expect(await found(ctx, 'zither')).toEqual([]);
    expect(await found(ctx, 'zither', { filters: { spam: true } })).toEqual([marked, merged]);
  });

  test('is narrowed by state, assignee, channel, category, priority and tag, and keeps spam apart', async () => {
    const ctx = await stage.newShop();
    const all = await seedEveryState(ctx);
    const ones = (filters: TicketSearch['filters']) => found(ctx, 'example', { filters });
    expect(await found(ctx, 'prize')).toEqual([]);
    expect(await found(ctx, 'prize', { filters: { spam: true } })).toEqual([all.spam]);
    expect(await ones({ states: ['snoozed', 'solved'] })).toEqual([all.snoozed, all.solved]);
    expect(await ones({ assigneeId: seededStaff.kenji })).toEqual([all.waitingCustomer, all.snoozed]);
    expect(await ones({ assigneeId: null, channels: ['form'] })).toEqual([all.chinese]);
    expect(await ones({ priorities: ['urgent'], categories: ['billing'] })).toEqual([all.open]);
    expect(await ones({ tag: 'carrier' })).toEqual([all.waitingThird]);
    expect(await found(ctx, String(all.open), { filters: { states: ['closed'] } })).toEqual([]);
  });

  test('goes on page by page, newest first, each ticket once, also where what is named outright stands first', async () => {
    const ctx = await stage.newShop();
    const ids: number[] = [];
    for (let n = 0; n < 7; n += 1) ids.push(await seedTicket(ctx, { subject: `Kettle for 2 number ${n}` }));
    const seen: number[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof search>> = await search(ctx, '2', { size: 3, cursor });
      seen.push(...page.tickets.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== null);
    expect(seen).toEqual([2, ...ids.filter((id) => id !== 2).reverse()]);
  });

  test('shows the words where they stand: in the subject, in the name, in the newest message that has most of them', async () => {
    const ctx = await stage.newShop();
    const id = await seedTicket(ctx, { name: 'Ángel Teapot', subject: 'Tea & teapots', text: `${'Nothing of it here. '.repeat(30)}The TEAPOT has a crack below its handle, and that is all I have to say about it for today because I have to leave the house in a moment.` });
    await seedMessage(ctx, id, saidByStaff('Which teapot?'));
    const [hit] = (await search(ctx, 'teapot crack')).tickets;
    expect(marked(hit?.subject ?? [])).toEqual(['teapot']);
    expect(marked(hit?.person ?? [])).toEqual(['Teapot']);
    expect(hit?.said).toMatchObject({ by: 'Ángel Teapot', direction: 'in' });
    expect(marked(hit?.said?.pieces ?? [])).toEqual(['TEAPOT', 'crack']);
    expect(hit?.said?.pieces.map(({ text }) => text).join('').length).toBeLessThan(200);
  });

  test('for what holds no word at all finds nothing, and one that tries to break out finds only what it says', async () => {
    const ctx = await stage.newShop();
    const id = await seedTicket(ctx, { text: "it's O'Neil" });
    for (const words of ['', ' ', '!!!', '\0', '%', '_']) expect([words, await found(ctx, words)]).toEqual([words, []]);
    expect(await found(ctx, "o'neil'; drop table tickets --")).toEqual([]);
    expect(await found(ctx, "O'NEIL")).toEqual([id]);
  });

  test('sees nothing of another shop', async () => {
    const [ctx, other] = [await stage.newShop(), await stage.newShop()];
    const id = await seedTicket(other, { subject: 'Unicorn', email: 'only@there.example' });
    for (const words of ['unicorn', 'only@there.example', String(id)]) expect(await found(ctx, words)).toEqual([]);
  });
});

async function linkOrder(ctx: ShopContext, ticketId: number, { name, tracking }: { name: string; tracking: string }): Promise<void> {
  const at = ctx.clock.now();
  await ctx.tx(async (tx) => {
    await tx.$executeRaw`
      insert into orders (id, name, created_at, processed_at, updated_at, currency, presentment_currency, subtotal, subtotal_presentment, discounts, discounts_presentment, shipping, shipping_presentment, tax, tax_presentment,
                          total, total_presentment, fingerprint, search)
      values ('1', ${name}, ${at}, ${at}, ${at}, 'EUR', 'EUR', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 'x', '')`;
    await tx.fulfillments.create({ data: { id: 'f1', order_id: '1', status: 'success', created_at: at, updated_at: at, fingerprint: 'x' } });
    await tx.shipments.create({ data: { fulfillment_id: 'f1', order_id: '1', position: 0, number: tracking } });
    await tx.ticket_orders.create({ data: { ticket_id: ticketId, order_id: '1', reason: 'staff', linked_at: at } });
  });
}
