import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { day } from '#app/kernel/time.ts';
import { actOnKeeping, changeTicket, complaintsView, exportPerson, inboxFigures, keepingSetting, openTicket, personFor, purgeWords, readingsAsCsv, removeMailFiles, searchTickets } from '#app/modules/inbox/index.server.ts';
import { takeComplaintStep } from '#app/modules/inbox/complaints/take-step.server.ts';
import { recordRating } from '#app/modules/inbox/satisfaction/record-rating.server.ts';
import { changeSetting } from '#app/modules/settings/index.server.ts';
import type { FileStore } from '#app/platform/files/file-store.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { openInboxStage, saidByStaff, seedEveryState, seededStaff, seedMessage, seedTicket } from '../inbox-stage.ts';

const stage = await openInboxStage();
const now = new Date();
const ago = (days: number) => new Date(now.getTime() - days * day);
const keep = (ctx: ShopContext, kept: Partial<typeof keepingSetting.initial>) => changeSetting(ctx, keepingSetting, { value: { ...keepingSetting.initial, ...kept }, version: 0, by: null });
const done = (ctx: ShopContext, ticketId: number, at: Date) => ctx.tx((tx) => changeTicket(tx, { ticketId, changes: { state: 'solved', category: 'returns' }, actor: seededStaff.mia, now: at }));

/** A conversation that was answered, solved, judged and broke a promise, so many days ago, with a file and its raw mail. */
async function past(ctx: ShopContext, days: number, { email = 'ada@example.com', channel = 'email' }: { email?: string; channel?: 'email' | 'form' } = {}): Promise<{ ticketId: number; file: string }> {
  const ticketId = await seedTicket(ctx, { email, name: `Name of ${email}`, channel, at: ago(days), subject: 'Samovar', text: 'My samovar leaks.' });
  const id = await seedMessage(ctx, ticketId, { text: 'Here is a picture.', from: email, rawFile: `raw/${ticketId}` }, ago(days - 0.1));
  await seedMessage(ctx, ticketId, { ...saidByStaff('We send a new samovar.'), to: [email] }, ago(days - 0.5));
  const file = `shops/${ctx.shop.id}/inbox/${randomUUID()}`;
  await ctx.tx(async (tx) => {
    await tx.message_files.create({ data: { id: randomUUID(), message_id: id, position: 0, filename: 'samovar.png', type: 'image/png', size: 1, sha256: 'x', file } });
    await tx.ticket_events.create({ data: { ticket_id: ticketId, type: 'promise_broken', data: { promise: 'next_reply' }, happened_at: ago(days - 0.6) } });
    const { person_id } = await tx.tickets.findFirstOrThrow({ where: { id: ticketId } });
    await tx.satisfactions.create({ data: { ticket_id: ticketId, person_id, asked_at: ago(days - 1), score: 4, comment: 'Quick.', answered_at: ago(days - 2) } });
  });
  await done(ctx, ticketId, ago(days - 1));
  return { ticketId, file };
}

const allFigures = (ctx: ShopContext) => Promise.all((['day', 'week', 'month'] as const).map((step) => inboxFigures(ctx, { step, channel: null, agent: null, team: null })));
const found = (ctx: ShopContext, words: string) => ctx.tx(async (tx) => (await searchTickets(tx, { words })).tickets.map(({ id }) => id));
const textsOf = (ctx: ShopContext, ticketId: number) => ctx.tx(async (tx) => (await tx.messages.findMany({ where: { ticket_id: ticketId } })).map(({ text, subject, from_address }) => [text, subject, from_address].join('')));

/** Every row of the inbox that holds a text, as one string. */
const everythingHeld = (ctx: ShopContext) =>
  ctx.tx(async (tx) => JSON.stringify(await Promise.all(['tickets', 'messages', 'message_files', 'people', 'handles', 'ticket_words', 'ticket_events', 'outbox', 'mail_arrivals'].map((table) => tx.$queryRawUnsafe(`select to_jsonb(t) as held from ${table} t`)))));

