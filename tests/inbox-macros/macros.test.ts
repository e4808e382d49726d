import { describe, expect, it } from 'vitest';
import { actOnTicket, changeTicket, saveArticle, saveMacro, removeMacro, macrosView, macroView, takeMacro, writingAids, checkTicketDraft, mergeTickets, removeArticle, articleView } from '#app/modules/inbox/index.server.ts';
import { noActions, noConditions, type MacroDraft } from '#app/modules/inbox/macros/macro.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { openInboxStage, seededStaff, seedMessage, seedTicket } from '../inbox-stage.ts';
import { addOrder } from '../outbox/stage.ts';

const stage = await openInboxStage();
const { mia, kenji } = seededStaff;
const draft = (changes: Partial<MacroDraft> = {}): MacroDraft => ({ name: 'Winter', situation: null, personal: false, words: { en: 'Hi {{ first_name }}, {{ agent_name }}' }, conditions: noConditions, actions: noActions, ...changes });
const formOf = (value: unknown, version = 0) => {
  const form = new FormData();
  form.set('value', JSON.stringify(value));
  form.set('version', String(version));
  return form;
};
const save = (ctx: ShopContext, key: string, value: unknown, version = 0, by: string = mia) => saveMacro(ctx, { key, form: formOf(value, version), by });
const aids = (ctx: ShopContext, id: number, staffId: string = mia) => writingAids(ctx, { id: String(id), staffId, trackingUrl: (orderId) => `https://shop.example/${orderId}` });

