import { describe, expect, it } from 'vitest';
import { customerLocales } from '../../app/kernel/locales.ts';
import { bannerOf } from '../../app/modules/peak/banner/banner-of.ts';
import { profile } from './profiles.ts';

const zone = 'Europe/Berlin';
const read = (time: string, locale = 'en', changes = {}) => bannerOf([profile(changes)], { zone, locale, now: new Date(time) });

describe('the banner', () => {
  it('is there while its profile is in force, unless it is switched off', () => {
    expect(read('2026-11-20T12:00:00Z')).toBeNull();
    expect(read('2026-12-01T12:00:00Z')?.text).toBe('This is our busiest time of the year. Parcels can take a little longer than usual.');
    expect(read('2026-12-26T12:00:00Z')).toBeNull();
    expect(read('2026-12-01T12:00:00Z', 'en', { banner: { on: false, text: {} } })).toBeNull();
  });

  it('names the last days to order, the earliest first, countries of one day together', () => {
    expect(read('2026-12-01T12:00:00Z')?.lastOrders).toEqual({
      heading: 'Last days to order, for delivery by Thu, December 24',
      days: [{ day: 'Wed, December 16', places: 'Austria, France' }, { day: 'Sat, December 19', places: 'Germany' }],
    });
  });

  it('names no day that has passed on the shop’s clock, and none at all after the last', () => {
    expect(read('2026-12-16T22:59:00Z')?.lastOrders?.days).toHaveLength(2);
    expect(read('2026-12-16T23:00:00Z')?.lastOrders?.days).toEqual([{ day: 'Sat, December 19', places: 'Germany' }]);
    expect(read('2026-12-20T12:00:00Z')?.lastOrders).toBeNull();
  });

  it('says the merchant’s words where there are some in the reader’s language, and ours in all others', () => {
    const own = { banner: { on: true, text: { de: 'Es ist viel los.', fr: '' } } };
    expect(read('2026-12-01T12:00:00Z', 'de', own)?.text).toBe('Es ist viel los.');
    expect(read('2026-12-01T12:00:00Z', 'fr', own)?.text).toMatch(/^C’est notre période/);
    expect(new Set(customerLocales.map((locale) => read('2026-12-01T12:00:00Z', locale)?.text)).size).toBe(customerLocales.length);
  });
});
