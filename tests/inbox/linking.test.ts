import { describe, expect, it } from 'vitest';
import { forgetPeople, linkKnown, personFor } from '#app/modules/inbox/index.server.ts';
import { handlesOf } from '#app/modules/inbox/people/handle-row.server.ts';
import { linkByStaff, unlinkHandle } from '#app/modules/inbox/people/link-by-staff.server.ts';
import { perhapsTheSame } from '#app/modules/inbox/people/perhaps-the-same.server.ts';
import type { Handle } from '#app/modules/inbox/people/handle.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { openInboxStage } from '../inbox-stage.ts';

const stage = await openInboxStage();
const email = (value: string): Handle => ({ kind: 'email', value });
const phone = (value: string): Handle => ({ kind: 'phone', value });
const customer = (value: string): Handle => ({ kind: 'customer', value });

interface Known {
  own?: readonly Handle[];
  /** Given with orders only. */
  given?: readonly Handle[];
  gone?: boolean;
}

/** A customer at Shopify, with what is theirs and what they only gave with an order. */
const seedCustomer = (ctx: ShopContext, id: string, { own = [], given = [], gone = false }: Known) =>
  ctx.tx(async (tx) => {
    await tx.customers.create({ data: { id, deleted_at: gone ? ctx.clock.now() : null } });
    const rows = [...own.map((handle) => ({ ...handle, source: 'customer' })), ...given.map((handle) => ({ ...handle, source: 'order' }))];
    await tx.customer_contacts.createMany({ data: rows.map((row) => ({ customer_id: id, ...row })) });
  });
const wrote = (ctx: ShopContext, handle: Handle) =>
  ctx.tx(async (tx) => {
    const person = await personFor(tx, { handle }, ctx.clock.now());
    await linkKnown(tx, person, ctx.clock.now());
    return person;
  });
const shown = (ctx: ShopContext, person: string) => ctx.tx(async (tx) => (await handlesOf(tx, person)).map(({ kind, value, reason, confidence }) => [kind, value, reason, confidence].join(' ')).sort());
const find = async (ctx: ShopContext, person: string, { value }: Handle) => (await ctx.tx((tx) => handlesOf(tx, person))).find((handle) => handle.value === value)?.id ?? '';

describe('what is linked to a person', () => {
  it('is their customer at Shopify with the rest of what is its own, and as likely what it gave with an order', async () => {
    const ctx = await stage.newShop();
    await seedCustomer(ctx, '1', { own: [email('anna@example.com'), phone('+4915112345678')], given: [email('anna@work.example')] });
    const anna = await wrote(ctx, email('anna@example.com'));
    expect(await shown(ctx, anna)).toEqual(['customer 1 same_customer sure', 'email anna@example.com wrote sure', 'email anna@work.example order likely', 'phone +4915112345678 same_customer sure']);
  });

  it('stays the same however often it is looked for', async () => {
    const ctx = await stage.newShop();
    await seedCustomer(ctx, '1', { own: [email('anna@example.com'), phone('+4915112345678')], given: [email('gift@example.com')] });
    const anna = await wrote(ctx, email('anna@example.com'));
    const before = await shown(ctx, anna);
    const again = await Promise.all([1, 2, 3].map(() => ctx.tx((tx) => linkKnown(tx, anna, ctx.clock.now()))));
    expect([again, await shown(ctx, anna)]).toEqual([[0, 0, 0], before]);
  });

  it('is nothing that only looks alike: other writings of an address, other letters of the same shape', async () => {
    const ctx = await stage.newShop();
    await seedCustomer(ctx, '1', { own: [email('anna@gmail.com')] });
    const lookalikes = ['anna+shop@gmail.com', 'a.nna@gmail.com', 'аnna@gmail.com', 'anna@gmail.com.evil.example', 'anna@gmaiI.com'];
    for (const value of lookalikes) expect(await shown(ctx, await wrote(ctx, email(value)))).toEqual([`email ${value} wrote sure`]);
  });

  it('is nothing of a customer that is gone, and nothing that two customers have', async () => {
    const ctx = await stage.newShop();
    await seedCustomer(ctx, '1', { own: [email('gone@example.com'), phone('+4915100000001')], gone: true });
    await seedCustomer(ctx, '2', { own: [email('family@example.com')] });
    await seedCustomer(ctx, '3', { own: [email('family@example.com')] });
    expect(await shown(ctx, await wrote(ctx, email('gone@example.com')))).toEqual(['email gone@example.com wrote sure']);
    expect(await shown(ctx, await wrote(ctx, email('family@example.com')))).toEqual(['email family@example.com wrote sure']);
  });

  it('is not the phone of somebody else that was given with an order', async () => {
    const ctx = await stage.newShop();
    await seedCustomer(ctx, '1', { own: [email('anna@example.com')], given: [phone('+4915100000002')] });
    await seedCustomer(ctx, '2', { own: [email('ben@example.com'), phone('+4915100000002')] });
    expect(await shown(ctx, await wrote(ctx, email('anna@example.com')))).toEqual(['customer 1 same_customer sure', 'email anna@example.com wrote sure']);
  });
});

