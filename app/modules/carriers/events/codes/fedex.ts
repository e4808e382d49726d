import { codesByMeaning } from '../meaning-word.ts';

/** FedEx: event and derived status codes (letters), and the reasons of exceptions (digits). */
export const fedexCodes = codesByMeaning({
  pre_shipment: 'OC IN OX',
  '~pre_shipment': 'AP EP',
  '~in_transit': 'AA AC AD AF AO AR AX CH DP DR DS EA ED EO FD IT IX LO OF PF PL PM PU PX SF SP TR',
  in_transit: 'CC',
  'in_transit/customs': 'CP CU',
  out_for_delivery: 'OD',
  ready_for_pickup: 'HL HP',
  '~delivered': 'DL',
  '~attempted': 'DE',
  '~delayed': 'DY DD PD 84',
  'exception/customs': 'CD 71',
  '~exception': 'SE',
  'exception/label_voided': 'CA',
  'exception/returned_to_sender': 'RS',
  'exception/address': '03',
  'exception/refused': '07',
  '~attempted/not_home': '08 42',
  'attempted/payment': '16',
  'exception/held': '17',
  'delayed/weather': '15',
  'delayed/carrier': '12',
  'exception/payment': '93',
  none: 'HA RR RM RC RP LP RG RD',
});
