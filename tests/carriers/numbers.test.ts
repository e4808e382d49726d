import { describe, expect, it } from 'vitest';
import { carrierName, recogniseNumber } from '#app/modules/carriers/index.server.ts';
import type { CarrierKey, NumberHints } from '#app/modules/carriers/index.server.ts';

interface Known {
  carrier: CarrierKey;
  /** As carriers and their customers write it. */
  number: string;
  /** The same with one digit wrong, where the carrier's check digit finds that. */
  wrong?: string;
  hints?: NumberHints;
}

const japan = { origin: 'JP', destination: 'JP' };

const known: Known[] = [
  { carrier: 'ups', number: '1Z 999 AA1 01 2345 6784', wrong: '1Z999AA10123456785' },
  { carrier: 'ups', number: '1Z8V92A70367203024', wrong: '1Z8V92A70367203034' },
  { carrier: 'ups', number: 'K2479825491', wrong: 'K2479825492' },
  { carrier: 'usps', number: '9400 1112 0108 0805 4830 16', wrong: '9400111201080805483017' },
  { carrier: 'usps', number: '92748931507708513018050063', wrong: '92748931507708513018050064' },
  { carrier: 'usps', number: '420 22153 9101026837331000039521', wrong: '420221539101026837331000039522' },
  { carrier: 'usps', number: '4201002334249200190132607600833457', wrong: '4201002334249200190132607600833467' },
  { carrier: 'usps', number: '0307 1790 0005 2348 3741', wrong: '03071790000523483742' },
  { carrier: 'usps', number: 'RB 123 456 785 US', wrong: 'RB123456786US' },
  { carrier: 'fedex', number: '9865 7878 8855', wrong: '986578788856' },
  { carrier: 'fedex', number: '0414 4176 0228 964', wrong: '041441760228965' },
  { carrier: 'fedex', number: '61299998820821171811', wrong: '61299998820821171812' },
  { carrier: 'fedex', number: '9611020987654312345672', wrong: '9611020987654312345673' },
  { carrier: 'fedex', number: '1001921334250001000300779017972697', wrong: '1001921334250001000300779017972698' },
  { carrier: 'fedex', number: '9622001900000000000000776632517510', wrong: '9622001900000000000000776632517511' },
  { carrier: 'dhl_express', number: '33 1881 0025', wrong: '3318810026' },
  { carrier: 'dhl_express', number: 'JD01 4600 0055 8877 9000' },
  { carrier: 'dhl_parcel_de', number: '0034 0434 1610 9402 2115', wrong: '00340434161094022116' },
  { carrier: 'dhl_parcel_de', number: '56.310 243.031 3', wrong: '563102430314', hints: { origin: 'DE' } },
  { carrier: 'dhl_parcel_de', number: 'JJD000390007882563517' },
  { carrier: 'dhl_ecommerce', number: 'GM2951173225174494' },
  { carrier: 'dhl_ecommerce', number: '9374869903503911996586', wrong: '9374869903503911996587' },
  { carrier: 'royal_mail', number: 'RB 1234 5678 5GB', wrong: 'RB123456784GB' },
  { carrier: 'canada_post', number: '0073 9380 0054 9297', wrong: '0073938000549292' },
  { carrier: 'canada_post', number: 'RB123456785CA', wrong: 'RB123456775CA' },
  { carrier: 'australia_post', number: '2JD541813301000870900' },
  { carrier: 'australia_post', number: '33ABC0000010' },
  { carrier: 'australia_post', number: 'RB123456785AU', wrong: 'RB123456789AU' },
  { carrier: 'colissimo', number: '8L 20524 75203 2', wrong: '8L20524752033' },
  { carrier: 'colissimo', number: 'CP123456785FR', wrong: 'CP123456780FR' },
  { carrier: 'la_poste', number: 'LX123456785FR', wrong: 'LX123456781FR' },
  { carrier: 'la_poste', number: '1L 012 345 6789 0' },
  { carrier: 'correos', number: 'PQ43BB0400003830128041Q' },
  { carrier: 'correos', number: 'RB123456785ES', wrong: 'RB123456782ES' },
  { carrier: 'postnl', number: '3STBAA1234567' },
  { carrier: 'postnl', number: 'RS123456785NL', wrong: 'RS223456785NL' },
  { carrier: 'gls', number: '503460075384', wrong: '503460075385', hints: { told: 'GLS', origin: 'DE' } },
  { carrier: 'gls', number: 'ZQ8QL2K1' },
  { carrier: 'gls', number: '50346007538' },
  { carrier: 'dpd', number: '0998 0000 0200 33 F', wrong: '09980000020034F' },
  { carrier: 'dpd', number: '008182709980000020033350276C', wrong: '008182709980000020033350276A' },
  { carrier: 'dpd', number: '0530 8801 4100 58' },
  { carrier: 'dpd_uk', number: '15501234567890', hints: { told: 'DPD UK' } },
  { carrier: 'evri', number: 'H00HXA0012345678' },
  { carrier: 'evri', number: '1234567890123456', hints: { told: 'Evri', origin: 'GB' } },
  { carrier: 'yamato', number: '1234-5678-9013', wrong: '1234-5678-9014', hints: japan },
  { carrier: 'sagawa', number: '1234-5678-9013', wrong: '123456789014', hints: { ...japan, told: '佐川急便' } },
  { carrier: 'japan_post', number: '1234-5678-9013', wrong: '123456789010', hints: { ...japan, told: 'Japan Post (JA)' } },
  { carrier: 'japan_post', number: '12345678903', wrong: '12345678904', hints: japan },
  { carrier: 'japan_post', number: 'RB123456785JP', wrong: 'RB123456787JP' },
  { carrier: 'china_post', number: 'RB123456785CN', wrong: 'RB123456795CN' },
  { carrier: 'china_post', number: '9876543210123' },
  { carrier: 'ems', number: 'EE123456785CN', wrong: 'EE123456786CN' },
  { carrier: 'sf_express', number: 'SF1234567890123' },
  { carrier: 'yanwen', number: 'UG123456789YP' },
  { carrier: '4px', number: '4PX3000123456789CN' },
  { carrier: 'yunexpress', number: 'YT2229521272164446' },
  { carrier: 'cainiao', number: 'LP00123456789012' },
  { carrier: 'ontrac', number: 'C11031500001879', wrong: 'C11031500001878' },
  { carrier: 'ontrac', number: 'D 100 113 459 830 10', wrong: 'D10011345983012' },
  { carrier: 'ontrac', number: '1LS717793482164' },
  { carrier: 'amazon', number: 'TBA502887274000' },
  { carrier: 'purolator', number: '320595463938', wrong: '320595463939', hints: { origin: 'CA' } },
  { carrier: 'yodel', number: 'JJD0002257639032011' },
  { carrier: 'chronopost', number: 'XZ123456785FR', wrong: 'XZ123456783FR' },
  { carrier: 'deutsche_post', number: 'RB123456785DE', wrong: 'RB123456788DE' },
  { carrier: 'swiss_post', number: '99.60.134581.00000123' },
  { carrier: 'bpost', number: 'RB123456785BE', wrong: 'RB123456715BE' },
  { carrier: 'an_post', number: 'RB123456785IE', wrong: 'RB123456784IE' },
  { carrier: 'poste_italiane', number: 'RB123456785IT', wrong: 'RB123456786IT' },
  { carrier: 'singapore_post', number: 'RB123456785SG', wrong: 'RB123456786SG' },
  { carrier: 'hongkong_post', number: 'RB123456785HK', wrong: 'RB123456786HK' },
  { carrier: 'korea_post', number: 'RB123456785KR', wrong: 'RB123456786KR' },
  { carrier: 'new_zealand_post', number: 'RB123456785NZ', wrong: 'RB123456786NZ' },
];

