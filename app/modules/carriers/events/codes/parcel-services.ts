import { codesByMeaning } from '../meaning-word.ts';

/** SF Express's operation codes. */
export const sfCodes = codesByMeaning({
  '~in_transit': '50 51 30 31 36',
  '~out_for_delivery': '44',
  '~delivered': '80 8000',
  '~attempted': '33 70',
  '~ready_for_pickup': '125',
  '~exception/returned_to_sender': '99 648',
});

/** Cainiao's states at home and its steps across borders. */
export const cainiaoCodes = codesByMeaning({
  '~in_transit': 'ACCEPT TRANSPORT GTMS_ACCEPT GTMS_DO_ARRIVE GTMS_DO_DEPART PU_PICKUP_SUCCESS SC_INBOUND_SUCCESS SC_OUTBOUND_SUCCESS LH_HO_IN_SUCCESS LH_HO_AIRLINE LH_DEPART LH_ARRIVE CC_HO_IN_SUCCESS CC_HO_OUT_SUCCESS CC_EX_SUCCESS CC_IM_SUCCESS',
  'in_transit/customs': 'CC_EX_START CC_IM_START',
  '~pre_shipment': 'CONSIGN GWMS_ACCEPT',
  '~out_for_delivery': 'DELIVERING GTMS_DELIVERING',
  '~delivered': 'SIGN GTMS_SIGNED',
  '~ready_for_pickup': 'AGENT_SIGN GTMS_WAIT_SELF_PICK',
  '~attempted': 'FAILED',
  'exception/refused': 'REJECT',
});

/** GLS's states. */
export const glsCodes = codesByMeaning({
  pre_shipment: 'PREADVICE',
  '~in_transit': 'INTRANSIT INWAREHOUSE INPICKUP',
  '~out_for_delivery': 'INDELIVERY',
  '~delivered': 'DELIVERED',
  ready_for_pickup: 'DELIVEREDPS',
  '~attempted': 'NOTDELIVERED',
  'exception/label_voided': 'CANCELED CANCELLED',
});

/** DPD's states. */
export const dpdCodes = codesByMeaning({
  '~pre_shipment': 'SHIPMENT ACCEPTED',
  '~in_transit': 'PICKUP AT_SENDING_DEPOT ON_THE_ROAD AT_DELIVERY_DEPOT',
  '~out_for_delivery': 'OUT_FOR_DELIVERY',
  '~delivered': 'DELIVERED',
  '~ready_for_pickup': 'PICKUP_BY_CONSIGNEE',
  '~attempted': 'NOT_DELIVERED',
});

/** The events of Amazon's shipping interface. */
export const amazonCodes = codesByMeaning({
  pre_shipment: 'READYFORRECEIVE',
  in_transit: 'PICKUPDONE DEPARTED ARRIVEDATCARRIERFACILITY',
  out_for_delivery: 'OUTFORDELIVERY',
  '~delivered': 'DELIVERED',
  '~attempted': 'DELIVERYATTEMPTED',
  ready_for_pickup: 'AVAILABLEFORPICKUP',
  'exception/lost': 'LOST',
  'exception/refused': 'REJECTED',
  '~exception': 'UNDELIVERABLE',
  'exception/label_voided': 'PICKUPCANCELLED',
  'exception/returned_to_sender': 'RETURNINITIATED',
});