describe('what was kept long enough', () => {
  test('is gone: words, names, addresses, files and raw mails; and every figure is as before', async () => {
    const ctx = await stage.newShop();
    await seedEveryState(ctx);
    const { ticketId, file } = await past(ctx, 100, { email: 'long.ago@example.com' });
    await past(ctx, 40, { email: 'recent@example.com' });
    await keep(ctx, { email: 2 });
    const before = await allFigures(ctx);
    await purgeWords(ctx);
    expect(await allFigures(ctx)).toEqual(before);
    expect(before[2]?.total.opened).toBeGreaterThan(8);
    expect(await textsOf(ctx, ticketId)).toEqual(['', '', '']);
    expect(await found(ctx, 'samovar')).toHaveLength(1);
    const held = await everythingHeld(ctx);
    for (const trace of ['long.ago@example.com', 'Name of long', file, `raw/${ticketId}`]) expect([trace, held.includes(trace)]).toEqual([trace, false]);
    expect(held).toContain('recent@example.com');
  });

  test('lets its files go from the store too, and no file that somebody still has', async () => {
    const ctx = await stage.newShop();
    const [old, recent] = [await past(ctx, 100), await past(ctx, 10, { email: 'recent@example.com' })];
    await keep(ctx, { email: 1 });
    await purgeWords(ctx);
    const removed: string[] = [];
    const store = { remove: async (files: readonly string[]) => void removed.push(...files) } as Partial<FileStore> as FileStore;
    for (const { files } of await jobsOf(ctx)) await removeMailFiles(ctx, store, { files: [...files, recent.file] });
    expect(removed.sort()).toEqual([old.file, `raw/${old.ticketId}`].sort());
  });

  test('is counted by channel, from the last word, and only where it is done', async () => {
    const ctx = await stage.newShop();
    const form = await past(ctx, 100, { channel: 'form', email: 'form@example.com' });
    const open = await seedTicket(ctx, { email: 'open@example.com', at: ago(300), text: 'samovar, still open' });
    const mail = await past(ctx, 100);
    const reopened = await past(ctx, 200, { email: 'again@example.com' });
    await seedMessage(ctx, reopened.ticketId, { text: 'My samovar leaks again.' }, ago(3));
    await keep(ctx, { email: 1, form: 12 });
    await purgeWords(ctx);
    expect(await found(ctx, 'samovar')).toEqual([reopened.ticketId, open, form.ticketId]);
    expect(await textsOf(ctx, mail.ticketId)).toEqual(['', '', '']);
  });

  test('goes with all that was merged into it, and by nothing where all is kept for good', async () => {
    const ctx = await stage.newShop();
    const [root, merged] = [await past(ctx, 100), await past(ctx, 5, { email: 'other@example.com' })];
    await ctx.tx((tx) => tx.tickets.updateMany({ where: { id: merged.ticketId }, data: { merged_into: root.ticketId } }));
    await purgeWords(ctx);
    expect(await found(ctx, 'samovar')).toHaveLength(2);
    await keep(ctx, { email: 1 });
    await purgeWords(ctx);
    expect(await found(ctx, 'samovar')).toEqual([]);
  });

  test('goes again when somebody wrote after it had gone', async () => {
    const ctx = await stage.newShop();
    const { ticketId } = await past(ctx, 400);
    await keep(ctx, { email: 1 });
    await purgeWords(ctx);
    await seedMessage(ctx, ticketId, { text: 'The samovar once more.' }, ago(90));
    await done(ctx, ticketId, ago(89));
    await purgeWords(ctx);
    expect(await textsOf(ctx, ticketId)).toEqual(['', '', '', '']);
  });

  test('is nothing as long as an answer waits to leave: it leaves, and goes with the rest later', async () => {
    const ctx = await stage.newShop();
    const { ticketId } = await past(ctx, 100);
    const sendAt = new Date(now.getTime() + 5 * day);
    const waiting = await seedMessage(ctx, ticketId, { ...saidByStaff('We ask again how it is.'), sendAt }, ago(1));
    await keep(ctx, { email: 1 });
    await purgeWords(ctx);
    const stands = () => ctx.tx((tx) => tx.messages.findFirstOrThrow({ where: { id: waiting }, select: { text: true, withdrawn_at: true } }));
    expect(await stands()).toEqual({ text: 'We ask again how it is.', withdrawn_at: null });
    await ctx.tx((tx) => tx.messages.updateMany({ where: { id: waiting }, data: { send_at: null } }));
    await purgeWords(ctx);
    expect(await stands()).toEqual({ text: '', withdrawn_at: null });
  });

  test('is nothing as long as somebody who complained waits for a call, also of what was merged into a conversation that was merged', async () => {
    const ctx = await stage.newShop();
    const [root, middle, complained] = [await past(ctx, 100), await past(ctx, 90, { email: 'other@example.com' }), await past(ctx, 80, { email: 'third@example.com' })];
    await ctx.tx(async (tx) => {
      await tx.tickets.updateMany({ where: { id: middle.ticketId }, data: { merged_into: root.ticketId } });
      await tx.tickets.updateMany({ where: { id: complained.ticketId }, data: { merged_into: middle.ticketId } });
      await tx.complaints.create({ data: { ticket_id: complained.ticketId, state: 'resolved', what: 'The samovar leaks.', recorded_at: now, promised_at: now, resolved_at: now, resolution: 'A new one.' } });
    });
    await keep(ctx, { email: 1 });
    await purgeWords(ctx);
    expect(await found(ctx, 'samovar')).toHaveLength(3);
    expect((await complaintsView(ctx)).open).toHaveLength(1);
    await ctx.tx((tx) => takeComplaintStep(tx, { ticketId: complained.ticketId, actor: null, value: { step: 'called_back' }, now }));
    await purgeWords(ctx);
    expect(await found(ctx, 'samovar')).toEqual([]);
  });

  test('waits for nobody who was forgotten', async () => {
    const ctx = await stage.newShop();
    const [root, complained] = [await past(ctx, 100), await past(ctx, 90, { email: 'other@example.com' })];
    await ctx.tx(async (tx) => {
      const { person_id: forgotten } = await tx.tickets.findFirstOrThrow({ where: { id: complained.ticketId } });
      await tx.people.updateMany({ where: { id: forgotten }, data: { erased_at: now } });
      await tx.tickets.updateMany({ where: { id: complained.ticketId }, data: { merged_into: root.ticketId } });
      await tx.complaints.create({ data: { ticket_id: complained.ticketId, state: 'recorded', what: '', recorded_at: now, promised_at: now } });
    });
    await keep(ctx, { email: 1 });
    await purgeWords(ctx);
    expect(await found(ctx, 'samovar')).toEqual([]);
  });

  test('goes again when something was said of the conversation after it had gone: in a rating, of a complaint, as a tag', async () => {
    const ctx = await stage.newShop();
    const { ticketId } = await past(ctx, 100);
    const merged = await past(ctx, 90, { email: 'other@example.com' });
    await ctx.tx((tx) => tx.tickets.updateMany({ where: { id: merged.ticketId }, data: { merged_into: ticketId } }));
    await keep(ctx, { email: 1 });
    await purgeWords(ctx);
    await ctx.tx(async (tx) => {
      await recordRating(tx, { ticketId: merged.ticketId, rating: { score: 4, comment: 'Ada Byron was pleased.' }, onlyFirst: false, now });
    });
    const complained = await past(ctx, 80, { email: 'third@example.com' });
    const recorded = { state: 'verified', what: 'x', recorded_at: now, promised_at: now, verified_at: now, justified: 'yes', cause: 'packing' };
    await ctx.tx((tx) => tx.complaints.create({ data: { ticket_id: complained.ticketId, ...recorded } }));
    const tagged = await past(ctx, 70, { email: 'fourth@example.com' });
    await purgeWords(ctx);
    await ctx.tx(async (tx) => {
      await takeComplaintStep(tx, { ticketId: complained.ticketId, actor: null, value: { step: 'resolved', resolution: 'Ada has a new one.' }, now });
      await takeComplaintStep(tx, { ticketId: complained.ticketId, actor: null, value: { step: 'called_back' }, now });
      await changeTicket(tx, { ticketId: tagged.ticketId, changes: { addTags: ['of Ada Byron'], subject: 'Ada Byron' }, actor: null, now });
    });
    await purgeWords(ctx);
    const held = await ctx.tx(async (tx) => [await tx.satisfactions.findMany({ select: { comment: true } }), await tx.complaints.findMany({ select: { resolution: true } }), await tx.ticket_events.findMany({ select: { data: true } }), await tx.tickets.findMany({ select: { tags: true, subject: true } })]);
    expect(JSON.stringify(held)).not.toContain('Ada');
  });

  test('is nothing before its months are over, also where the month before had fewer days', async () => {
    const ctx = await stage.newShop();
    const lastOfMarch = Date.parse('2027-03-31T12:00:00Z');
    const days = (now.getTime() - Date.parse('2027-03-02T12:00:00Z')) / day;
    const { ticketId } = await past(ctx, days);
    await keep(ctx, { email: 1 });
    ctx.clock.offset = lastOfMarch - now.getTime();
    await purgeWords(ctx);
    expect(await textsOf(ctx, ticketId)).toContain('My samovar leaks.Samovarada@example.com');
    ctx.clock.offset += 3 * day;
    await purgeWords(ctx);
    expect(await textsOf(ctx, ticketId)).toEqual(['', '', '']);
  });

  test('is spam sooner than anything else, whatever its state', async () => {
    const ctx = await stage.newShop();
    const [old, fresh] = [await seedTicket(ctx, { email: 'a@casino.example', spam: true, at: ago(31) }), await seedTicket(ctx, { email: 'b@casino.example', spam: true, at: ago(5) })];
    await purgeWords(ctx);
    expect([await textsOf(ctx, old), (await textsOf(ctx, fresh))[0]?.length]).toEqual([[''], expect.any(Number)]);
    expect((await textsOf(ctx, fresh))[0]).not.toBe('');
  });
});