describe('a macro', () => {
  it('is offered with its words filled in, in the customer’s language, those that fit first', async () => {
    const ctx = await stage.newShop();
    const ticket = await seedTicket(ctx, { text: 'The cup came broken' });
    expect(await save(ctx, 'new', draft())).toMatchObject({ is: 'saved' });
    const { macros, locale } = await aids(ctx, ticket);
    expect(locale).toBe('en');
    expect(macros).toHaveLength(8);
    expect(macros[0]).toMatchObject({ situation: 'damaged', suggested: true });
    expect(macros.find(({ name }) => name === 'Winter')).toMatchObject({ text: 'Hi Ada, Mia Agent', suggested: false });
  });

  it('is suggested by what stands above a first mail too, and less than by what stands in it', async () => {
    const ctx = await stage.newShop();
    const ticket = await seedTicket(ctx, { subject: 'Arrived broken', text: 'See the photos.' });
    const suggested = async () => (await aids(ctx, ticket)).macros.flatMap(({ situation, suggested }) => (suggested ? [situation] : []));
    expect(await suggested()).toEqual(['damaged']);
    await seedMessage(ctx, ticket, { text: 'And where is my parcel with the other cup?' });
    expect(await suggested()).toEqual(['late']);
    expect((await aids(ctx, await seedTicket(ctx, { subject: 'Where is my parcel?', text: 'It came, with a crack.' }))).macros[0]).toMatchObject({ situation: 'damaged' });
  });

  it('of the app leaves the greeting at its end to the signature of who has one', async () => {
    const ctx = await stage.newShop();
    const ticket = await seedTicket(ctx, { text: 'The cup came broken' });
    const words = async () => (await aids(ctx, ticket)).macros.find(({ situation }) => situation === 'damaged')?.text ?? '';
    expect(await words()).toContain('Kind regards,\nMia Agent');
    await ctx.tx((tx) => tx.agents.create({ data: { staff_id: mia, signature: 'Mia · Nordlicht' } }));
    expect(await words()).not.toContain('Kind regards');
  });

  it('names nothing of an order that may be somebody else’s', async () => {
    const ctx = await stage.newShop();
    const ticket = await seedTicket(ctx, {});
    await addOrder(ctx, '1', { email: 'ada@example.com' });
    await addOrder(ctx, '2', { email: 'bob@example.com' });
    await ctx.tx((tx) => tx.ticket_orders.create({ data: { ticket_id: ticket, order_id: '2', reason: 'named', linked_at: ctx.clock.now() } }));
    await ctx.tx((tx) => tx.orders.updateMany({ data: { fingerprint: 'read' } }));
    const { macros } = await aids(ctx, ticket);
    const late = macros.find(({ key }) => key === 'late')?.text ?? '';
    expect(late).toContain('#1');
    expect(late).toContain('https://shop.example/1');
    expect(macros.map(({ text }) => text).join()).not.toContain('#2');
  });

  it('that would fail is refused with its language and line', async () => {
    const ctx = await stage.newShop();
    expect(await save(ctx, 'new', draft({ words: { de: 'Hallo\n{{ vorname }}', en: '{% if %}' } }))).toMatchObject({
      is: 'refused',
      problems: [{ locale: 'en', line: 1, problem: 'syntax' }, { locale: 'de', line: 2, problem: 'unknown_variable', detail: 'vorname' }],
    });
    expect(await save(ctx, 'new', draft({ words: {} }))).toMatchObject({ is: 'refused', fields: { words: 'required' } });
    expect(await save(ctx, 'new', draft({ name: ' ' }))).toMatchObject({ is: 'refused', fields: { name: 'required' } });
    expect(await save(ctx, 'new', 'nonsense')).toMatchObject({ is: 'refused' });
    expect((await macrosView(ctx, mia)).macros).toHaveLength(7);
  });

  it('of the app becomes the shop’s own when it is changed, and comes back when that is removed', async () => {
    const ctx = await stage.newShop();
    const saved = await save(ctx, 'late', draft({ name: 'Our late', situation: 'late' }));
    const key = 'key' in saved ? saved.key : '';
    expect((await macrosView(ctx, mia)).macros.filter(({ situation }) => situation === 'late')).toMatchObject([{ key, builtIn: false, name: 'Our late' }]);
    expect(await save(ctx, 'late', draft({ situation: 'late' }))).toEqual({ is: 'taken' });
    expect(await removeMacro(ctx, { key, by: mia })).toEqual({ is: 'removed' });
    expect((await macroView(ctx, mia, 'late')).macro.builtIn).toBe(true);
    expect(await removeMacro(ctx, { key: 'late', by: mia })).toEqual({ is: 'moved' });
  });

  it('is never written over by somebody who has not seen what it is now', async () => {
    const ctx = await stage.newShop();
    const saved = await save(ctx, 'new', draft());
    const key = 'key' in saved ? saved.key : '';
    expect(await save(ctx, key, draft({ name: 'Second' }), 1)).toMatchObject({ is: 'saved' });
    expect(await save(ctx, key, draft({ name: 'Third' }), 1)).toEqual({ is: 'moved' });
    expect((await macroView(ctx, mia, key)).macro).toMatchObject({ name: 'Second', version: 2 });
  });

  it('of one agent is theirs alone', async () => {
    const ctx = await stage.newShop();
    const saved = await save(ctx, 'new', draft({ personal: true }));
    const key = 'key' in saved ? saved.key : '';
    expect((await macrosView(ctx, mia)).macros).toHaveLength(8);
    expect((await macrosView(ctx, kenji)).macros).toHaveLength(7);
    await expect(macroView(ctx, kenji, key)).rejects.toMatchObject({ status: 404 });
    expect(await save(ctx, key, draft(), 1, kenji)).toEqual({ is: 'moved' });
  });

  it('does to the ticket what it says when it is taken, and is counted', async () => {
    const ctx = await stage.newShop();
    const ticket = await seedTicket(ctx, { changes: { addTags: ['vip'] } });
    const saved = await save(ctx, 'new', draft({ actions: { addTags: ['late', 'vip'], category: 'shipping', priority: 'high', store: null } }));
    await takeMacro(ctx, { id: String(ticket), key: 'key' in saved ? saved.key : '', staffId: mia });
    expect(await ctx.tx((tx) => tx.tickets.findFirst({ where: { id: ticket } }))).toMatchObject({ tags: ['vip', 'late'], category: 'shipping', priority: 'high' });
    expect((await macrosView(ctx, mia)).macros.find(({ name }) => name === 'Winter')?.uses).toBe(1);
    await expect(takeMacro(ctx, { id: '9999', key: 'late', staffId: mia })).rejects.toMatchObject({ status: 404 });
    await expect(takeMacro(ctx, { id: String(ticket), key: 'nothing', staffId: mia })).rejects.toMatchObject({ status: 404 });
  });
});

