import { describe, expect, it } from 'vitest';
import { customerLocales } from '../../app/kernel/locales.ts';
import { parcelCauses, parcelStatuses } from '../../app/modules/carriers/index.server.ts';
import type { ParcelStory } from '../../app/modules/parcels/index.server.ts';
import { expectationOf } from '../../app/modules/tracking/expectation.ts';
import { orderState } from '../../app/modules/tracking/order-state.ts';
import { eventWord, parcelFace, troubleWord } from '../../app/modules/tracking/parcel-face.ts';
import { scanClock } from '../../app/modules/tracking/scan-clock.ts';
import { renderTrackingPage } from '../../app/modules/tracking/ui/tracking-page.tsx';
import type { TrackedOrder } from '../../app/modules/tracking/tracked-order.ts';
import { trackingWords } from '../../app/modules/tracking/words.ts';
import { lines, now, order, parcel, proven, scan, tracked, visit } from './fixtures.ts';

const text = (html: string) => html.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const shown = (locale: string, what: TrackedOrder) => text(renderTrackingPage(visit(locale), { kind: 'order', tracked: what, proven }));
const one = (locale: string, changes: Partial<ParcelStory>) => shown(locale, tracked([parcel(changes)]));
const today = '2026-11-21';

describe('the vocabulary', () => {
  const meanings = parcelStatuses.flatMap((status) => [null, ...parcelCauses].map((cause) => ({ status, cause })));

  it.each(customerLocales)('has a sentence and a word of the timeline for every status with every cause in %s', (locale) => {
    const { t } = trackingWords([locale]);
    for (const meaning of meanings) {
      const said = scan(5, meaning.status, meaning);
      const story = parcel({ ...meaning, scans: [said] });
      const html = renderTrackingPage(visit(locale), { kind: 'order', tracked: tracked([story]), proven });
      const event = eventWord(said, story);
      expect(text(html)).toContain(t(parcelFace(story).headline));
      expect(event && text(html)).toContain(event && t(event));
    }
  });

  it('tells each status and each cause apart in every language', () => {
    for (const locale of customerLocales) {
      const { t } = trackingWords([locale]);
      const sentences = [...parcelStatuses.map((status) => t(`status.${status}`)), ...parcelCauses.map((cause) => t(`cause.${cause}`))];
      const words = [...parcelStatuses.map((status) => t(`event.${status}`)), ...parcelCauses.map((cause) => t(`eventCause.${cause}`))];
      expect([new Set(sentences).size, new Set(words).size]).toEqual([sentences.length, words.length]);
    }
  });

  it.each(parcelCauses)('gives a parcel that is held up by %s something to do or to know', (cause) => {
    expect(parcelFace(parcel({ status: 'exception', cause }))).toMatchObject({ headline: `cause.${cause}`, advice: `advice.${cause}`, tone: 'attention' });
  });
});

