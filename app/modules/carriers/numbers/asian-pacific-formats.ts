import { mod7 } from './check-digits.ts';
import type { NumberFormat } from './number-format.ts';

/**
 * Carriers of Asia and Australia. Sources: the 7DR rule in the label guides of Yamato, Sagawa and Japan Post; Australia Post
 * eParcel article and consignment layout; the public number ranges of the Chinese carriers, whose check digits are not published.
 */
export const asianPacificFormats: readonly NumberFormat[] = [
  { name: 'japan_12', carriers: ['yamato', 'sagawa', 'japan_post'], shape: /^\d{12}$/, check: mod7, telling: 26 },
  { name: 'japan_post_11', carriers: ['japan_post'], shape: /^\d{11}$/, check: mod7, telling: 20 },
  { name: 'seino', carriers: ['seino'], shape: /^\d{10}$/, check: mod7, telling: 8, needsHint: true },

  { name: 'china_post_parcel', carriers: ['china_post', 'ems'], shape: /^9\d{12}$/, telling: 35 },
  { name: 'china_ems', carriers: ['ems', 'china_post'], shape: /^1[0-3]\d{11}$/, telling: 35 },
  { name: 'sf_express', carriers: ['sf_express'], shape: /^SF[A-Z0-9]\d{11,13}$/, telling: 97 },
  { name: 'sf_express_digits', carriers: ['sf_express'], shape: /^(?:\d{12}|\d{15})$/, telling: 12, needsHint: true },
  { name: 'yanwen_s10', carriers: ['yanwen'], shape: /^[A-Z]{2}\d{9}YP$/, telling: 95 },
  { name: 'yanwen', carriers: ['yanwen'], shape: /^(?:YW[A-Z0-9]{10,18}|Y[A-Z]?\d{8,11}|(?:ALS|AUS|UHS|YWE)\d{8,11})$/, telling: 70 },
  { name: 'yanwen_digits', carriers: ['yanwen'], shape: /^(?:\d{10,12}|\d{19})$/, telling: 8, needsHint: true },
  { name: '4px', carriers: ['4px'], shape: /^4PX\d{13}CN$/, telling: 98 },
  { name: '4px_other', carriers: ['4px'], shape: /^(?:4P[A-Z0-9]{8,22}|P0{4}\d{8}|MS\d{8}XSG|FX\d{12,16})$/, telling: 75 },
  { name: '4px_digits', carriers: ['4px'], shape: /^(?:30\d{10}|7\d{10})$/, telling: 8, needsHint: true },
  { name: 'yunexpress', carriers: ['yunexpress'], shape: /^Y[TU]\d{16}$/, telling: 97 },
  { name: 'yunexpress_other', carriers: ['yunexpress'], shape: /^YUN[A-Z0-9]{10,18}$/, telling: 85 },
  { name: 'yto', carriers: ['yto'], shape: /^YT\d{13}$/, telling: 95 },
  { name: 'jt_express', carriers: ['jt_express'], shape: /^J[TXP]\d{10,13}$/, telling: 75 },
  { name: 'cainiao_lp', carriers: ['cainiao'], shape: /^LP\d{14,18}$/, telling: 97 },
  { name: 'cainiao', carriers: ['cainiao'], shape: /^(?:CNG?[A-Z]{2,3}|AE[A-Z]{2,4}|CAINIAO)\d{8,16}[A-Z]{0,3}\d{0,2}$/, telling: 80 },
  { name: 'zto', carriers: ['zto'], shape: /^(?:7[5-9]\d{12}|ZT\d{12,14})$/, telling: 12, needsHint: true },
  { name: 'cj_logistics', carriers: ['cj_logistics'], shape: /^(?:\d{10}|\d{12})$/, telling: 10, needsHint: true },
  { name: 'ninja_van', carriers: ['ninja_van'], shape: /^(?:NV|NLSG|NLMY|NLID|SPE|SHP)[A-Z0-9]{8,16}$/, telling: 65 },

  { name: 'australia_post_barcode', carriers: ['australia_post'], shape: /^019931265099999891[A-Z0-9]{16,23}$/, telling: 98 },
  { name: 'australia_post_article', carriers: ['australia_post'], shape: /^(?!JJD)(?:\d{2}[A-Z0-9]|[A-Z0-9]{2}[A-Z])(?:[A-Z0-9]{2})?\d{18}$/, telling: 62 },
  { name: 'australia_post_consignment', carriers: ['australia_post'], shape: /^(?=\d{1,2}[A-Z])(?:[A-Z0-9]{3}|[A-Z0-9]{5})\d{7}(?:\d{2})?$/, telling: 62 },
  { name: 'australia_post_consignment_digits', carriers: ['australia_post', 'startrack'], shape: /^(?:99\d{10,20}|[A-Z]{3,4}\d{7,8})$/, telling: 15, needsHint: true },
  { name: 'startrack', carriers: ['startrack', 'australia_post'], shape: /^[A-Z0-9]{3,4}Z\d{8}(?:[A-Z]{3}\d{5})?$/, telling: 60 },
  { name: 'new_zealand_post', carriers: ['new_zealand_post'], shape: /^(?:\d{16}[A-Z]{3}\d{3}[A-Z]{2}|[A-Z0-9]{2}\d{13}NZ)$/, telling: 80 },
  { name: 'india_digits', carriers: ['delhivery', 'bluedart', 'xpressbees'], shape: /^\d{11,14}$/, telling: 8, needsHint: true },
];