describe('what a macro did to the ticket', () => {
  it('is taken back in one go, and leaves alone what was so before and what others did since', async () => {
    const ctx = await stage.newShop();
    const ticket = await seedTicket(ctx, { changes: { addTags: ['vip'], category: 'billing' } });
    const saved = await save(ctx, 'new', draft({ actions: { addTags: ['late', 'vip'], category: 'shipping', priority: 'high', store: null } }));
    const take = () => takeMacro(ctx, { id: String(ticket), key: 'key' in saved ? saved.key : '', staffId: mia });
    const came = await take();
    expect(came).toMatchObject({ is: 'changed', what: ['tags', 'category', 'priority'] });
    expect(await take()).toBeNull();
    await ctx.tx((tx) => changeTicket(tx, { ticketId: ticket, changes: { addTags: ['phoned'] }, actor: kenji, now: ctx.clock.now() }));
    const form = new FormData();
    for (const [name, value] of Object.entries({ intent: 'change', ...(came?.is === 'changed' ? came.undo : {}) })) form.set(name, value);
    await actOnTicket(ctx, { id: String(ticket), form, staffId: mia });
    expect(await ctx.tx((tx) => tx.tickets.findFirst({ where: { id: ticket } }))).toMatchObject({ tags: ['vip', 'phoned'], category: 'billing', priority: 'normal' });
  });
});

describe('a macro that leads to a deed', () => {
  const leading = (store: unknown) => ({ ...draft(), actions: { ...noActions, store } });

  it('is offered with it, and with what is chosen in it', async () => {
    const ctx = await stage.newShop();
    const ticket = await seedTicket(ctx);
    await save(ctx, 'new', leading({ deed: 'discount', percent: 10 }));
    const wishes = (await aids(ctx, ticket)).macros.flatMap(({ name, actions }) => (name === 'Winter' ? [actions.store] : []));
    expect(wishes).toEqual([{ deed: 'discount', tag: '', percent: 10 }]);
  });

  it('leads to what there is, with one tag and whole per cents', async () => {
    const ctx = await stage.newShop();
    const refused = async (store: unknown) => {
      const answer = await save(ctx, 'new', leading(store));
      return answer.is === 'refused' ? answer.fields : answer.is;
    };
    expect(await refused({ deed: 'tag', tag: 'a, b' })).toEqual({ 'actions.store.tag': 'oneTag' });
    expect(await refused({ deed: 'discount', percent: 150 })).toEqual({ 'actions.store.percent': 'percent' });
    expect(await refused({ deed: 'erase' })).toHaveProperty(['actions.store.deed']);
  });

  it('leads to nothing where it was kept before macros could', async () => {
    const ctx = await stage.newShop();
    const saved = await save(ctx, 'new', draft({ actions: { ...noActions, addTags: ['vip'] } }));
    await ctx.tx((tx) => tx.macros.updateMany({ data: { actions: { addTags: ['vip'], category: null, priority: null } } }));
    expect((await macroView(ctx, mia, 'key' in saved ? saved.key : '')).macro.actions).toEqual({ addTags: ['vip'], category: null, priority: null, store: null });
  });
});

describe('what is new', () => {
  it('is made once, however often it is saved', async () => {
    const ctx = await stage.newShop();
    const keyed = (value: unknown) => {
      const form = formOf(value);
      form.set('key', '7d0f7c3e-5b3a-4a53-9d0c-0f1f0c7d2a11');
      return form;
    };
    const twice = <Answer,>(work: () => Promise<Answer>) => Promise.all([work(), work()]);
    const macros = await twice(() => saveMacro(ctx, { key: 'new', form: keyed(draft({ situation: 'late' })), by: mia }));
    expect(macros).toEqual([1, 2].map(() => ({ is: 'saved', key: '7d0f7c3e-5b3a-4a53-9d0c-0f1f0c7d2a11' })));
    const texts = await twice(() => saveArticle(ctx, { id: 'new', form: keyed({ kind: 'help', title: 'Sizes', body: 'S to L', locale: 'en', url: '' }), by: mia }));
    expect(texts.map(({ is }) => is)).toEqual(['saved', 'saved']);
    expect(await ctx.tx(async (tx) => [await tx.macros.count(), await tx.articles.count()])).toEqual([1, 1]);
  });
});