describe('two people', () => {
  it('stay two where one ordered with the address of the other', async () => {
    const ctx = await stage.newShop();
    await seedCustomer(ctx, '1', { own: [email('anna@example.com')], given: [email('ben@example.com')] });
    const anna = await wrote(ctx, email('anna@example.com'));
    const ben = await wrote(ctx, email('ben@example.com'));
    expect(ben).not.toBe(anna);
    expect(await shown(ctx, ben)).toEqual(['email ben@example.com wrote sure']);
    await ctx.tx((tx) => linkKnown(tx, anna, ctx.clock.now()));
    expect(await shown(ctx, anna)).toEqual(['customer 1 same_customer sure', 'email anna@example.com wrote sure']);
    expect(await ctx.tx((tx) => perhapsTheSame(tx, anna))).toMatchObject([{ personId: ben, reason: 'order', value: 'ben@example.com' }]);
  });

  it('stay two where a customer’s address passes from one to the other', async () => {
    const ctx = await stage.newShop();
    await seedCustomer(ctx, '1', { own: [email('old@example.com')] });
    const first = await wrote(ctx, email('old@example.com'));
    await ctx.tx((tx) => tx.customer_contacts.updateMany({ where: { customer_id: '1' }, data: { value: 'new@example.com' } }));
    const second = await wrote(ctx, email('new@example.com'));
    expect([second === first, await shown(ctx, second)]).toEqual([false, ['email new@example.com wrote sure']]);
  });

  it('stay two whatever the order in which they write and are looked at', async () => {
    for (let seed = 0; seed < 12; seed += 1) {
      const ctx = await stage.newShop();
      await seedCustomer(ctx, '1', { own: [email('anna@example.com'), phone('+4915100000001')], given: [email('ben@example.com'), phone('+4915100000002')] });
      await seedCustomer(ctx, '2', { own: [email('ben@example.com'), phone('+4915100000002')], given: [email('anna@example.com'), phone('+4915100000001')] });
      const turns = [email('anna@example.com'), email('ben@example.com'), phone('+4915100000001'), phone('+4915100000002')].map((handle, at) => ({ handle, rank: ((seed + 1) * (at + 3) * 7919) % 13 })).sort((left, right) => left.rank - right.rank);
      for (const { handle } of turns) await wrote(ctx, handle);
      const [anna, ben] = [await wrote(ctx, email('anna@example.com')), await wrote(ctx, email('ben@example.com'))];
      expect(anna).not.toBe(ben);
      const [hers, his] = [await shown(ctx, anna), await shown(ctx, ben)];
      expect(hers.filter((handle) => /ben@|0002|customer 2/.test(handle))).toEqual([]);
      expect(his.filter((handle) => /anna@|0001|customer 1/.test(handle))).toEqual([]);
    }
  });

  it('do not share a customer: who is theirs beyond doubt has it, and whoever had it on a guess lets go', async () => {
    const ctx = await stage.newShop();
    await seedCustomer(ctx, '1', { own: [email('anna@example.com')], given: [email('work@example.com')] });
    const work = await wrote(ctx, email('work@example.com'));
    expect(await shown(ctx, work)).toEqual(['customer 1 order likely', 'email work@example.com wrote sure']);
    const anna = await wrote(ctx, email('anna@example.com'));
    expect([await shown(ctx, anna), await shown(ctx, work)]).toEqual([['customer 1 same_customer sure', 'email anna@example.com wrote sure'], ['email work@example.com wrote sure']]);
  });
});

