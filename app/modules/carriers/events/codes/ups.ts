import { codesByMeaning } from '../meaning-word.ts';

/** UPS: activity status types (one or two letters), the package's status codes (three digits), a few activity codes. */
export const upsCodes = codesByMeaning({
  '~delivered': 'D DD FS KB KM 9E 011 026',
  '~in_transit': 'I P W DO 005 010 025 OR DP AR PU XD YP',
  in_transit: '014 044 057',
  'in_transit/customs': '012',
  '~pre_shipment': 'M 003 045 MP',
  'exception/label_voided': 'MV 007',
  '~exception': 'X 013 029 030',
  'exception/returned_to_sender': 'RS 033 034 035 036 037 067',
  out_for_delivery: 'O 006 021',
  ready_for_pickup: '017 040 ZP',
  '~exception/held': '016 018 019 020',
  '~attempted': '022 023 024 060 061 066',
  'attempted/payment': '062',
  '~delayed': '046 047 048 049 055',
  'delayed/weather': '032 051 052 053 DJ',
  'exception/address': '050',
  'exception/customs': '058',
  'exception/damaged': '059',
  'exception/refused': '064',
  'exception/lost': '068',
  'exception/unclaimed': '069',
  none: 'NA',
});
