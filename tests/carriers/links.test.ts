import { describe, expect, it } from 'vitest';
import { applyOverrides, carrierCatalogue, carrierKeys, carrierName, carrierOfName, carrierOverrides, trackingUrl } from '#app/modules/carriers/index.server.ts';
import type { CarrierOverride } from '#app/modules/carriers/index.server.ts';

const linked = carrierKeys.filter((key) => carrierCatalogue[key].link !== undefined);
const nasty = 'AB1 "><script>&x=1#/../';

describe('links to carriers', () => {
  it.each(linked)('%s: https, with the number in it and nothing left to fill in', (key) => {
    for (const details of [{}, { zip: '10115', country: 'DE', locale: 'fr' }]) {
      const url = trackingUrl(key, 'AB123', details);
      expect(new URL(url ?? '').protocol).toBe('https:');
      expect(url).toContain('AB123');
      expect(url).not.toMatch(/[{}\s]/);
    }
  });

  it.each(linked)('%s: no number and no postcode can leave its place in the link', (key) => {
    const url = trackingUrl(key, nasty, { zip: nasty, country: nasty, locale: nasty }) ?? '';
    const harmless = trackingUrl(key, 'AB1', { zip: 'AB1', country: 'DE' }) ?? '';
    expect(new URL(url).host).toBe(new URL(harmless).host);
    expect(url).not.toMatch(/["<>\s]/);
    expect(url.split('&')).toHaveLength(harmless.split('&').length);
  });

  it('speak the reader’s language where the carrier does', () => {
    expect(trackingUrl('ups', '1Z999AA10123456784', { locale: 'zh-CN' })).toBe('https://www.ups.com/track?loc=zh_CN&tracknum=1Z999AA10123456784');
    expect(trackingUrl('canada_post', '0073938000549297', { locale: 'fr' })).toContain('/fr#/search?searchFor=0073938000549297');
    expect(trackingUrl('canada_post', '0073938000549297', { locale: 'ja' })).toContain('/en#/');
  });

  it('spare the customer the postcode where the carrier asks for it', () => {
    expect(trackingUrl('postnl', '3STBAA1234567', { zip: '1012 AB', country: 'NL' })).toBe('https://jouw.postnl.nl/track-and-trace/3STBAA1234567-NL-1012AB');
    expect(trackingUrl('postnl', '3STBAA1234567', { zip: '1012 AB' })).toBe('https://postnl.post/tracking?trackingNumber=3STBAA1234567');
    expect(trackingUrl('gls', 'ZQ8QL2K1', { zip: '20095' })).toContain('&postalCode=20095');
  });

  it('do not exist without a number, or where the carrier has no page', () => {
    expect(trackingUrl('ups', ' - ')).toBeNull();
    expect(trackingUrl('bulgarian_posts', 'RB123456785BG')).toBeNull();
  });
});

describe('the catalogue', () => {
  it('gives each carrier a name of its own, by which it is found', () => {
    const names = carrierKeys.map(carrierName);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    for (const key of carrierKeys) expect(carrierOfName(carrierName(key))).toBe(key);
  });

  it('gives no spelling to two carriers', () => {
    const claims = carrierKeys.flatMap((key) => (carrierCatalogue[key].aliases ?? []).map((alias) => ({ alias, key })));
    expect(claims.filter(({ alias, key }) => carrierOfName(alias) !== key)).toEqual([]);
  });

  it('knows one post for each country suffix', () => {
    const suffixes = carrierKeys.flatMap((key) => carrierCatalogue[key].issues ?? []);
    expect(suffixes.filter((suffix, at) => suffixes.indexOf(suffix) !== at)).toEqual([]);
    expect(suffixes.filter((suffix) => !/^[A-Z]{2}$/.test(suffix))).toEqual([]);
  });

  it.each([
    ['UPS', 'ups'],
    ['usps', 'usps'],
    ['DHL eCommerce Asia', 'dhl_ecommerce'],
    ['DHL', 'dhl_express'],
    ['Japan Post (JA)', 'japan_post'],
    ['Yamato (EN)', 'yamato'],
    ['Amazon Logistics UK', 'amazon'],
    ['New Zealand Post', 'new_zealand_post'],
    ['Österreichische Post', 'austrian_post'],
    ['J&T Express', 'jt_express'],
    ['顺丰速运', 'sf_express'],
    ['  royal-mail ', 'royal_mail'],
    ['Pigeons Ltd', null],
    ['', null],
  ] as const)('knows %s as %s', (written, key) => {
    expect(carrierOfName(written)).toBe(key);
  });
});

describe('a merchant’s own rules', () => {
  const rules: CarrierOverride[] = carrierOverrides.parse([
    { match: { by: 'company', name: 'Pigeons Ltd' }, carrier: null, name: 'Pigeons', link: 'https://pigeons.example/t?n={number}&z={zip}' },
    { match: { by: 'number', prefix: 'ab-##' }, carrier: 'ninja_van', name: null, link: null },
    { match: { by: 'company', name: 'DHL' }, carrier: 'dhl_parcel_de', name: null, link: null },
  ]);

  it('give an unknown carrier its name and page, with every part encoded', () => {
    expect(applyOverrides(rules, { company: 'PIGEONS LTD.', number: 'x 1', zip: '1&2' })).toEqual({ carrier: null, name: 'Pigeons', url: 'https://pigeons.example/t?n=X1&z=1%262' });
  });

  it('match the beginning of a number, # standing for a digit', () => {
    expect(applyOverrides(rules, { company: null, number: 'AB12XYZ' })).toMatchObject({ carrier: 'ninja_van', name: 'Ninja Van' });
    expect(applyOverrides(rules, { company: null, number: 'ABCDXYZ' })).toBeNull();
    expect(applyOverrides(rules, { company: null, number: 'AB1' })).toBeNull();
  });

  it('say which of a house’s carriers a name means in this shop', () => {
    expect(applyOverrides(rules, { company: 'DHL', number: '00340434161094022115' })).toMatchObject({ carrier: 'dhl_parcel_de', url: trackingUrl('dhl_parcel_de', '00340434161094022115') });
    expect(applyOverrides(rules, { company: 'DHL Express', number: '3318810025' })).toBeNull();
  });

  it.each([
    ['not https', 'http://pigeons.example/{number}'],
    ['a script', 'javascript:alert({number})'],
    ['no number', 'https://pigeons.example/'],
    ['a host the number could change', 'https://{number}.example/'],
    ['a password', 'https://user:secret@pigeons.example/{number}'],
    ['no address', '{number}'],
  ])('refuse a link with %s', (_what, link) => {
    expect(carrierOverrides.safeParse([{ match: { by: 'company', name: 'P' }, carrier: null, name: 'P', link }]).success).toBe(false);
  });

  it('refuse a carrier we do not know and a rule that says nothing', () => {
    expect(carrierOverrides.safeParse([{ match: { by: 'company', name: 'P' }, carrier: 'pigeons', name: null, link: null }]).success).toBe(false);
    expect(carrierOverrides.safeParse([{ match: { by: 'company', name: 'P' }, carrier: null, name: null, link: null }]).success).toBe(false);
    expect(carrierOverrides.safeParse([{ match: { by: 'number', prefix: ' - ' }, carrier: 'ups', name: null, link: null }]).success).toBe(false);
  });
});