describe('what staff link and undo', () => {
  it('brings together what two people were known by, and gives it back when it is undone', async () => {
    const ctx = await stage.newShop();
    const now = ctx.clock.now();
    const anna = await wrote(ctx, email('anna@example.com'));
    const work = await wrote(ctx, email('work@example.com'));
    expect(await ctx.tx((tx) => linkByStaff(tx, { personId: anna, ...email('work@example.com'), by: '701', now }))).toBe(true);
    expect([await wrote(ctx, email('work@example.com')), await shown(ctx, work)]).toEqual([anna, []]);
    const handleId = await find(ctx, anna, email('work@example.com'));
    expect(await ctx.tx((tx) => unlinkHandle(tx, { personId: anna, handleId, by: '701', now }))).toBe(true);
    expect([await wrote(ctx, email('work@example.com')), await shown(ctx, anna)]).toEqual([work, ['email anna@example.com wrote sure']]);
  });

  it('is not linked again by evidence once it was undone, and not asked about', async () => {
    const ctx = await stage.newShop();
    await seedCustomer(ctx, '1', { own: [email('anna@example.com')] });
    const anna = await wrote(ctx, email('anna@example.com'));
    const handleId = await find(ctx, anna, customer('1'));
    await ctx.tx((tx) => unlinkHandle(tx, { personId: anna, handleId, by: null, now: ctx.clock.now() }));
    expect([await ctx.tx((tx) => linkKnown(tx, anna, ctx.clock.now())), await shown(ctx, anna)]).toEqual([0, ['email anna@example.com wrote sure']]);
  });

  it('never leaves a person known by nothing, and touches nobody else’s link', async () => {
    const ctx = await stage.newShop();
    const now = ctx.clock.now();
    const anna = await wrote(ctx, email('anna@example.com'));
    const ben = await wrote(ctx, email('ben@example.com'));
    const [hers, his] = [await find(ctx, anna, email('anna@example.com')), await find(ctx, ben, email('ben@example.com'))];
    expect(await ctx.tx((tx) => unlinkHandle(tx, { personId: anna, handleId: hers, by: '701', now }))).toBe(false);
    expect(await ctx.tx((tx) => unlinkHandle(tx, { personId: anna, handleId: his, by: '701', now }))).toBe(false);
    expect(await shown(ctx, ben)).toEqual(['email ben@example.com wrote sure']);
  });
});

describe('who is forgotten', () => {
  it('is whoever surely has the address, and nobody who was only likely reached by it or had it by mistake', async () => {
    const ctx = await stage.newShop();
    const now = ctx.clock.now();
    await seedCustomer(ctx, '1', { own: [email('anna@example.com')], given: [email('ben@example.com')] });
    const anna = await wrote(ctx, email('anna@example.com'));
    expect((await shown(ctx, anna)).join()).toContain('ben@example.com order likely');
    const carla = await wrote(ctx, email('carla@example.com'));
    await ctx.tx((tx) => linkByStaff(tx, { personId: carla, ...email('ben@example.com'), by: '701', now }));
    const handleId = await find(ctx, carla, email('ben@example.com'));
    await ctx.tx((tx) => unlinkHandle(tx, { personId: carla, handleId, by: '701', now }));
    const ben = await wrote(ctx, email('ben@example.com'));
    await ctx.tx((tx) => forgetPeople(tx, { customerId: '2', contacts: ['ben@example.com'] }, now));
    const erased = await ctx.tx((tx) => tx.people.findMany({ where: { erased_at: { not: null } }, select: { id: true } }));
    expect([erased, await ctx.tx((tx) => tx.handles.count({ where: { value: 'ben@example.com' } }))]).toEqual([[{ id: ben }], 0]);
  });
});