describe('how long words are kept', () => {
  test('is said by who may do everything, as what is gone does not come back', async () => {
    const ctx = await stage.newShop();
    const asked = () => form({ intent: 'save-keeping', version: '0', value: JSON.stringify({ ...keepingSetting.initial, email: 1 }) });
    for (const by of [seededStaff.mia, null]) expect(await actOnKeeping(ctx, asked(), { by })).toEqual({ errors: { fields: {}, form: 'notAllowed' } });
    expect(await actOnKeeping(ctx, asked(), { by: seededStaff.owner })).toMatchObject({ saved: { value: { email: 1 } } });
  });
});

describe('one person', () => {
  test('is looked up by an address or a number however it is typed, and handed over without what staff said among themselves', async () => {
    const ctx = await stage.newShop();
    const { ticketId } = await past(ctx, 3);
    await seedMessage(ctx, ticketId, { ...saidByStaff('Difficult customer.'), direction: 'note' });
    expect(await actOnKeeping(ctx, form({ intent: 'find', contact: ' ADA@Example.com ' }), { by: null })).toEqual({ is: 'found', person: { contact: 'ada@example.com', conversations: 1, messages: 4 }, may: false });
    const callerId = await ctx.tx((tx) => personFor(tx, { handle: { kind: 'phone', value: '+49301234567' }, name: 'Caller' }, now));
    await ctx.tx((tx) => openTicket(tx, { personId: callerId, channel: 'phone', subject: 'Samovar' }, now));
    for (const contact of ['0049 30 1234567', '+49 (0)30/123-4567']) expect(await actOnKeeping(ctx, form({ intent: 'find', contact }), { by: null })).toMatchObject({ is: 'found', person: { contact: '+49301234567', conversations: 1 } });
    const document = JSON.stringify(await exportPerson(ctx, 'ada@example.com', seededStaff.owner));
    for (const theirs of ['My samovar leaks.', 'We send a new samovar.', 'samovar.png', 'Name of ada']) expect(document).toContain(theirs);
    expect(document).not.toContain('Difficult');
    expect(await exportPerson(ctx, 'nobody@example.com', seededStaff.owner)).toBeNull();
    expect((await ctx.tx((tx) => tx.ticket_readings.findMany())).map(({ ticket_id, staff_id }) => [ticket_id, staff_id])).toEqual([[ticketId, seededStaff.owner]]);
  });

  test('is handed over by who may erase them, and by nobody else', async () => {
    const ctx = await stage.newShop();
    await past(ctx, 3);
    for (const by of [seededStaff.mia, null]) await expect(exportPerson(ctx, 'ada@example.com', by)).rejects.toMatchObject({ code: 'may_not', status: 403 });
    expect(await actOnKeeping(ctx, form({ intent: 'find', contact: 'ada@example.com' }), { by: seededStaff.owner })).toMatchObject({ is: 'found', may: true });
  });

  test('is erased by who may do everything, and by nobody else; the figures stay', async () => {
    const ctx = await stage.newShop();
    await past(ctx, 3);
    await past(ctx, 2, { email: 'other@example.com' });
    const before = await allFigures(ctx);
    expect(await actOnKeeping(ctx, form({ intent: 'erase', contact: 'ada@example.com' }), { by: seededStaff.mia })).toEqual({ is: 'may_not' });
    expect(await everythingHeld(ctx)).toContain('ada@example.com');
    expect(await actOnKeeping(ctx, form({ intent: 'erase', contact: 'Ada@example.com' }), { by: seededStaff.owner })).toEqual({ is: 'erased' });
    const held = await everythingHeld(ctx);
    expect([held.includes('Name of ada'), held.includes('other@example.com')]).toEqual([false, true]);
    expect(await allFigures(ctx)).toEqual(before);
    expect(await actOnKeeping(ctx, form({ intent: 'erase', contact: 'nobody@example.com' }), { by: seededStaff.owner })).toEqual({ is: 'erased' });
  });
});

