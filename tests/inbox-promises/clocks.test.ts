import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minute } from '#app/kernel/time.ts';
import { hoursSetting, type OpenHours } from '#app/modules/hours/index.server.ts';
import { reckon } from '#app/modules/inbox/promises/reckon.ts';
import { waitsOf, type Happening } from '#app/modules/inbox/promises/waits.ts';

/** The weekend on which clocks are put back in Berlin. */
const start = Date.parse('2026-10-23T12:00:00Z');
const hours: OpenHours = { ...hoursSetting.initial, week: Array.from({ length: 7 }, (_, day) => (day < 6 ? [{ from: '08:30', to: '12:00' }, { from: '13:00', to: '18:00' }] : [{ from: '01:00', to: '04:00' }])), closedDays: ['2026-10-26'], zone: 'Europe/Berlin' };
const longest = 9 * 1_440;

const happening: fc.Arbitrary<(at: Date) => Happening> = fc.oneof(
  fc.constant((at: Date): Happening => ({ at, what: 'customer' })),
  fc.constant((at: Date): Happening => ({ at, what: 'shop', staffId: '702' })),
  fc.constantFrom('open', 'waiting_customer', 'waiting_third', 'snoozed', 'solved').map((to) => (at: Date): Happening => ({ at, what: 'state', to, staffId: null })),
  fc.boolean().map((is) => (at: Date): Happening => ({ at, what: 'spam', is })),
);
/** What a customer began, and what came after, a while apart each. */
const course = fc.array(fc.tuple(fc.integer({ min: 1, max: 1_000 }), happening), { maxLength: 8 }).map((steps) => {
  let at = start;
  return [{ at: new Date(at), what: 'customer' } satisfies Happening, ...steps.map(([later, happened]) => happened(new Date((at += later * minute))))];
});

const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const isOpenOnTheWall = new Map<number, boolean>();

function isOpen(at: number): boolean {
  const known = isOpenOnTheWall.get(at);
  if (known !== undefined) return known;
  const [day = '', time = ''] = wall.format(at).split(' ');
  const weekday = (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;
  const open = day !== '2026-10-26' && (hours.week[weekday] ?? []).some(({ from, to }) => from <= time && time < to);
  isOpenOnTheWall.set(at, open);
  return open;
}

/** When the settlement that was first owed is due, and when it came: minute by minute, as a person with a stopwatch would have it. */
function stopwatch(happenings: readonly Happening[], minutes: number): { due: number | null; ended: number | null } {
  let [state, isSpam, counted] = ['new', spamAtFirst(happenings), 0];
  let due: number | null = null;
  for (let at = start; at < start + longest * minute; at += minute) {
    for (const happened of happenings.filter((one) => one.at.getTime() === at)) {
      if (happened.what === 'state') state = happened.to;
      if (happened.what === 'spam') isSpam = happened.is;
    }
    if (state === 'solved') return { due, ended: at };
    if (!isSpam && (state === 'new' || state === 'open') && isOpen(at)) counted += 1;
    if (counted === minutes) due ??= at + minute;
  }
  return { due, ended: null };
}

describe('the clock of a promise', () => {
  it('is due when a stopwatch says so, through stops, nights, a free day and clocks that are put back', () => {
    fc.assert(fc.property(course, fc.integer({ min: 1, max: 900 }), (happenings, minutes) => {
      const wait = waitsOf(happenings, spamAtFirst(happenings)).find(({ promise }) => promise === 'resolution');
      if (!wait) throw new Error('Nothing was owed.');
      const { due, ended } = stopwatch(happenings, minutes);
      expect(wait.end?.at.getTime() ?? null).toBe(ended);
      const { dueAt, result } = reckon(wait, { minutes, counts: 'open', from: wait.startedAt }, { hours, warnBefore: null, now: new Date(start) });
      if (ended === null) expect(dueAt?.getTime() ?? null).toBe(due);
      else expect(result).toBe(due !== null && due < ended ? 'broken' : 'kept');
    }), { numRuns: 300 });
  });
});

function spamAtFirst(happenings: readonly Happening[]): boolean {
  const first = happenings.find((happened) => happened.what === 'spam');
  return first?.what === 'spam' ? !first.is : false;
}
