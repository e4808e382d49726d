import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minute } from '#app/kernel/time.ts';
import { hoursSetting, type OpenHours } from '#app/modules/hours/index.server.ts';
import { promiseSetting } from '#app/modules/inbox/index.server.ts';
import type { PromiseRow } from '#app/modules/inbox/promises/promise-row.server.ts';
import type { Promises, Targets } from '#app/modules/inbox/promises/promise-setting.ts';
import { settleWait } from '#app/modules/inbox/promises/settle-wait.ts';
import { targetFor } from '#app/modules/inbox/promises/target-for.ts';
import type { Wait } from '#app/modules/inbox/promises/waits.ts';
import { priorities, ticketChannels } from '#app/modules/inbox/tickets/ticket.ts';

const hours: OpenHours = { ...hoursSetting.initial, zone: 'Europe/Berlin' };
const start = Date.parse('2026-11-23T09:00:00Z');
const kinds = ['first_reply', 'next_reply', 'resolution'] as const;

const minutes = fc.option(fc.integer({ min: 1, max: 2_000 }), { nil: null, freq: 3 });
const targets: fc.Arbitrary<Targets> = fc.record({ first_reply: minutes, next_reply: minutes, resolution: minutes });
const byWhat = { email: targets, form: targets, problem: targets, phone: targets, high: targets, urgent: targets };
const promises: fc.Arbitrary<Promises> = fc
  .record({ usual: fc.record(byWhat), valued: fc.option(fc.record(byWhat), { nil: null, freq: 4 }), counts: fc.constantFrom('open' as const, 'always' as const) })
  .map(({ usual, valued, counts }) => ({
    ...promiseSetting.initial, high: usual.high, urgent: usual.urgent, email: { ...usual.email, counts }, form: { ...usual.form, counts }, problem: { ...usual.problem, counts }, phone: { ...usual.phone, counts },
    valued: valued && { orders: 5, spent: null, tags: [], ...valued },
  }));
const channel = fc.constantFrom(...ticketChannels);
const priority = fc.constantFrom(...priorities);
const kind = fc.constantFrom(...kinds);

describe('the target of a promise', () => {
  it('is no later for whom the shop values, and never later than what everybody is told of a first reply', () => {
    fc.assert(fc.property(promises, channel, priority, kind, (setting, on, urgency, promise) => {
      const usual = targetFor(setting, promise, { channel: on, priority: urgency, isValued: false })?.minutes ?? Infinity;
      const valued = targetFor(setting, promise, { channel: on, priority: urgency, isValued: true })?.minutes ?? Infinity;
      expect(valued).toBeLessThanOrEqual(usual);
      const told = setting[on].first_reply;
      if (promise === 'first_reply' && told !== null) expect(usual).toBeLessThanOrEqual(told);
    }));
  });

  it('is the one that is set for valued customers on that channel, or of that urgency, where it is sooner, else the usual', () => {
    const setting: Promises = { ...promiseSetting.initial, valued: { orders: 5, spent: null, tags: [], ...none, form: { ...nothing, first_reply: 30 }, urgent: { ...nothing, first_reply: 10 }, problem: { ...nothing, first_reply: 9_000 } } };
    const first = (on: (typeof ticketChannels)[number], urgency: (typeof priorities)[number], isValued = true) => targetFor(setting, 'first_reply', { channel: on, priority: urgency, isValued })?.minutes;
    expect([first('form', 'normal'), first('email', 'normal'), first('email', 'urgent'), first('problem', 'normal')]).toEqual([30, 480, 10, 240]);
    expect([first('form', 'normal', false), first('email', 'urgent', false)]).toEqual([480, 60]);
  });
});

const nothing: Targets = { first_reply: null, next_reply: null, resolution: null };
const none = { email: nothing, form: nothing, problem: nothing, phone: nothing, high: nothing, urgent: nothing };

/** A moment at which somebody looks, and how the ticket stands then. */
const look = fc.record({ later: fc.integer({ min: 0, max: 400 }), priority, isValued: fc.boolean() });

function follow(setting: Promises, on: (typeof ticketChannels)[number], promise: (typeof kinds)[number], looks: readonly { later: number; priority: (typeof priorities)[number]; isValued: boolean }[], settingLater = setting): PromiseRow[] {
  const wait: Wait = { promise, startedAt: new Date(start), running: [{ from: new Date(start), to: null }], end: null };
  const rows: PromiseRow[] = [];
  let now = start;
  for (const { later, priority: urgency, isValued } of looks) {
    now += later * minute;
    const row = settleWait({ channel: on, priority: urgency, isValued, assigneeId: null }, wait, rows.at(-1), { promises: rows.length === 0 ? setting : settingLater, hours, now: new Date(now) })?.row;
    if (row) rows.push(row);
  }
  return rows;
}

describe('the clock of somebody who waits', () => {
  it('never goes later, whatever becomes of their tier and of how urgent it is', () => {
    fc.assert(fc.property(promises, channel, kind, fc.array(look, { minLength: 2, maxLength: 6 }), (setting, on, promise, looks) => {
      const dues = follow(setting, on, promise, looks).map(({ dueAt }) => dueAt?.getTime() ?? Infinity);
      for (const [at, due] of dues.entries()) expect(due).toBeLessThanOrEqual(dues[at - 1] ?? Infinity);
    }));
  });

  it('counts from when they came to be valued as if they began to wait then, or stays where that is later', () => {
    fc.assert(fc.property(promises, channel, kind, fc.integer({ min: 1, max: 400 }), (setting, on, promise, later) => {
      const [was, is] = follow(setting, on, promise, [{ later: 0, priority: 'normal', isValued: false }, { later, priority: 'normal', isValued: true }]);
      if (!was?.dueAt || !is?.dueAt) return;
      const sooner = targetFor(setting, promise, { channel: on, priority: 'normal', isValued: true });
      const from = new Date(start + later * minute);
      const afresh = sooner && settleWait({ channel: on, priority: 'normal', isValued: true, assigneeId: null }, { promise, startedAt: from, running: [{ from, to: null }], end: null }, undefined, { promises: setting, hours, now: from })?.row.dueAt;
      expect(is.dueAt.getTime()).toBe(Math.min(was.dueAt.getTime(), afresh?.getTime() ?? Infinity));
    }));
  });

  it('is moved by no later setting, and by nobody becoming less', () => {
    fc.assert(fc.property(promises, promises, channel, kind, priority, fc.boolean(), fc.integer({ min: 1, max: 400 }), (setting, other, on, promise, urgency, isValued, later) => {
      const rows = follow(setting, on, promise, [{ later: 0, priority: urgency, isValued }, { later, priority: urgency, isValued }, { later, priority: 'low', isValued: false }], other);
      const [first, ...rest] = rows.map(({ dueAt }) => dueAt?.getTime() ?? null);
      for (const due of rest) expect(due).toBe(first);
    }));
  });
});
