import { describe, expect, it } from 'vitest';
import { doubtOfNumber, normalNumber, recogniseNumber } from '#app/modules/carriers/index.server.ts';

describe('a number as people type it', () => {
  it.each([
    ['spaces', ' 1z 999 aa1 01 2345 6784 '],
    ['dashes', '1Z-999-AA1-01-2345-6784'],
    ['full-width characters', '１Ｚ９９９ＡＡ１０１２３４５６７８４'],
    ['invisible characters of a mail', '1Z999AA1\u200b0123\u00a0456784'],
  ])('is the same number with %s', (_what, typed) => {
    expect(normalNumber(typed)).toBe('1Z999AA10123456784');
    expect(recogniseNumber(typed)[0]).toMatchObject({ carrier: 'ups', valid: true, number: '1Z999AA10123456784', lettersForDigits: false });
  });

  it('is understood, and said to be mistyped, with letters O and I for digits', () => {
    expect(recogniseNumber('TBA5O2887274OOO')[0]).toMatchObject({ carrier: 'amazon', number: 'TBA502887274000', lettersForDigits: true });
    expect(recogniseNumber('RBI23456785US')[0]).toMatchObject({ carrier: 'usps', number: 'RB123456785US', lettersForDigits: true });
    expect(doubtOfNumber('TBA5O2887274OOO', 'amazon')).toBe('format');
  });

  it('keeps the letters that belong to it', () => {
    expect(recogniseNumber('LO123456785GB')[0]).toMatchObject({ carrier: 'royal_mail', number: 'LO123456785GB', lettersForDigits: false });
  });
});

describe('what the order says', () => {
  const twelve = '563102430313';

  it('moves a carrier that works where the parcel goes before one that does not', () => {
    expect(recogniseNumber('123456789013', { origin: 'JP' })[0]?.carrier).toBe('yamato');
    expect(recogniseNumber('986578788855', { origin: 'US', destination: 'US' })[0]?.carrier).toBe('fedex');
    expect(recogniseNumber(twelve, { origin: 'DE', destination: 'DE' })[0]?.carrier).toBe('dhl_parcel_de');
  });

  it('puts the carrier the merchant named first where the number allows it', () => {
    expect(recogniseNumber('123456789013', { told: 'Sagawa (EN)' })[0]?.carrier).toBe('sagawa');
    expect(recogniseNumber('RB123456785SG', { told: 'Singapore Post' })[0]?.carrier).toBe('singapore_post');
  });

  it('puts the carrier whose number it is first where the named one cannot be meant', () => {
    expect(recogniseNumber('1Z999AA10123456784', { told: 'FedEx' })[0]?.carrier).toBe('ups');
    expect(recogniseNumber('9400111201080805483016', { told: 'YunExpress' }).map(({ carrier }) => carrier)).toEqual(['usps', 'yunexpress']);
  });

  it('does not take a mistyped number of the named carrier for one that fits another by chance', () => {
    expect(recogniseNumber('996578788855').map(({ carrier }) => carrier)[0]).toBe('yamato');
    expect(recogniseNumber('996578788855', { told: 'FedEx' })[0]).toMatchObject({ carrier: 'fedex', valid: false });
  });

  it('believes the merchant about carriers whose numbers we do not know', () => {
    expect(recogniseNumber('AB-77', { told: 'Loomis' })).toEqual([
      { carrier: 'loomis', valid: true, check: 'none', format: 'told', number: 'AB77', lettersForDigits: false, score: 70 },
    ]);
  });

  it('reads a carrier named by the house alone as whichever of its carriers the number fits', () => {
    expect(recogniseNumber('00340434161094022115', { told: 'DHL' })[0]?.carrier).toBe('dhl_parcel_de');
  });
});

describe('doubting a number', () => {
  it.each([
    ['1Z999AA10123456784', 'ups', null],
    ['1Z999AA10123456785', 'ups', 'check_digit'],
    ['1Z999AA1012345678', 'ups', 'format'],
    ['#1042', 'ups', 'format'],
    ['1Z999AA10123456784', 'fedex', 'other_carrier'],
    ['9400111201080805483016', 'ups', 'other_carrier'],
    ['986578788855', 'ups', 'other_carrier'],
    ['986578788856', 'fedex', 'check_digit'],
    ['RB123456786US', 'usps', 'check_digit'],
    ['RB123456785GB', 'usps', 'other_carrier'],
    ['3318810026', 'dhl_express', 'check_digit'],
    ['', 'usps', 'format'],
  ] as const)('%s for %s: %s', (number, carrier, doubt) => {
    expect(doubtOfNumber(number, carrier)).toBe(doubt);
  });

  it('has none about a sister of the named carrier', () => {
    expect(doubtOfNumber('00340434161094022115', 'dhl_express')).toBeNull();
    expect(doubtOfNumber('8L20524752032', 'la_poste')).toBeNull();
  });

  it('has none about a local carrier to whom the named one hands its parcels', () => {
    expect(doubtOfNumber('9400111201080805483016', 'yunexpress')).toBeNull();
    expect(doubtOfNumber('RB123456785SG', '4px')).toBeNull();
    expect(doubtOfNumber('hello', 'yunexpress')).toBe('format');
  });

  it('has none about carriers whose numbers we do not know, unless the number is clearly somebody else’s', () => {
    expect(doubtOfNumber('AB77', 'loomis')).toBeNull();
    expect(doubtOfNumber('1Z999AA10123456784', 'loomis')).toBe('other_carrier');
  });
});
