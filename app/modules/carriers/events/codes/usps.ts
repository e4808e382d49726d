import { codesByMeaning } from '../meaning-word.ts';

/** USPS event codes, as the list of scan events for shippers has them. */
export const uspsCodes = codesByMeaning({
  pre_shipment: 'MA GX NP PE 89',
  in_transit: '03 06 07 10 19 38 40 41 42 43 45 59 60 80 81 82 83 A0 A1 AD AE AF AG AJ AP AR AS AT B0 BE C0 D0 DC DD DE DT E1 EA EB EF F0 G0 J0 K0 K3 CO CR L1 L2 MR NT OA OD PC PO PU R1 RB SC SF T1 TA TM TP TR U1 UA FD',
  'in_transit/customs': 'B1 CI E0 IC K1 K2',
  '~delivered': '01 17 AH BR DL I0 OK PD K7',
  'delivered/damaged': 'DN',
  out_for_delivery: 'OF WC',
  ready_for_pickup: '14 16 CC',
  'attempted/not_home': '02 51 52 55 56 NH CA',
  '~attempted': '53 54 57 H0 ND VF VR',
  'exception/refused': '04 RD',
  'exception/address': '05 21 22 23 24 25 26 BA CM',
  'exception/returned_to_sender': '09 28 29 31 H8 K4 K5 K6 RT VS',
  'exception/security': '11',
  'exception/damaged': '12',
  'exception/unclaimed': '27',
  'exception/held': '44 OH SS',
  'exception/payment': 'HP',
  'exception/customs': 'CD RE',
  '~exception': '32 33 46 DP LX VC',
  'delayed/carrier': '08 15 LT MC MS MT MZ',
  'delayed/weather': 'WX',
  '~delayed': 'BX HX',
  none: 'DX VX MU MX',
});
