import { codesByMeaning } from '../meaning-word.ts';

/** Events every post tells another by electronic message, of parcels that cross borders. */
export const postalUnionCodes = codesByMeaning({
  in_transit: 'EMA EMB EMC EMD EMF EMG EMJ EMK EDC EXC EDD EDE',
  'in_transit/customs': 'EDB EXA',
  'exception/customs': 'EME EXB',
  '~attempted': 'EMH',
  '~delivered': 'EMI',
  out_for_delivery: 'EDG',
  ready_for_pickup: 'EDH',
  '~exception/held': 'EDA EDF EXD',
  'exception/label_voided': 'EXX',
});

/** La Poste's tracking interface. */
export const laPosteCodes = codesByMeaning({
  pre_shipment: 'DR1 DR2',
  '~in_transit': 'PC1 PC2 ET1 ET2 ET3 ET4 EP1 PB2',
  'in_transit/customs': 'DO1',
  in_transit: 'DO2',
  'exception/customs': 'DO3',
  '~exception': 'PB1',
  out_for_delivery: 'MD2',
  '~attempted': 'ND1',
  ready_for_pickup: 'AG1',
  'exception/returned_to_sender': 'RE1 DI2',
  '~delivered': 'DI1',
});

/** Colissimo's own events. */
export const colissimoCodes = codesByMeaning({
  pre_shipment: 'COMCFM PCHMQT',
  in_transit: 'PCHCFM PCHCEX AARCFM CHGCFM DCHCFM DCHDDT EXPCFM RENLNA',
  '~in_transit': 'RSTNCG QDICFM DEPGUI',
  'delayed/carrier': 'AARDVY',
  delivered: 'LIVCFM LIVGAR LIVRTI',
  ready_for_pickup: 'RENAVI MLVARS RSTBRT',
  'attempted/not_home': 'RENNRV RENARV',
  '~attempted': 'RENACP',
  'exception/address': 'RENAIN RENCAD',
  'exception/returned_to_sender': 'LIVREO SOLREO SOLREI RENAVA RENDIA RENDIV RENSNC RENSRB RENTAR',
  'exception/customs': 'DOUAGV DOUCOI DOUCOM DOUCRR DOUDDI DOUDDM DOUDOU DOUDVR DOUEXI DOUFCI DOUFCM DOUIDD DOUIIR DOUNIR DOURES',
  'exception/security': 'DOUPRO',
});

/** Canada Post's event identifiers; the words beside them are the finer half. */
export const canadaPostCodes = codesByMeaning({
  '~pre_shipment': '1300 1301 1302 1303 3000 3002',
  '~in_transit': '100 102 104 105 106 107 113 114 115 116 117 118 120 121 127 130 152 170 171 173 175 1210 1230 1240 2300 2500 2501 400 405 410 4000 4100 610 700 701 710 800 804 810 815 900 910',
  '~out_for_delivery': '174 500',
  '~delivered': '1405 1406 1408 1409 1421 1422 1423 1424 1425 1426 1427 1428 1429 1430 1431 1432 1433 1434 1441 1442 1461 1462 1463 1465 1466 1467 1468 1469 1471 1472 1473 1475 1476 1496 1498 2001',
  '~ready_for_pickup': '1407 1435 1436 1437 1438 1479 1488 1701 2407',
  '~exception/returned_to_sender': '167 168 169 181 182 183 184 1415 1416 1417 1418 1419 1420 1481 1482 1491 1492 1495 2600 2601 2802',
  '~delayed': '621 622 623 625 627 628',
});

/** Royal Mail's events, where the documentation names them. */
export const royalMailCodes = codesByMeaning({ '~delivered': 'EVKSP', '~out_for_delivery': 'EVGPD', 'delayed/carrier': 'EVNMI' });
