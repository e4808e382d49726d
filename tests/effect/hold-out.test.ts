import { describe, expect, it } from 'vitest';
import { actOnHoldOut, enrolmentsAsCsv } from '#app/modules/effect/index.server.ts';
import { armOf, isDrawnByLot, personMark } from '../../app/modules/effect/arm.ts';
import { days, late, openEffectStage } from './stage.ts';

const stage = await openEffectStage();
const by = (name: string | null) => ({ by: name, release: () => Promise.resolve() });
const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
};

describe('the side of a person', () => {
  const marks = Array.from({ length: 4_000 }, (_, at) => personMark(7, { customerId: String(at), email: null }) ?? '');

  it.each([5, 20, 50])('is drawn so that about %i of a hundred are held out', (share) => {
    const held = marks.filter((mark) => armOf(mark, share) === 'held_out').length / marks.length;
    expect(Math.abs(held - share / 100)).toBeLessThan(4 * Math.sqrt((share / 100) * (1 - share / 100) / marks.length));
  });

  it.each([1, 20, 50])('is as often on the other side as %i of a hundred, else the measurement is not sound', (share) => {
    for (const shop of Array.from({ length: 200 }, (_, at) => at)) {
      const drawn = Array.from({ length: 300 }, (_, at) => armOf(personMark(shop, { customerId: String(at), email: null }) ?? '', share));
      const heldOut = drawn.filter((arm) => arm === 'held_out').length;
      expect(isDrawnByLot({ told: drawn.length - heldOut, heldOut }, share)).toBe(true);
    }
    expect(isDrawnByLot({ told: 0, heldOut: 0 }, share)).toBe(true);
    expect(isDrawnByLot({ told: 100, heldOut: 300 }, share)).toBe(false);
  });

  it('is another lot in each shop, and no other where an address is written otherwise', () => {
    const there = Array.from({ length: 4_000 }, (_, at) => personMark(8, { customerId: String(at), email: null }) ?? '');
    const both = marks.filter((mark, at) => armOf(mark, 50) === armOf(there[at] ?? '', 50)).length / marks.length;
    expect(Math.abs(both - 0.5)).toBeLessThan(0.04);
    expect(personMark(7, { customerId: null, email: ' Ada@Example.com ' })).toBe(personMark(7, { customerId: null, email: 'ada@example.com' }));
  });
});

describe('while no hold-out runs', () => {
  it('everybody is told, and nobody is counted', async () => {
    const shop = await stage.newShop();
    await shop.place(['1', '2']);
    expect([await shop.ask('1', 1), await shop.ask('2', 1)]).toEqual([false, false]);
    expect(await shop.enrolled()).toEqual([]);
    expect(await shop.report(2)).toEqual({ latest: null, earlier: [] });
  });
});

describe('while one runs', () => {
  it('a person stays on their side with every order and every slip, and is counted once', async () => {
    const shop = await stage.newShop();
    await shop.start(50);
    const [held = '', told = ''] = [...shop.persons('held_out', 50, 1), ...shop.persons('told', 50, 1)];
    await shop.place([held, told, '90001']);
    expect([await shop.ask(held, 1), await shop.ask(held, 3), await shop.ask('90001', 4, undefined, `person-${held}@example.com`)]).toEqual([true, true, true]);
    expect([await shop.ask(told, 1), await shop.ask(told, 3)]).toEqual([false, false]);
    expect((await shop.enrolled()).map(({ order_id, arm }) => [order_id, arm])).toEqual([[held, 'held_out'], [told, 'told']]);
  });

  it.each([
    ['has an exception', { status: 'exception', cause: 'address' }],
    ['is lost', { cause: 'lost' }],
    ['is damaged', { cause: 'damaged' }],
    ['is on its way back', { goingBack: true }],
    ['was silent for so long that it is given up', { status: 'expired' }],
    ['was tried to be delivered', { status: 'attempted' }],
    ['is told to have arrived and did not', { troubles: [...late.troubles, { id: '2', kind: 'denied', cause: null, since: new Date() }] }],
  ] as const)('everybody is told of a parcel that %s, and nobody is counted for it', async (_, more) => {
    const shop = await stage.newShop();
    await shop.start(50);
    const [held = ''] = shop.persons('held_out', 50, 1);
    await shop.place([held]);
    expect(await shop.ask(held, 1, { ...late, ...more, troubles: 'troubles' in more ? [...more.troubles] : [...late.troubles] })).toBe(false);
    expect(await shop.enrolled()).toEqual([]);
  });

  it('no other can begin, nor one of nobody or of more than half', async () => {
    const shop = await stage.newShop();
    const start = (share: string) => actOnHoldOut(shop.at(0), form({ intent: 'start', share }), by(null));
    expect(await Promise.all(['0', '51', '2.5', '', 'many'].map(start))).toEqual(Array.from({ length: 5 }, () => ({ refused: 'share' })));
    expect(await start('10')).toEqual({ done: 'started' });
    expect(await start('20')).toEqual({ refused: 'conflict' });
  });

  it('it is ended by who sees it, once, and everybody is told from then on', async () => {
    const shop = await stage.newShop();
    await shop.start(50);
    const [held = ''] = shop.persons('held_out', 50, 1);
    await shop.place([held]);
    const id = (await shop.report(1)).latest?.holdOut.id ?? '';
    const end = () => actOnHoldOut(shop.at(2), form({ intent: 'end', id }), by('gid://shopify/StaffMember/2'));
    expect([await end(), await end()]).toEqual([{ done: 'ended' }, { refused: 'conflict' }]);
    expect(await shop.ask(held, 3)).toBe(false);
    expect((await shop.story()).map(({ type, actor }) => [type, actor])).toEqual([['holdout.started', 'gid://shopify/StaffMember/1'], ['holdout.ended', 'gid://shopify/StaffMember/2']]);
    await expect(actOnHoldOut(shop.at(2), form({ intent: 'end', id: 'x' }), by(null))).rejects.toMatchObject({ status: 404 });
    expect(await shop.mails()).toEqual([]);
  });
});

