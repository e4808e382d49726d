import { describe, expect, it } from 'vitest';
import { plainBrand } from '#app/modules/brand/index.server.ts';
import { factsOf } from '../../app/modules/notices/fact.ts';
import { milestoneOf } from '../../app/modules/notices/milestone.ts';
import { sampleOf } from '../../app/modules/notices/sample.ts';
import { writeNotice } from '../../app/modules/notices/text/write-notice.server.ts';
import { writeSms } from '../../app/modules/notices/text/write-sms.server.ts';
import { now, parcel, scan } from '../tracking/fixtures.ts';

const stop = (hoursAgo: number, country: string | null, more: Parameters<typeof scan>[2] = {}) => scan(hoursAgo, 'in_transit', { ...more, place: { city: null, province: null, country, zip: null } });
const customs = { cause: 'customs' } as const;
const away = [stop(90, 'CN'), stop(80, 'CN', customs), stop(70, 'CN')];
const here = [...away, stop(40, 'FR')];
const held = [...here, stop(30, 'FR', customs)];
const through = [...held, stop(20, 'FR')];

describe('the stop that a way abroad has reached', () => {
  it.each([
    ['none while it is away, through whatever customs there', away, null],
    ['none inside one country', [stop(50, 'FR'), stop(40, 'FR')], null],
    ['none where nobody says which country', [stop(50, null), stop(40, null)], null],
    ['none for a label that was made here and goods that come from there', [scan(99, 'pre_shipment', { place: { city: null, province: null, country: 'FR', zip: null } }), ...away], null],
    ['the customer’s country, at its first scan there', here, 'arrived'],
    ['still that while customs look', held, 'arrived'],
    ['customs left, at the first scan after them', through, 'cleared'],
    ['the same where later scans name no country', [...held, stop(20, null)], 'cleared'],
    ['customs left, once for all', [...through, stop(10, 'FR', customs)], 'cleared'],
  ] as const)('is %s', (_, scans, milestone) => expect(milestoneOf({ scans: [...scans] }, 'FR')?.milestone ?? null).toBe(milestone));

  it('is none where nobody knows where it goes', () => expect(milestoneOf({ scans: through }, null)).toBeNull());
});

it('of all stops only the furthest is news, each under a name of its own and at its own time', () => {
  const transit = (scans: typeof away) =>
    factsOf({ id: '1', processedAt: now, silent: false, lateSince: null, zone: 'UTC', country: 'FR', parcels: [parcel({ scans })] }).filter(({ kind }) => kind === 'in_transit').map(({ key, at }) => [key, at]);
  expect([transit(away), transit(held), transit(through)]).toEqual([
    [['in_transit:901', parcel().firstScanAt]],
    [['in_transit:901:arrived', here.at(-1)?.happenedAt]],
    [['in_transit:901:cleared', through.at(-1)?.happenedAt]],
  ]);
});

it('a merchant’s own words, which tell the first scan, are not sent at a later stop', () => {
  const shop = { name: 'Nordlicht', locales: ['en'] };
  const about = { kind: 'in_transit', order: { name: '#1', locale: 'en', zone: 'UTC' }, lines: [], link: 'https://shop.example/track?key=1', now } as const;
  const at = (situation: 'first_scan' | 'cleared') => ({ ...about, ...sampleOf({ kind: 'in_transit', situation, real: null, orderId: '1', now }) });
  const mail = (situation: 'first_scan' | 'cleared') => writeNotice(shop, at(situation), { subject: 'Scanned!', heading: 'Scanned', body: 'It was scanned.' }, plainBrand('Nordlicht')).message.subject;
  expect([mail('first_scan'), mail('cleared')]).toEqual(['Scanned!', 'Nordlicht: your parcel from order #1 has left customs']);
  expect(writeSms(shop, at('cleared'), { text: 'Scanned!' }).message.text).toContain('has left customs');
});
