import { randomUUID } from 'node:crypto';
import { afterAll } from 'vitest';
import { addMessage, changeTicket, openTicket, personFor, type NewMessage, type TicketChanges } from '#app/modules/inbox/index.server.ts';
import { day, hour } from '#app/kernel/time.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { openTestShops } from './outbox/shop-context.ts';

/** What a test says of a ticket; everything else is as of a first mail about a parcel. */
export interface SeededTicket {
  email?: string;
  name?: string | null;
  subject?: string;
  text?: string;
  channel?: 'email' | 'form' | 'problem' | 'phone';
  spam?: boolean;
  /** Whether the shop answered. */
  answered?: boolean;
  /** Where it is brought afterwards, by staff. */
  changes?: TicketChanges;
  at?: Date;
}

/** The staff who were seen in a seeded shop: the owner and two agents. */
export const seededStaff = { owner: '701', mia: '702', kenji: '703' } as const;

/** A new database with shops that can hold conversations. */
export async function openInboxStage() {
  const { database, databaseUrl, newShop } = await openTestShops();
  afterAll(() => database.close());
  return {
    database,
    databaseUrl,
    newShop: async (name?: string) => {
      const ctx = await newShop(name);
      await seedStaff(ctx);
      return ctx;
    },
  };
}

async function seedStaff(ctx: ShopContext): Promise<void> {
  const seen = { first_seen_at: ctx.clock.now(), last_seen_at: ctx.clock.now() };
  await ctx.tx((tx) =>
    tx.staff_members.createMany({
      data: [
        { id: seededStaff.owner, name: 'Olga Owner', account_owner: true, ...seen },
        { id: seededStaff.mia, name: 'Mia Agent', ...seen },
        { id: seededStaff.kenji, name: 'Kenji Agent', ...seen },
      ],
    }),
  );
}

/** A ticket that its customer opened with one mail; answers its number. */
export async function seedTicket(ctx: ShopContext, { email = 'ada@example.com', name = 'Ada Byron', subject = 'Where is my parcel?', text = 'It should have been here on Monday.', channel = 'email', spam = false, answered = false, changes, at = ctx.clock.now() }: SeededTicket = {}): Promise<number> {
  return ctx.tx(async (tx) => {
    const personId = await personFor(tx, { handle: { kind: 'email', value: email.toLowerCase() }, name }, at);
    const ticketId = await openTicket(tx, { personId, channel, subject, spam, locale: 'en' }, at);
    await addMessage(tx, ticketId, { ...saidByCustomer(text), from: email.toLowerCase(), authorId: personId, authorName: name ?? '', subject, placedBy: 'new' }, at);
    if (answered) await addMessage(tx, ticketId, saidByStaff('It is on its way.'), at);
    if (changes) await changeTicket(tx, { ticketId, changes, actor: seededStaff.owner, now: at });
    return ticketId;
  });
}

/** Something more that is said in a ticket; answers the message's number. */
export async function seedMessage(ctx: ShopContext, ticketId: number, message: Partial<NewMessage> & { text: string }, at = ctx.clock.now()): Promise<bigint> {
  const { id } = await ctx.tx((tx) => addMessage(tx, ticketId, { ...saidByCustomer(message.text), ...message }, at));
  return id;
}

/** A customer's word by mail. */
export const saidByCustomer = (text: string): NewMessage => ({ direction: 'in', channel: 'email', author: 'person', from: 'ada@example.com', to: ['help@shop.example'], text, verified: 'yes', placedBy: 'reference', mailId: `<${randomUUID()}@example.com>` });

/** The shop's answer by mail. */
export const saidByStaff = (text: string, staffId: string = seededStaff.mia): NewMessage => ({ direction: 'out', channel: 'email', author: 'staff', authorId: staffId, authorName: 'Mia', from: 'help@shop.example', to: ['ada@example.com'], text, placedBy: 'staff', mailId: `<${randomUUID()}@shop.example>` });

/** One ticket in every state, one that is spam, of different people, newest last; answers their numbers by what they are. */
export async function seedEveryState(ctx: ShopContext) {
  const now = ctx.clock.now();
  const ago = (hours: number) => new Date(now.getTime() - hours * hour);
  const one = (hours: number, more: SeededTicket) => seedTicket(ctx, { at: ago(hours), ...more });
  return {
    closed: await one(90, { email: 'carl@example.com', name: 'Carl Closed', subject: 'Thank you', answered: true, changes: { state: 'closed' } }),
    solved: await one(80, { email: 'sofia@example.com', name: 'Sofia Solved', subject: 'Wrong size', answered: true, changes: { state: 'solved', assigneeId: seededStaff.mia, category: 'returns' } }),
    spam: await one(70, { email: 'win@casino.example', name: null, subject: 'You have won', text: 'Claim your prize now.', spam: true }),
    snoozed: await one(60, { email: 'sam@example.com', name: 'Sam Snoozed', subject: 'Not needed before Friday', answered: true, changes: { state: 'snoozed', snoozedUntil: new Date(now.getTime() + day), assigneeId: seededStaff.kenji } }),
    waitingThird: await one(50, { email: 'theo@example.com', name: 'Theo Third', subject: 'Parcel not found', answered: true, changes: { state: 'waiting_third', assigneeId: seededStaff.mia, priority: 'high', priorityReason: 'lost_parcel', category: 'shipping', addTags: ['carrier'] } }),
    waitingCustomer: await one(40, { email: 'wanda@example.com', name: 'Wanda Waiting', subject: 'Which colour?', answered: true, changes: { assigneeId: seededStaff.kenji, category: 'product' } }),
    open: await one(30, { email: 'otto@example.com', name: 'Otto Open', subject: 'Charged twice', text: 'I was charged twice for #1001.', changes: { state: 'open', assigneeId: seededStaff.mia, priority: 'urgent', priorityReason: 'payment', category: 'billing', addTags: ['vip', 'refund'] } }),
    chinese: await one(20, { email: 'li@example.cn', name: '李明', subject: '包裹还没有到', text: '我的包裹已经十天没有更新了,请帮我查一下。', channel: 'form' }),
    new: await one(10, { email: 'nora@example.com', name: 'Nora New', subject: 'Where is my parcel?' }),
  };
}