describe('recognising a number', () => {
  it.each(known.map((example) => [carrierName(example.carrier), example.number, example] as const))('knows %s by %s', (_name, number, { carrier, hints }) => {
    const [first] = recogniseNumber(number, hints);
    expect(first).toMatchObject({ carrier, valid: true });
  });

  const checked = known.flatMap((example) => (example.wrong === undefined ? [] : [[carrierName(example.carrier), example.wrong, example] as const]));
  it.each(checked)('does not take %s %s, with one digit wrong, for a number of the carrier', (_name, wrong, { carrier, hints }) => {
    const found = recogniseNumber(wrong, hints);
    expect(found.find((candidate) => candidate.carrier === carrier)).toMatchObject({ valid: false, check: 'failed' });
  });

  it('puts contradicted carriers behind every possible one, and otherwise goes by likelihood', () => {
    const found = recogniseNumber('123456789013');
    expect(found.map(({ valid }) => valid)).toEqual([true, true, true, false, false, false, false]);
    for (const group of [found.filter(({ valid }) => valid), found.filter(({ valid }) => !valid)]) {
      expect(group.map(({ score }) => score)).toEqual(group.map(({ score }) => score).toSorted((left, right) => right - left));
    }
  });

  it('names each carrier once', () => {
    const carriers = recogniseNumber('9261299988820821171811', { told: 'FedEx' }).map(({ carrier }) => carrier);
    expect(new Set(carriers).size).toBe(carriers.length);
  });

  it('knows nothing where there is nothing to know', () => {
    for (const number of ['', '   ', '-', '000000000000', 'PDX-104233', 'see email']) expect(recogniseNumber(number)).toEqual([]);
  });
});
