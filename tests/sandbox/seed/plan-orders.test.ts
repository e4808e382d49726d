import { describe, expect, it } from 'vitest';
import { isValidPhoneNumber } from 'libphonenumber-js/max';
import { Temporal } from 'temporal-polyfill';
import { ordersToTry, planOrders } from '#sandbox/seed/index.ts';
import { mobileNumber } from '#sandbox/seed/phone-numbers.ts';
import { createRandom } from '#sandbox/seed/random.ts';
import { mod10CheckDigit, s10CheckDigit, trackingNumber, upsCheckDigit } from '#sandbox/seed/tracking-numbers.ts';

const now = new Date('2026-11-21T12:00:00Z');
const plans = planOrders({ count: 600, now, seed: 7 });

describe('the planned orders', () => {
  it('are the same for the same seed and moment, and others for another seed', () => {
    expect(planOrders({ count: 600, now, seed: 7 })).toEqual(plans);
    expect(planOrders({ count: 600, now, seed: 8 })).not.toEqual(plans);
  });

  it('have one that came back and was refunded, at whatever moment a small shop is begun', () => {
    const moments = Array.from({ length: 100 }, (_, at) => new Date(now.getTime() + at * 7_919_123));
    const refunded = (moment: Date) => planOrders({ count: 13, now: moment }).filter(({ return: back }) => back?.end === 'refunded' && back.receivedAt < moment).length;
    expect(moments.map(refunded)).toEqual(moments.map(() => 1));
  });

  it('lie in the last 55 days, oldest first', () => {
    const times = plans.map((plan) => plan.at.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times[0]).toBeGreaterThanOrEqual(now.getTime() - 55 * 86_400_000);
    expect(times.at(-1)).toBeLessThan(now.getTime());
  });

  it('hold every kind of story a shop knows', () => {
    const statuses = new Set(plans.flatMap((plan) => plan.parcels.map((parcel) => parcel.scans.at(-1)?.status ?? 'none')));
    expect(statuses).toEqual(new Set(['DELIVERED', 'READY_FOR_PICKUP', 'FAILURE', 'DELAYED', 'IN_TRANSIT', 'LABEL_PRINTED', 'none']));
    expect(new Set(plans.map((plan) => plan.kind))).toEqual(new Set(['web', 'pos', 'test']));
    expect(new Set(plans.map((plan) => plan.buyer.market.country)).size).toBeGreaterThanOrEqual(8);
    for (const has of [
      plans.some((plan) => plan.parcels.length === 2),
      plans.some((plan) => plan.parcels.length === 1 && (plan.parcels[0]?.lines.length ?? 0) < plan.lines.length),
      plans.some((plan) => plan.cancel),
      plans.some((plan) => plan.refund),
      ...(['refunded', 'credited', 'exchanged', 'declined'] as const).map((end) => plans.some((plan) => plan.return?.end === end)),
      plans.some((plan) => plan.discount),
      plans.some((plan) => plan.buyer.gives === 'phone'),
      plans.some((plan) => plan.parcels.some((parcel) => parcel.scans.some((scan) => scan.status === 'ATTEMPTED_DELIVERY'))),
    ]) expect(has).toBe(true);
  });

  it('are shipped after they were placed and scanned in the order of time', () => {
    for (const plan of plans) {
      for (const parcel of plan.parcels) {
        expect(parcel.shippedAt.getTime()).toBeGreaterThan(plan.at.getTime());
        const times = [parcel.shippedAt, ...parcel.scans.map((scan) => scan.at)].map((at) => at.getTime());
        expect(times).toEqual([...times].sort((a, b) => a - b));
      }
    }
  });

  it('come back in part, about one delivered order in six, and only after it was delivered', () => {
    const delivered = plans.filter((plan) => plan.parcels.some((parcel) => parcel.scans.some((scan) => scan.status === 'DELIVERED')));
    const returned = plans.flatMap((plan) => (plan.return ? [{ plan, back: plan.return }] : []));
    expect(returned.length / delivered.length).toBeGreaterThan(0.1);
    expect(returned.length / delivered.length).toBeLessThan(0.24);
    for (const { plan, back } of returned) {
      const parcel = plan.parcels.find((candidate) => candidate.lines.includes(back.line));
      const times = [parcel?.scans.findLast((scan) => scan.status === 'DELIVERED')?.at, back.requestedAt, back.decidedAt, back.sentAt, back.receivedAt].map((at) => at?.getTime() ?? 0);
      expect(times).toEqual([...times].sort((a, b) => a - b));
    }
  });

  it('go out for delivery in the customer’s morning', () => {
    for (const plan of plans) {
      for (const scan of plan.parcels.flatMap((parcel) => parcel.scans)) {
        if (scan.status !== 'OUT_FOR_DELIVERY') continue;
        const local = Temporal.Instant.fromEpochMilliseconds(scan.at.getTime()).toZonedDateTimeISO(scan.place.zone);
        expect(local.hour).toBe(7);
        expect(scan.place.zone).toBe(plan.buyer.home.zone);
      }
    }
  });

  it('keep a customer’s home and number from order to order', () => {
    const homes = new Map<string, string>();
    for (const { buyer } of plans) {
      const mark = `${buyer.home.street} ${buyer.phone}`;
      expect(homes.get(buyer.email) ?? mark).toBe(mark);
      homes.set(buyer.email, mark);
    }
  });
});

