import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, isEnumType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { customerLocales } from '../../app/kernel/locales.ts';
import { day } from '../../app/kernel/time.ts';
import { orderState } from '../../app/modules/tracking/order-state.ts';
import { expectationOf, parcelState } from '../../app/modules/tracking/parcel-state.ts';
import { renderTrackingPage } from '../../app/modules/tracking/ui/tracking-page.tsx';
import type { Visit } from '../../app/modules/tracking/ui/visit.ts';
import { readStatus, trackingWords } from '../../app/modules/tracking/words.ts';
import { dateFormat } from '../../app/platform/i18n/date-format.ts';
import { lines, now, order, parcel } from './fixtures.ts';

const zone = 'Europe/Berlin';
const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../sandbox/schema/admin.graphql'), 'utf8'), { assumeValid: true });
const shopifyStatuses = ['FulfillmentEventStatus', 'FulfillmentDisplayStatus'].flatMap((name) => {
  const type = schema.getType(name);
  return isEnumType(type) ? type.getValues().map((value) => value.name) : [];
});

function visit(locale: string): Visit {
  const words = trackingWords([locale]);
  return { words, dates: dateFormat(words.locale, zone), shop: { name: 'Nordlicht', ianaTimezone: zone }, address: '/apps/aftercare/track', home: '/', now };
}

describe('every status Shopify knows', () => {
  it('has a customer sentence of its own', () => {
    expect(shopifyStatuses.length).toBeGreaterThan(25);
    expect(shopifyStatuses.filter((status) => readStatus(status) === 'unknown')).toEqual([]);
  });

  it.each(customerLocales)('is rendered in %s, and so is one that does not exist yet', (locale) => {
    const sentences = [...new Set([...shopifyStatuses, 'TELEPORTED'])].map((status) => {
      const shown = parcel({ status: status.toLowerCase(), checkpoints: [{ id: '1', status: status.toLowerCase(), message: null, happenedAt: now, city: null, province: null, country: null }] });
      return /<h1>(.+?)<\/h1>/.exec(renderTrackingPage(visit(locale), { kind: 'order', view: order({ parcels: [shown] }) }))?.[1];
    });
    expect(sentences.filter((sentence) => !sentence || /[_{}]|TELEPORTED/.test(sentence))).toEqual([]);
  });
});

describe('a parcel', () => {
  it.each([
    ['label_printed', 'confirmed', 'waiting'],
    ['in_transit', 'shipped', 'moving'],
    ['out_for_delivery', 'outForDelivery', 'moving'],
    ['attempted_delivery', 'outForDelivery', 'attention'],
    ['failure', 'shipped', 'attention'],
    ['delivered', 'delivered', 'done'],
    ['from_the_future', 'shipped', 'moving'],
  ])('that is %s stands at the step %s', (status, step, tone) => {
    expect(parcelState(parcel({ status }))).toMatchObject({ step, tone });
  });

  it('without a scan is not claimed to be on its way', () => {
    expect(parcelState(parcel({ status: null, inTransitAt: null })).tone).toBe('waiting');
    expect(parcelState(parcel({ status: null, inTransitAt: null, number: null })).status).toBe('marked_as_fulfilled');
  });

  it('is expected all through its day on the shop\'s calendar, and missed the day after', () => {
    const due = parcel({ estimatedDeliveryAt: new Date('2026-11-21T08:00:00Z') });
    const at = (moment: string) => expectationOf(due, zone, new Date(moment))?.kind;
    expect([at('2026-11-20T12:00:00Z'), at('2026-11-21T22:30:00Z'), at('2026-11-21T23:30:00Z')]).toEqual(['expected', 'expected', 'missed']);
  });

  it('that missed its date says so, with the date', () => {
    const late = order({ parcels: [parcel({ estimatedDeliveryAt: new Date(now.getTime() - 2 * day) })] });
    expect(renderTrackingPage(visit('en'), { kind: 'order', view: late })).toContain('Expected Thursday, November 19, but not delivered yet');
  });

  it('shows where its date comes from', () => {
    expect(renderTrackingPage(visit('en'), { kind: 'order', view: order() })).toContain('This date comes from DHL Express');
  });
});

describe('an order', () => {
  const waiting = lines.map((line) => ({ ...line, unfulfilledQuantity: 1 }));
  it.each([
    ['cancelled', order({}, { cancelledAt: now })],
    ['preparing', order({ parcels: [], lines: waiting })],
    ['nothingToShip', order({ parcels: [], lines: lines.map((line) => ({ ...line, requiresShipping: false })) })],
    ['onTheWay', order()],
    ['partlyShipped', order({ lines: waiting })],
    ['partlyDelivered', order({ parcels: [parcel({ status: 'delivered' }), parcel({ id: '2' })] })],
    ['delivered', order({ parcels: [parcel({ status: 'delivered' })] })],
    ['delayed', order({ parcels: [parcel({ status: 'delayed' }), parcel({ id: '2', status: 'delivered' })] })],
    ['problem', order({ parcels: [parcel({ status: 'failure' })] })],
    ['labelled', order({ parcels: [parcel({ status: 'label_purchased' })] })],
  ] as const)('is %s', (state, view) => expect(orderState(view)).toBe(state));

  it('shows what is still to come beside its parcels', () => {
    const html = renderTrackingPage(visit('en'), { kind: 'order', view: order({ lines: waiting }) });
    expect(html).toMatch(/Still to come.*Merino scarf.*Quantity: 1/s);
  });

  it('says what was refunded, as the customer paid it', () => {
    const money = { ...order().order.money, refunded: { shop: { minor: 1800, currency: 'EUR' }, presentment: { minor: 2100, currency: 'USD' } } };
    expect(renderTrackingPage(visit('de'), { kind: 'order', view: order({}, { money }) })).toContain('21,00\u00a0$ dieser Bestellung wurden erstattet.');
  });

  it('tells its story newest first, with the words of the visitor', () => {
    const html = renderTrackingPage(visit('fr'), { kind: 'order', view: order() });
    const told = [...html.matchAll(/ac-event-name">(.+?)<\/p>/g)].map((found) => found[1]);
    expect([told[0], told.at(-1)]).toEqual(['En route', 'Commande passée']);
  });
});
