import { codesByMeaning } from '../meaning-word.ts';

/** DHL Express checkpoints. */
export const dhlExpressCodes = codesByMeaning({
  pre_shipment: 'SA',
  in_transit: 'AF AR CR DF FD HI HO HN PL PU TR TP SM',
  '~in_transit': 'AD SC',
  'in_transit/customs': 'IC BN RR BL',
  '~delivered': 'OK BR PD',
  'delivered/damaged': 'DD',
  out_for_delivery: 'WC',
  ready_for_pickup: 'CC',
  '~attempted': 'ND',
  'attempted/not_home': 'NH CA',
  'exception/address': 'BA CM',
  'exception/refused': 'RD',
  'exception/payment': 'HP',
  'exception/customs': 'CD UD',
  'exception/damaged': 'DM',
  'exception/returned_to_sender': 'RT',
  '~exception/held': 'OH SS',
  '~exception': 'DS',
  'delayed/carrier': 'MD MC MS NA TD',
  none: 'CS',
});

/** The status codes of DHL's unified tracking, for all its divisions. */
export const dhlUnifiedCodes = codesByMeaning({
  pre_shipment: 'PRE-TRANSIT',
  '~in_transit': 'TRANSIT',
  '~delivered': 'DELIVERED',
  '~exception': 'FAILURE',
  none: 'UNKNOWN',
});

/** DHL Paket's standard events. */
export const dhlParcelCodes = codesByMeaning({
  '~pre_shipment': 'VA',
  '~in_transit': 'ES AA AE EE',
  '~out_for_delivery': 'PO',
  '~delivered': 'ZU DLVRD',
  '~attempted': 'ZN NTDEL',
  '~ready_for_pickup': 'LA HLDCC',
});