describe('a small seed', () => {
  const few = planOrders({ count: 12, now, seed: 7 });
  const fates = few.map(({ shipping, parcels }) => ({ shipping, ends: parcels.map(({ number, scans }) => (number === null ? 'handed over' : (scans.filter(({ at }) => at < now).at(-1)?.status ?? 'none'))) }));
  const ending = (...ends: string[]) => fates.filter((fate) => JSON.stringify(fate.ends) === JSON.stringify(ends));

  it('shows a split order, a late one, one going back, customs, and what is handed over', () => {
    expect(ending('DELIVERED', 'IN_TRANSIT')).toHaveLength(1);
    expect(ending('FAILURE')).toHaveLength(1);
    expect(ending('handed over').map(({ shipping }) => shipping).sort()).toEqual(['local', 'pickup']);
    expect(few.filter(({ parcels }) => parcels.some(({ scans }) => scans.at(-1)?.message.includes('customs')))).toHaveLength(1);
  });

  it('has a parcel that missed its date, and is still under way', () => {
    const late = few.filter(({ parcels }) => parcels.some(({ scans }) => (scans[0]?.expected ?? now) < now && scans.at(-1)?.status === 'DELAYED' && scans.at(-1)?.expected));
    expect(late).toHaveLength(1);
  });

  it('has parcels silent since one hub, a label without a scan, and a number that cannot be right', () => {
    const since = few.flatMap(({ parcels }) => parcels.filter(({ scans }) => scans.at(-1)?.place.city === 'Hodgkins').map(({ shippedAt }) => now.getTime() - shippedAt.getTime()));
    expect(since.filter((age) => age > 10 * 86_400_000)).toHaveLength(4);
    const numbers = few.flatMap(({ parcels }) => parcels.flatMap(({ carrier, number, scans }) => (scans.length === 1 && number ? [{ carrier, right: carrier !== 'UPS' || upsCheckDigit(number.slice(2, -1)) === Number(number.slice(-1)) }] : [])));
    expect(numbers).toEqual(expect.arrayContaining([{ carrier: 'USPS', right: true }, { carrier: 'UPS', right: false }]));
  });

  it('has the orders a newcomer is told to try, and fewer where fewer are asked for', () => {
    for (const { email } of ordersToTry) expect(few.some(({ buyer }) => buyer.email === email)).toBe(true);
    expect(planOrders({ count: 3, now, seed: 7 })).toHaveLength(3);
    expect(planOrders({ count: 0, now })).toEqual([]);
  });
});

describe('tracking numbers', () => {
  it.each([
    ['UPS', '999AA1012345678', 4, upsCheckDigit],
    ['S10', '47312482', 9, s10CheckDigit],
    ['USPS', '940011120255584233266', 9, mod10CheckDigit],
    ['Canada Post', '703511447713847', 2, mod10CheckDigit],
  ])('of %s end in the check digit of a published example', (_, body, digit, check) => {
    expect(check(body)).toBe(digit);
  });

  it('have the form their carrier gives them', () => {
    const random = createRandom(3);
    expect(trackingNumber('UPS', random)).toMatch(/^1Z\w{15}\d$/);
    expect(trackingNumber('USPS', random)).toMatch(/^94\d{20}$/);
    expect(trackingNumber('USPS International', random)).toMatch(/^[A-Z]{2}\d{9}US$/);
    expect(trackingNumber('Canada Post', random)).toMatch(/^\d{16}$/);
    const dhl = trackingNumber('DHL Express', random);
    expect(Number(dhl.slice(0, 9)) % 7).toBe(Number(dhl.slice(9)));
  });
});

it('every phone number is one that could ring', () => {
  const random = createRandom(5);
  for (const country of ['US', 'CA', 'GB', 'DE', 'FR', 'ES', 'JP', 'CN', 'PT']) {
    for (let count = 0; count < 20; count += 1) expect(isValidPhoneNumber(mobileNumber(country, random)), country).toBe(true);
  }
});