describe('the report', () => {
  it('counts whose week is over, and only what they wrote in it', async () => {
    const shop = await stage.newShop();
    await shop.start(50);
    const held = shop.persons('held_out', 50, 30);
    const told = shop.persons('told', 50, 30);
    await shop.place([...held, ...told]);
    for (const person of [...held.slice(0, 25), ...told.slice(0, 25)]) await shop.ask(person, 1);
    for (const person of [...held.slice(25), ...told.slice(25)]) await shop.ask(person, 5);
    for (const person of held.slice(0, 8)) await shop.writes(person, 3);
    for (const person of told.slice(0, 3)) await shop.writes(person, 3);
    await shop.writes(told[0] ?? '', 4);
    await shop.writes(told[10] ?? '', 0.5);
    await shop.writes(told[11] ?? '', 8.5);
    await shop.writes(held[26] ?? '', 6);
    const { latest } = await shop.report(9);
    expect(latest).toMatchObject({
      heldOut: { enrolled: 30, counted: { of: 25, did: 8 } },
      told: { enrolled: 30, counted: { of: 25, did: 3 } },
      confidence: 0.95,
    });
    expect(latest?.difference?.value).toBeCloseTo(0.2);
    expect(latest?.needed).toBeGreaterThan(50);
    expect(latest?.daysLeft).toBeGreaterThan(0);
    expect((await shop.report(7)).latest).toMatchObject({ difference: null, heldOut: { counted: { of: 0 }, share: null } });
  });

  it('is a file with a line for each order that takes part', async () => {
    const shop = await stage.newShop();
    await shop.start(50);
    const [held = '', told = ''] = [...shop.persons('held_out', 50, 1), ...shop.persons('told', 50, 1)];
    await shop.place([held, told]);
    await shop.ask(held, 1);
    await shop.ask(told, 2);
    await shop.writes(held, 2);
    const lines: string[] = [];
    const id = (await shop.report(1)).latest?.holdOut.id ?? '';
    for await (const line of await enrolmentsAsCsv(shop.at(8.5), id)) lines.push(line.trim());
    expect(lines[0]).toBe('order,side,delayed_at,wrote_at,counted');
    expect(lines.slice(1).sort()).toEqual([`#${held},held_out,2026-11-02T08:00:00.000Z,2026-11-03T08:00:00.000Z,yes`, `#${told},told,2026-11-03T08:00:00.000Z,,no`].sort());
    await expect(enrolmentsAsCsv(shop.at(8), '999999')).rejects.toMatchObject({ status: 404 });
  });
});

describe('clear harm', () => {
  async function harmed(shop: Awaited<ReturnType<typeof stage.newShop>>) {
    await shop.start(20);
    const held = shop.persons('held_out', 20, 12);
    const told = shop.persons('told', 20, 12);
    await shop.place([...held, ...told]);
    for (const person of [...held, ...told]) await shop.ask(person, 1);
    for (const person of held.slice(0, 9)) await shop.writes(person, 2);
    await shop.writes(told[0] ?? '', 2);
    return { held, told };
  }

  it('ends it by itself: once, in the journal, and with a mail to the merchant', async () => {
    const shop = await stage.newShop();
    const { held } = await harmed(shop);
    await Promise.all([shop.watch(3), shop.watch(3)]);
    await shop.watch(4);
    expect((await shop.story()).map(({ type, source, data }) => [type, source, data])).toEqual([
      ['holdout.started', 'staff', expect.anything()],
      ['holdout.ended', 'app', { holdOutId: expect.any(String), endedFor: 'harm' }],
    ]);
    expect(shop.released).toEqual([days(3)]);
    const [mail, ...more] = await shop.mails();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ kind: 'effect.hold-out-ended', recipient: 'merchant@nordlicht.example', topic: null, order_id: null });
    expect(mail?.text_body).toContain('10 customers wrote to you about a delayed order; 9 of them had not been told of the delay, although only 20% are held out.');
    expect(await shop.ask(held[0] ?? '', 5)).toBe(false);
    expect((await shop.report(5)).latest).toMatchObject({ confidence: 0.98, holdOut: { endedFor: 'harm' }, daysLeft: null });
  });

  it('ends it where nobody can be written to, too', async () => {
    const shop = await stage.newShop({ email: null });
    await harmed(shop);
    await shop.watch(3);
    expect((await shop.report(5)).latest?.holdOut.endedFor).toBe('harm');
    expect(await shop.mails()).toEqual([]);
  });

  it('is not where those who were told write as often', async () => {
    const shop = await stage.newShop();
    const { told } = await harmed(shop);
    for (const person of told.slice(1)) await shop.writes(person, 2);
    await shop.watch(3);
    expect((await shop.report(5)).latest?.holdOut.endedAt).toBeNull();
  });
});