describe('a parcel', () => {
  it.each<[Partial<ParcelStory>, string | null, string]>([
    [{ status: 'pre_shipment', firstScanAt: null }, 'confirmed', 'waiting'],
    [{ status: 'in_transit' }, 'shipped', 'moving'],
    [{ status: 'out_for_delivery' }, 'outForDelivery', 'moving'],
    [{ status: 'attempted', cause: 'not_home' }, 'outForDelivery', 'attention'],
    [{ status: 'exception' }, 'shipped', 'attention'],
    [{ status: 'exception', cause: 'label_voided', firstScanAt: null }, 'confirmed', 'attention'],
    [{ status: 'exception', cause: 'returned_to_sender', goingBack: true }, null, 'attention'],
    [{ status: 'delivered', deliveredAt: now }, 'delivered', 'done'],
    [{ method: 'none', number: null }, null, 'done'],
  ])('%o stands at the step %s', (changes, step, tone) => expect(parcelFace(parcel(changes))).toMatchObject({ step, tone }));

  it('without a number is not claimed to be scanned; without a scan it is not claimed to be on its way', () => {
    expect(parcelFace(parcel({ status: 'pre_shipment', number: null, scans: [], firstScanAt: null })).headline).toBe('own.sent');
    expect(parcelFace(parcel({ status: 'pre_shipment', scans: [], firstScanAt: null }))).toMatchObject({ headline: 'status.pre_shipment', tone: 'waiting' });
  });

  it('that is fetched at the shop, brought by it, or never shipped is told in words of its own', () => {
    const told = (changes: Partial<ParcelStory>) => parcelFace(parcel({ number: null, scans: [], ...changes })).headline;
    expect([
      told({ method: 'pickup', status: 'pre_shipment' }), told({ method: 'pickup', status: 'ready_for_pickup' }), told({ method: 'pickup', status: 'delivered' }),
      told({ method: 'local', status: 'pre_shipment' }), told({ method: 'local', status: 'out_for_delivery' }), told({ method: 'none' }),
    ]).toEqual(['own.pickupPreparing', 'own.pickupReady', 'own.pickedUp', 'own.localPreparing', 'own.localOut', 'own.none']);
  });

  it('that was scanned before the shop announced it is not said to be announced after', () => {
    const told = (changes: Partial<ParcelStory>) => one('en', changes).includes('Parcel announced by the shop');
    expect([told({}), told({ shippedAt: now }), told({ shippedAt: now, scans: [] })]).toEqual([true, false, true]);
  });

  it('that came back says so, and asks nobody to wait', () => {
    const back = one('en', { status: 'exception', cause: 'returned_to_sender', goingBack: true, returnedAt: now, promise: null });
    expect(back).toContain('Your parcel is back at the shop');
    expect(back).toContain('Write to us if you have not heard from us yet');
    expect(back).not.toContain('Expected');
  });

  it('whose number was replaced is told beside the one that counts', () => {
    const html = shown('en', tracked([parcel()], order(), { withdrawn: [parcel({ shipmentId: '900', number: 'OLD-1', withdrawn: true })] }));
    expect(html).toContain('The number OLD-1 is no longer used');
  });

  it('tells an open trouble once, kindly', () => {
    const trouble = (kind: ParcelStory['troubles'][number]['kind']) => parcel({ troubles: [{ id: '1', kind, cause: null, since: now }] });
    expect([troubleWord(trouble('silent')), troubleWord(trouble('no_first_scan')), troubleWord(trouble('denied')), troubleWord(trouble('number_wrong')), troubleWord(trouble('past_date'))]).toEqual([
      'trouble.silent', 'trouble.noFirstScan', 'trouble.denied', 'trouble.numberWrong', null,
    ]);
    expect(one('en', { troubles: [{ id: '1', kind: 'silent', cause: null, since: now }] })).toContain('we have noticed and keep an eye on it');
  });
});

describe('a date', () => {
  it('is expected all through its day, and missed the day after', () => {
    const kind = (on: string) => expectationOf(parcel(), on)?.kind;
    expect([kind('2026-11-23'), kind('2026-11-24'), kind('2026-11-25')]).toEqual(['expected', 'expected', 'missed']);
  });

  it('that was missed stays beside the new one, with the reason', () => {
    const html = one('en', { status: 'delayed', cause: 'weather', promise: { from: '2026-11-26', to: '2026-11-27', source: 'learned' }, missedTo: '2026-11-20' });
    expect(html).toMatch(/It was promised for Friday, November 20, now expected: Thu, Nov 26\s–\sFri, Nov 27/);
    expect(html).toContain('Reason: Weather or disruption.');
    expect(html).toContain('This date is estimated from similar parcels of this shop.');
  });

  it('that was missed without a new one is told, and still when the parcel came', () => {
    expect(one('en', { promise: null, missedTo: '2026-11-20' })).toContain('It was promised for Friday, November 20 and has not arrived yet');
    expect(one('en', { status: 'delivered', deliveredAt: now, promise: null, missedTo: '2026-11-20' })).toContain('It was promised for Friday, November 20. We are sorry that it came later.');
  });

  it.each([['carrier', 'This date comes from DHL Express'], ['shopify', 'This date comes from Shopify'], ['learned', 'similar parcels of this shop'], ['rule', 'the shop’s delivery times']] as const)('by %s says where it comes from', (source, said) => {
    expect(one('en', { promise: { from: '2026-11-24', to: '2026-11-24', source } })).toContain(said);
  });

  it('of what has not left is told with its source, and that it should have left', () => {
    const waits = tracked([], order({ lines: lines.map((line) => ({ ...line, unfulfilledQuantity: 1 })) }), { coming: { from: '2026-11-26', to: '2026-11-28', source: 'rule', basis: {} }, isLateToShip: true });
    expect(shown('en', waits)).toMatch(/Still to come.*Expected, once it has left: Thu, Nov 26\s–\sSat, Nov 28.*delivery times.*should have left by now.*Merino scarf/);
  });

  it('of what will be collected is none: the shop says when to come', () => {
    const waits = tracked([], order({ lines: lines.map((line) => ({ ...line, unfulfilledQuantity: 1 })) }), { isPickup: true });
    expect(shown('en', waits)).toMatch(/Your order is being prepared for pickup.*To be collected.*when you can come for them.*Merino scarf/);
    expect(shown('en', waits)).not.toMatch(/Expected|sent yet/);
  });

  it('of a scan is on the clock of its place, else on the shop\'s', () => {
    const at = (place: Partial<ReturnType<typeof scan>['place']>, utcOffset: number | null = null) => scanClock({ utcOffset, place: { city: null, province: null, country: null, zip: null, ...place } }, 'Europe/Berlin');
    expect([at({ country: 'JP' }), at({}, -330), at({}), at({ country: 'US' })]).toEqual(['Asia/Tokyo', '-05:30', 'Europe/Berlin', 'Europe/Berlin']);
    expect(one('en', { scans: [scan(5, 'in_transit', { place: { city: 'Osaka', province: null, country: 'JP', zip: null } })] })).toContain('Nov 21, 5:30 PM · Osaka, Japan');
  });
});

