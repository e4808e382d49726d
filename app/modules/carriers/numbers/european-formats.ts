import { glsMod10, gs1Mod10, identcodeMod10, iso7064Mod37, mod7 } from './check-digits.ts';
import type { NumberFormat } from './number-format.ts';

/**
 * DHL and the carriers of Europe. Sources: DHL Express waybill rule, GS1 serial shipping container codes (DHL Paket, PostNord,
 * Poczta Polska), Deutsche Post Identcode, GLS Uni-Box, DPD label specification (ISO 7064), Colissimo label guide.
 */
export const europeanFormats: readonly NumberFormat[] = [
  { name: 'dhl_express_waybill', carriers: ['dhl_express'], shape: /^\d{10}$/, check: mod7, telling: 40 },
  { name: 'dhl_express_waybill_11', carriers: ['dhl_express'], shape: /^\d{11}$/, check: mod7, telling: 15 },
  { name: 'dhl_express_piece', carriers: ['dhl_express'], shape: /^J?JD01\d{14,18}$/, telling: 95 },
  { name: 'dhl_piece', carriers: ['dhl_express', 'dhl_parcel_de'], shape: /^JJD\d{8,13}$/, telling: 70 },
  { name: 'dhl_parcel_de_piece', carriers: ['dhl_parcel_de', 'dhl_ecommerce'], shape: /^JJD(?!01)\d{16,21}$/, telling: 90 },
  { name: 'dhl_parcel_de_sscc', carriers: ['dhl_parcel_de'], shape: /^003404\d{14}$/, check: gs1Mod10, telling: 95 },
  { name: 'dhl_parcel_de_identcode', carriers: ['dhl_parcel_de'], shape: /^\d{12}$/, check: identcodeMod10, telling: 20 },
  { name: 'dhl_parcel_nl', carriers: ['dhl_parcel_nl', 'dhl_express'], shape: /^JV[A-Z]{2}\d{10,22}$/, telling: 85 },
  { name: 'dhl_parcel_uk', carriers: ['dhl_ecommerce', 'yodel'], shape: /^JD(?!01|0002)\d{16,18}$/, telling: 70 },
  { name: 'yodel', carriers: ['yodel'], shape: /^J?JD0002\d{12,14}$/, telling: 92 },
  { name: 'dhl_global_mail', carriers: ['dhl_ecommerce'], shape: /^GM\d{16,18}$/, telling: 92 },
  { name: 'dhl_global_mail_long', carriers: ['dhl_ecommerce'], shape: /^(?:GM|LX|RX|UV|CN|SG|TH|IN|HK|MY)\d{10,39}$/, telling: 60 },
  { name: 'dhl_ecommerce_asia', carriers: ['dhl_ecommerce'], shape: /^P[A-Z0-9]{14}$/, telling: 20, needsHint: true },

  { name: 'gls_parcel', carriers: ['gls'], shape: /^\d{12}$/, check: glsMod10, telling: 18 },
  { name: 'gls_parcel_without_check', carriers: ['gls'], shape: /^\d{11}$/, telling: 12 },
  { name: 'gls_spain', carriers: ['gls'], shape: /^\d{14}$/, telling: 8, needsHint: true },
  { name: 'gls_track_id', carriers: ['gls'], shape: /^(?=.*\d)(?=.*[A-Z])[A-Z0-9]{8}$/, telling: 25 },

  { name: 'dpd_parcel_with_check', carriers: ['dpd', 'dpd_uk'], shape: /^\d{14}[A-Z0-9]$/, check: iso7064Mod37, telling: 58 },
  { name: 'dpd_parcel', carriers: ['dpd', 'dpd_uk'], shape: /^\d{14}$/, telling: 60 },
  { name: 'dpd_label', carriers: ['dpd', 'dpd_uk'], shape: /^[A-Z0-9]{7}\d{20}[A-Z0-9]$/, check: iso7064Mod37, telling: 92 },
  { name: 'dpd_uk_consignment', carriers: ['dpd_uk', 'dpd'], shape: /^\d{10}$/, telling: 10, needsHint: true },

  { name: 'parcelforce', carriers: ['parcelforce'], shape: /^P[BG][A-Z]{2}\d{7}(?:\d{3})?$/, telling: 90 },
  { name: 'royal_mail_2d', carriers: ['royal_mail'], shape: /^(?=.*[A-F])[0-9A-F]{2}\d{2}[0-9A-F]{12}(?:[0-9A-F]{5})?$/, telling: 30, needsHint: true },
  { name: 'evri', carriers: ['evri'], shape: /^[A-Z]\d{2}[A-Z0-9]{3}\d{10}$/, telling: 90 },
  { name: 'evri_digits', carriers: ['evri'], shape: /^(?:\d{16}|\d{8})$/, telling: 10, needsHint: true },
  { name: 'hermes_de', carriers: ['hermes_de'], shape: /^H\d{19,20}$/, telling: 95 },
  { name: 'hermes_de_digits', carriers: ['hermes_de'], shape: /^\d{14}$/, telling: 15, needsHint: true },

  { name: 'colissimo', carriers: ['colissimo', 'la_poste'], shape: /^[5-9][A-Z]\d{11}$/, check: (number) => gs1Mod10(number.slice(2)), telling: 90 },
  { name: 'la_poste_letter', carriers: ['la_poste', 'colissimo'], shape: /^(?:[0-4][A-Z]\d{11}|8[67]\d{11})$/, telling: 80 },
  { name: 'chronopost', carriers: ['chronopost'], shape: /^[A-Z]{2}\d{9}(?:JB|JF|FF|TS|UA|EE|248|250)$/, telling: 60 },
  { name: 'mondial_relay', carriers: ['mondial_relay'], shape: /^(?:\d{8}|\d{10}|\d{12})$/, telling: 10, needsHint: true },
  { name: 'colis_prive', carriers: ['colis_prive'], shape: /^[A-Z0-9]{2}\d{15}$/, telling: 15, needsHint: true },

  { name: 'postnl', carriers: ['postnl'], shape: /^[23]S[A-Z0-9]{9,15}$/, telling: 92 },
  { name: 'bpost', carriers: ['bpost'], shape: /^3232\d{20}$/, telling: 92 },
  { name: 'inpost', carriers: ['inpost'], shape: /^[5-6]\d{23}$/, telling: 60 },
  { name: 'swiss_post', carriers: ['swiss_post'], shape: /^99\d{16}$/, telling: 75 },
  { name: 'austrian_post', carriers: ['austrian_post'], shape: /^10\d{20}$/, telling: 60 },
  { name: 'postnord_sscc', carriers: ['postnord', 'bring'], shape: /^00\d(?:57|64|70|73)\d{15}$/, check: gs1Mod10, telling: 85 },
  { name: 'poczta_polska_sscc', carriers: ['poczta_polska'], shape: /^00\d590\d{14}$/, check: gs1Mod10, telling: 80 },
  { name: 'packeta', carriers: ['packeta'], shape: /^Z\d{10}$/, telling: 75 },
  { name: 'correos', carriers: ['correos'], shape: /^P[A-Z][A-Z0-9]{4}\d{14,16}[A-Z0-9]{1,2}$/, telling: 92 },
  { name: 'correos_express', carriers: ['correos_express'], shape: /^\d{16}(?:\d{7})?$/, telling: 10, needsHint: true },
  { name: 'brt', carriers: ['brt'], shape: /^(?:\d{12}|\d{15}|\d{19})$/, telling: 10, needsHint: true },
];