describe('a text to look up', () => {
  it('is found in the composer, and changed on the version that was seen', async () => {
    const ctx = await stage.newShop();
    const ticket = await seedTicket(ctx);
    const text = { kind: 'internal', title: 'Depot', body: 'Call 123', locale: 'en', url: '' };
    const saved = await saveArticle(ctx, { id: 'new', form: formOf(text), by: mia });
    const id = 'id' in saved ? saved.id : '';
    expect((await aids(ctx, ticket)).articles).toMatchObject([{ id, kind: 'internal', title: 'Depot' }]);
    expect(await saveArticle(ctx, { id, form: formOf({ ...text, title: 'Depots' }, 1), by: mia })).toMatchObject({ is: 'saved' });
    expect(await saveArticle(ctx, { id, form: formOf(text, 1), by: mia })).toEqual({ is: 'moved' });
    expect(await saveArticle(ctx, { id, form: formOf({ ...text, url: 'http://example.com' }, 2), by: mia })).toMatchObject({ is: 'refused', fields: { url: 'httpsOnly' } });
    expect(await removeArticle(ctx, id)).toEqual({ is: 'removed' });
    await expect(articleView(ctx, id)).rejects.toMatchObject({ status: 404 });
  });
});

describe('a draft in a ticket', () => {
  it('is wrong only where it is wrong of every order the person has', async () => {
    const ctx = await stage.newShop();
    const ticket = await seedTicket(ctx);
    for (const id of ['1', '2']) await addOrder(ctx, id, { email: 'ada@example.com', ...(id === '2' ? { cancelled_at: ctx.clock.now() } : {}) });
    await ctx.tx((tx) => tx.orders.updateMany({ data: { fingerprint: 'read' } }));
    const claims = async (draft: string) => (await checkTicketDraft(ctx, { id: String(ticket), draft })).map(({ claim }) => claim);
    expect(await claims('Your order has been cancelled.')).toEqual([]);
    expect(await claims('Your order #1 has been cancelled.')).toEqual(['cancelled']);
    expect(await claims('We have refunded you.')).toEqual(['refunded']);
    expect(await claims('I don’t know.')).toEqual(['forbidden']);
    await expect(checkTicketDraft(ctx, { id: '9999', draft: '' })).rejects.toMatchObject({ status: 404 });
  });

  it('may speak of any order of the person, be it an old one', async () => {
    const ctx = await stage.newShop();
    const ticket = await seedTicket(ctx);
    const claims = async (draft: string) => (await checkTicketDraft(ctx, { id: String(ticket), draft })).map(({ claim }) => claim);
    await addOrder(ctx, '1001', { email: 'ada@example.com', cancelled_at: ctx.clock.now() });
    for (const id of ['2001', '2002', '2003', '2004', '2005', '10010']) await addOrder(ctx, id, { email: 'ada@example.com' });
    await addOrder(ctx, '3001', { email: 'bob@example.com' });
    await ctx.tx((tx) => tx.$executeRaw`update orders set fingerprint = 'read', processed_at = case id when '1001' then now() - interval '1 year' else processed_at end`);
    expect(await claims('Your order #1001 was cancelled.')).toEqual([]);
    expect(await claims('Your order #1001 was shipped.')).toEqual(['shipped']);
    expect(await claims('Your order #10010 was cancelled.')).toEqual(['cancelled']);
    expect(await claims('Your order #3001 is ready.')).toEqual(['unknown_order']);
  });

  it('is held against what is known of all that is read in its ticket', async () => {
    const ctx = await stage.newShop();
    const [root, merged] = [await seedTicket(ctx, { subject: 'Hello', text: 'Do you sell cups?' }), await seedTicket(ctx, { subject: 'Cup', text: 'It arrived broken.' })];
    const suggested = async () => (await aids(ctx, root)).macros.flatMap(({ situation, suggested }) => (suggested ? [situation] : []));
    await ctx.tx((tx) => mergeTickets(tx, { into: root, from: [merged], actor: mia, now: ctx.clock.now() }));
    expect(await suggested()).toEqual(['damaged']);
    await seedMessage(ctx, root, { text: 'I am out of the office.', kind: 'auto_reply' });
    expect(await suggested()).toEqual(['damaged']);
    await addOrder(ctx, '3001', { email: 'ada@work.example', cancelled_at: ctx.clock.now() });
    await ctx.tx(async (tx) => {
      await tx.orders.updateMany({ data: { fingerprint: 'read' } });
      await tx.ticket_orders.create({ data: { ticket_id: merged, order_id: '3001', reason: 'staff', linked_at: ctx.clock.now() } });
    });
    expect((await checkTicketDraft(ctx, { id: String(root), draft: 'Your order #3001 was shipped.' })).map(({ claim }) => claim)).toEqual(['shipped']);
  });
});