describe('an order', () => {
  const waiting = lines.map((line) => ({ ...line, unfulfilledQuantity: 1 }));
  const done = { status: 'delivered', deliveredAt: now } as const;
  const back = { status: 'exception', cause: 'returned_to_sender', goingBack: true } as const;
  it.each<[string, ParcelStory[], ReturnType<typeof order>]>([
    ['cancelled', [], order({}, { cancelledAt: now })],
    ['preparing', [], order({ lines: waiting })],
    ['nothingToShip', [], order({ lines: lines.map((line) => ({ ...line, requiresShipping: false })) })],
    ['nothingToShip', [parcel({ method: 'none' })], order()],
    ['onTheWay', [parcel()], order()],
    ['partlyShipped', [parcel()], order({ lines: waiting })],
    ['partlyDelivered', [parcel(done), parcel()], order()],
    ['delivered', [parcel(done)], order()],
    ['delayed', [parcel({ status: 'delayed' }), parcel(done)], order()],
    ['late', [parcel({ missedTo: '2026-11-20' }), parcel()], order()],
    ['problem', [parcel({ status: 'exception' })], order()],
    ['returning', [parcel(back), parcel()], order()],
    ['returned', [parcel({ ...back, returnedAt: now })], order()],
    ['readyForPickup', [parcel({ status: 'ready_for_pickup' })], order()],
    ['outForDelivery', [parcel({ status: 'out_for_delivery' })], order()],
    ['preparingPickup', [parcel({ method: 'pickup', status: 'pre_shipment' })], order()],
    ['labelled', [parcel({ status: 'pre_shipment' })], order()],
  ])('is %s', (state, stories, view) => expect(orderState(view, stories)).toBe(state));

  it('says what was refunded, as the customer paid it, only to who proved to be its customer', () => {
    const money = { ...order().order.money, refunded: { shop: { minor: 1800, currency: 'EUR' }, presentment: { minor: 2100, currency: 'USD' } } };
    const what = tracked([parcel()], order({}, { money }));
    expect(shown('de', what)).toMatch(/21,00\s\$ dieser Bestellung wurden erstattet\./);
    expect(renderTrackingPage(visit('de'), { kind: 'order', tracked: what, proven: { ...proven, personal: false } })).not.toContain('21,00');
  });

  it('tells its story newest first, with the carrier\'s own words only to who proved to be its customer', () => {
    const html = renderTrackingPage(visit('fr'), { kind: 'order', tracked: tracked(), proven });
    const told = [...html.matchAll(/ac-event-name">(.+?)<\/p>/g)].map((found) => found[1]);
    expect([told[0], told.at(-1)]).toEqual(['En route', 'Commande passée']);
    expect(html).toContain('Arrived at hub');
    expect(renderTrackingPage(visit('fr'), { kind: 'order', tracked: tracked(), proven: { ...proven, personal: false } })).not.toContain('Arrived at hub');
  });

  it('counts on no day before today', () => expect(expectationOf(parcel({ missedTo: '2026-11-20', promise: { from: '2026-11-21', to: '2026-11-22', source: 'learned' } }), today)).toMatchObject({ kind: 'missed', promised: '2026-11-20', promise: { to: '2026-11-22' } }));
});
