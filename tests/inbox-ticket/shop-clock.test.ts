import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { actOnTicket, readTicketRow, writeInTicket } from '#app/modules/inbox/index.server.ts';
import { momentAt } from '#app/modules/inbox/tickets/moment-at.ts';
import { offeredSnoozes } from '#app/modules/inbox/tickets/snooze-until.ts';
import { createDiskStore } from '#app/platform/files/disk-store.server.ts';
import { openInboxStage, seededStaff, seedTicket } from '#tests/inbox-stage.ts';
import { openView } from './open-view.ts';

const folder = mkdtempSync(join(tmpdir(), 'shop-clock-'));
const { newShop } = await openInboxStage();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const formOf = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};
/** Nine in the morning of a day far ahead: in summer, when no zone of the shops here is at that of London. */
const nine = '2031-07-01T09:00';

describe('a time that is typed', () => {
  it('for an answer to leave later is one on the shop’s clock, and none that is over', async () => {
    const ctx = await newShop();
    const id = await seedTicket(ctx);
    const seen = (await openView(ctx, { ticketId: id, staffId: seededStaff.mia, most: 9 })).entries.findLast((entry) => entry.is === 'message')?.id ?? '';
    const send = (sendAt: string) =>
      writeInTicket(ctx, createDiskStore(folder), { id: String(id), staffId: seededStaff.mia, form: formOf({ intent: 'reply', key: randomUUID(), text: 'It comes.', to: '', cc: '', files: '', seen, sendAt, afterwards: '' }) });
    expect(await send('2020-01-01T09:00')).toEqual({ is: 'refused', why: 'moment' });
    expect(await send(nine)).toMatchObject({ is: 'waiting', sendAt: momentAt(nine, ctx.shop.ianaTimezone)?.toISOString() });
  });

  it('for a ticket to come back is one on the shop’s clock, and the answer says until when', async () => {
    const ctx = await newShop();
    const id = await seedTicket(ctx);
    const until = momentAt(nine, ctx.shop.ianaTimezone);
    expect(await actOnTicket(ctx, { id: String(id), staffId: seededStaff.mia, form: formOf({ intent: 'change', until: nine }) })).toMatchObject({ is: 'changed', until: until?.toISOString() });
    expect((await ctx.tx((tx) => readTicketRow(tx, id)))?.snoozedUntil).toEqual(until);
  });

  it('is read on the clock of the zone, whatever that of the machine', () => {
    expect([momentAt('2026-11-23T09:00', 'Europe/Berlin'), momentAt('2026-11-23T09:00', 'America/Los_Angeles')].map((at) => at?.toISOString())).toEqual(['2026-11-23T08:00:00.000Z', '2026-11-23T17:00:00.000Z']);
    expect([momentAt('', 'Europe/Berlin'), momentAt('2026-02-31T09:00', 'Europe/Berlin'), momentAt('2026-11-23T09:00Z', 'Europe/Berlin')]).toEqual([null, null, null]);
  });
});

describe('the snoozes that are offered', () => {
  it.each([
    ['2026-11-22T12:00:00Z', 'Europe/Berlin', ['later', 'tomorrow', 'week']],
    ['2026-11-23T12:00:00Z', 'Europe/Berlin', ['later', 'tomorrow', 'week']],
    ['2026-11-24T12:00:00Z', 'Europe/Berlin', ['later', 'tomorrow', 'monday', 'week']],
    // Sunday there already.
    ['2026-11-21T20:00:00Z', 'Asia/Tokyo', ['later', 'tomorrow', 'week']],
  ])('at %s in %s name no moment twice', (now, zone, offered) => {
    expect(offeredSnoozes(zone, new Date(now))).toEqual(offered);
  });
});
