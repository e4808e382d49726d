import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTimeZone } from '#app/kernel/time.ts';
import { countryOfName, instantAt, zoneOfPlace } from '#app/modules/carriers/index.server.ts';

describe('a country', () => {
  it.each([
    ['DE', 'DE'], ['deu', 'DE'], ['Germany', 'DE'], ['Deutschland', 'DE'], ['ALLEMAGNE', 'DE'], ['德国', 'DE'], ['ドイツ', 'DE'], ['UNITED STATES', 'US'], ['USA', 'US'], ['U.S.A.', 'US'],
    ['Great Britain', 'GB'], ['España', 'ES'], ['日本', 'JP'], ['中国', 'CN'], ['Österreich', 'AT'], ['Polska', 'PL'], ['Ελλάδα', 'GR'], ['Россия', 'RU'], ['The Netherlands', 'NL'],
    ['Korea, Republic of', 'KR'], ['AFG', 'AF'], ['ZAF', 'ZA'], ['XXX', null], ['Ost', null], ['Atlantis', null], ['', null], [null, null],
  ])('written %s is %s', (written, code) => {
    expect(countryOfName(written)).toBe(code);
  });
});

describe('the zone of a place', () => {
  it.each([
    [{ country: 'DE' }, 'Europe/Berlin'],
    [{ country: 'US', province: 'CA' }, 'America/Los_Angeles'],
    [{ country: 'US', province: 'California' }, 'America/Los_Angeles'],
    [{ country: 'US', province: 'US-NY' }, 'America/New_York'],
    [{ country: 'US', province: 'AZ' }, 'America/Phoenix'],
    [{ country: 'US', province: 'TX', zip: '79901' }, 'America/Denver'],
    [{ country: 'US', city: 'Chicago' }, 'America/Chicago'],
    [{ country: 'US' }, null],
    [{ country: 'CA', province: 'Québec' }, 'America/Toronto'],
    [{ country: 'CA', province: 'BC' }, 'America/Vancouver'],
    [{ country: 'AU', province: 'WA' }, 'Australia/Perth'],
    [{ country: 'AU', province: 'Queensland' }, 'Australia/Brisbane'],
    [{ country: 'BR', province: 'SP' }, 'America/Sao_Paulo'],
    [{ country: 'BR', city: 'MANAUS' }, 'America/Manaus'],
    [{ country: 'MX', province: 'Q ROO' }, 'America/Cancun'],
    [{ country: 'RU', province: 'Новосибирская область' }, 'Asia/Novosibirsk'],
    [{ country: 'ID', province: 'Bali' }, 'Asia/Makassar'],
    [{ country: 'ES', zip: '38001' }, 'Atlantic/Canary'],
    [{ country: 'ES', zip: '28001' }, 'Europe/Madrid'],
    [{ country: 'PT', zip: '9500-321' }, 'Atlantic/Azores'],
    [{ country: 'CN', city: 'Urumqi-ish' }, 'Asia/Shanghai'],
    [{ country: 'Japan' }, 'Asia/Tokyo'],
    [{ country: null }, null],
    [{}, null],
  ])('%j is %s', (place, zone) => {
    expect(zoneOfPlace(place)).toBe(zone);
  });

  it('is one this runtime knows, or null, whatever the place is said to be', () => {
    const part = fc.option(fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('US', 'CA', 'BR', 'ES', 'constructor', '__proto__')), { nil: null });
    fc.assert(
      fc.property(fc.record({ country: part, province: part, city: part, zip: part }), (place) => {
        const zone = zoneOfPlace(place);
        expect(zone === null || isTimeZone(zone)).toBe(true);
      }),
    );
  });
});

describe('a local time', () => {
  it.each([
    ['2026-07-01T12:00', { country: 'DE' }, '2026-07-01T10:00:00.000Z', 120],
    ['2026-01-01T12:00:30', { country: 'DE' }, '2026-01-01T11:00:30.000Z', 60],
    ['2026-07-01T12:00', { country: 'IN' }, '2026-07-01T06:30:00.000Z', 330],
    ['2026-07-01T12:00', { country: 'US', province: 'WA' }, '2026-07-01T19:00:00.000Z', -420],
    ['2026-03-29T02:30', { country: 'DE' }, '2026-03-29T01:30:00.000Z', 120],
    ['2026-10-25T02:30', { country: 'DE' }, '2026-10-25T00:30:00.000Z', 120],
    ['2026-07-01T12:00', { country: 'US' }, '2026-07-01T17:00:00.000Z', null],
    ['2026-07-01T12:00', {}, '2026-07-01T12:00:00.000Z', null],
  ])('%s at %j is %s', (local, place, at, utcOffset) => {
    const moment = instantAt(local, place);
    expect(moment.at.toISOString()).toBe(at);
    expect(moment.utcOffset).toBe(utcOffset);
  });

  it('that none is gives an invalid date', () => {
    for (const local of ['', 'yesterday', '2026-13-01T00:00', '2026-02-30T10:00', '2026-11-21']) expect(instantAt(local, { country: 'DE' }).at.getTime()).toBeNaN();
  });
});