describe('who read what', () => {
  test('is a file, the latest day first, and forgotten after its time', async () => {
    const ctx = await stage.newShop();
    const ticket_id = await seedTicket(ctx);
    await ctx.tx((tx) => tx.ticket_readings.createMany({ data: [ago(500), ago(2), ago(1)].map((at) => ({ ticket_id, staff_id: seededStaff.mia, day: at, first_at: at, last_at: at })) }));
    const lines = async () => {
      const read: string[] = [];
      for await (const line of readingsAsCsv(ctx)) read.push(line);
      return read;
    };
    expect(await lines()).toHaveLength(4);
    await purgeWords(ctx);
    const [heading, latest, ...others] = await lines();
    expect([heading?.startsWith('day,conversation'), others.length]).toEqual([true, 1]);
    expect(latest).toMatch(new RegExp(`^${ago(1).toISOString().slice(0, 10)},${ticket_id},${seededStaff.mia},Mia Agent,`));
  });
});

function form(fields: Record<string, string>): FormData {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.set(name, value);
  return made;
}

/** The files that wait to be removed. */
async function jobsOf(ctx: ShopContext): Promise<{ files: string[] }[]> {
  const { rows } = await stage.database.pool.query<{ payload: { shopId: number; data: { files: string[] } } }>(`select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'inbox.remove-files'`);
  return rows.filter(({ payload }) => payload.shopId === ctx.shop.id).map(({ payload }) => payload.data);
}
