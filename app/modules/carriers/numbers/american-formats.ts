import { fedexMod11, gs1Mod10, luhnMod10, upsMod10 } from './check-digits.ts';
import type { NumberFormat } from './number-format.ts';

const withoutRouting = (number: string): string => number.replace(/^420(?:\d{5}|\d{9})(?=9[1-5](?:\d{20}|\d{24})$)/, '');
const imPackage = (number: string): boolean => gs1Mod10(withoutRouting(number));

/**
 * UPS, FedEx, USPS and the regional carriers of North America. Sources: UPS and FedEx labelling guides, USPS Publication 199
 * (Intelligent Mail package barcode: routing 420 and ZIP are not part of what is checked), Canada Post's PIN specification.
 */
export const americanFormats: readonly NumberFormat[] = [
  { name: 'ups_1z', carriers: ['ups'], shape: /^1Z[A-Z0-9]{15}\d$/, check: (number) => upsMod10(number.slice(2)), telling: 98 },
  { name: 'ups_mail_innovations', carriers: ['ups'], shape: /^MI\d{6}[A-Z0-9]{1,22}$/, telling: 80 },
  { name: 'ups_waybill', carriers: ['ups'], shape: /^[AHJKTV]\d{10}$/, check: (number) => upsMod10(number.slice(1)), telling: 60 },
  { name: 'ups_freight', carriers: ['ups'], shape: /^\d{9}$/, telling: 5, needsHint: true },

  { name: 'fedex_express', carriers: ['fedex'], shape: /^\d{12}$/, check: fedexMod11, telling: 35 },
  { name: 'fedex_ground', carriers: ['fedex'], shape: /^\d{15}$/, check: gs1Mod10, telling: 60 },
  { name: 'fedex_ground_sscc', carriers: ['fedex'], shape: /^0[0124]\d{16}$/, check: gs1Mod10, telling: 60 },
  { name: 'fedex_ground_96', carriers: ['fedex'], shape: /^96\d{20}$/, check: (number) => gs1Mod10(number.slice(-15)), telling: 90 },
  { name: 'fedex_smartpost', carriers: ['fedex', 'usps'], shape: /^6[1-9]\d{18}$/, check: (number) => gs1Mod10(`92${number}`), telling: 60 },
  { name: 'fedex_express_34', carriers: ['fedex'], shape: /^(?:10\d\d|96\d\d)\d{30}$/, check: (number) => fedexMod11(number.slice(-14)), telling: 95 },
  { name: 'fedex_door_tag', carriers: ['fedex'], shape: /^DT\d{12}$/, telling: 90 },

  { name: 'dhl_ecommerce_usps', carriers: ['dhl_ecommerce', 'usps'], shape: /^(?:420(?:\d{5}|\d{9}))?(?=9[23](?:\d{20}|\d{24})$)(?:92612903|9374869903|9361269903)\d+$/, check: imPackage, telling: 92 },
  { name: 'fedex_smartpost_usps', carriers: ['fedex', 'usps'], shape: /^(?:420(?:\d{5}|\d{9}))?926129(?:99|27)\d{14}$/, check: imPackage, telling: 92 },
  { name: 'fedex_smartpost_other', carriers: ['fedex'], shape: /^(?:420(?:\d{5}|\d{9}))?926129(?!03)(?:\d{16}|\d{20})$/, check: imPackage, telling: 70 },
  { name: 'usps_impb', carriers: ['usps'], shape: /^(?:420(?:\d{5}|\d{9}))?9[1-5](?:\d{20}|\d{24})$/, check: imPackage, telling: 90 },
  // Carriers that have the post deliver; 92 and 93 are what large mailers use.
  {
    name: 'impb_of_partner',
    carriers: ['dhl_ecommerce', 'fedex', 'ups', 'pitney_bowes', 'osm_worldwide'],
    shape: /^(?:420(?:\d{5}|\d{9}))?9[23](?:\d{20}|\d{24})$/,
    check: imPackage,
    telling: 60,
    needsHint: true,
  },
  { name: 'usps_legacy', carriers: ['usps'], shape: /^(?:0[1-9]|13|23|7\d|8[12])\d{18}$/, check: gs1Mod10, telling: 50 },
  // Certified mail whose printed number leaves out the 91 that its bars begin with.
  { name: 'usps_91_left_out', carriers: ['usps'], shape: /^7[01]\d{18}$/, check: (number) => gs1Mod10(`91${number}`), telling: 50 },

  { name: 'canada_post_pin', carriers: ['canada_post'], shape: /^\d{16}$/, check: gs1Mod10, telling: 45 },
  { name: 'ontrac_c', carriers: ['ontrac'], shape: /^C\d{14}$/, check: (number) => upsMod10(`4${number.slice(1)}`), telling: 92 },
  { name: 'ontrac_d', carriers: ['ontrac'], shape: /^D\d{14}$/, check: (number) => upsMod10(`5${number.slice(1)}`), telling: 92 },
  { name: 'ontrac_lasership', carriers: ['ontrac'], shape: /^(?:1LS[A-Z0-9]{9,15}|L[ASWXI]\d{8}|L[A-Z][A-Z0-9]\d{7,8})$/, telling: 75 },
  { name: 'amazon_us', carriers: ['amazon'], shape: /^TB[ACM]\d{12,13}$/, telling: 98 },
  { name: 'amazon_uk', carriers: ['amazon'], shape: /^Q[AB]?\d{11}$/, telling: 65 },
  { name: 'amazon_eu', carriers: ['amazon'], shape: /^(?:UK|GB|DE|FR|IT|ES|AMZ)\d{10}$/, telling: 50 },
  { name: 'amazon_international', carriers: ['amazon'], shape: /^[CF]\d{10}$/, telling: 55 },
  { name: 'purolator', carriers: ['purolator'], shape: /^[A-Z]{3}\d{9}$/, telling: 50 },
  { name: 'purolator_digits', carriers: ['purolator'], shape: /^[0-5]\d{11}$/, check: luhnMod10, telling: 12 },
  { name: 'canpar', carriers: ['canpar'], shape: /^[CDKLSUXZ]\d{21}$/, telling: 80 },
  { name: 'uniuni', carriers: ['uniuni'], shape: /^UU[A-Z]?[A-Z0-9]{16}$/, telling: 75 },
  { name: 'intelcom', carriers: ['intelcom'], shape: /^INTLCM[BCDEF]\d{9,12}$/, telling: 95 },
  { name: 'gofo', carriers: ['gofo'], shape: /^GFUS\d{14,18}$/, telling: 95 },
  { name: 'landmark', carriers: ['landmark_global'], shape: /^LTN\d{8,12}N\d$/, telling: 95 },
  { name: 'spee_dee', carriers: ['spee_dee'], shape: /^SP\d{18}$/, telling: 85 },
];
