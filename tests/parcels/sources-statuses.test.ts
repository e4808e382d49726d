import { describe, expect, it } from 'vitest';
import { aftershipStatuses } from '../../app/modules/parcels/sources/aftership-status.ts';
import { easypostDetails, easypostMeaning, easypostStatuses } from '../../app/modules/parcels/sources/easypost-status.ts';
import { karrioMeaning, karrioReasons, karrioStatuses } from '../../app/modules/parcels/sources/karrio-status.ts';
import { seventeenTrackStatuses } from '../../app/modules/parcels/sources/seventeen-track-status.ts';

/** `status` or `status/cause`, for tables that are read with the eye. */
const said = (meaning: { status: string | null; cause: string | null } | null | undefined) => (meaning ? [meaning.status ?? '-', meaning.cause].filter(Boolean).join('/') : undefined);

// As documented in 17TRACK's API v2.4: main statuses, sub-statuses, milestones.
const seventeenTrack: Record<string, string> = {
  NotFound_Other: '-', NotFound_InvalidCode: '-', InfoReceived: 'pre_shipment', InTransit_PickedUp: 'in_transit', InTransit_Other: 'in_transit',
  InTransit_Departure: 'in_transit', InTransit_Arrival: 'in_transit', InTransit_CustomsProcessing: 'in_transit/customs', InTransit_CustomsReleased: 'in_transit',
  InTransit_CustomsRequiringInformation: 'exception/customs', Expired_Other: 'expired', AvailableForPickup_Other: 'ready_for_pickup', OutForDelivery_Other: 'out_for_delivery',
  DeliveryFailure_Other: 'attempted', DeliveryFailure_NoBody: 'attempted/not_home', DeliveryFailure_Security: 'attempted/security', DeliveryFailure_Rejected: 'exception/refused',
  DeliveryFailure_InvalidAddress: 'attempted/address', Delivered_Other: 'delivered', Exception_Other: 'exception', Exception_Returning: 'exception/returned_to_sender',
  Exception_Returned: 'exception/returned_to_sender', Exception_NoBody: 'exception/address', Exception_Security: 'exception/security', Exception_Damage: 'exception/damaged',
  Exception_Rejected: 'exception/refused', Exception_Delayed: 'delayed', Exception_Lost: 'exception/lost', Exception_Destroyed: 'exception/damaged', Exception_Cancel: 'exception/label_voided',
  NotFound: '-', InTransit: 'in_transit', Expired: 'expired', AvailableForPickup: 'ready_for_pickup', OutForDelivery: 'out_for_delivery', DeliveryFailure: 'attempted', Delivered: 'delivered', Exception: 'exception',
  PickedUp: 'in_transit', Departure: 'in_transit', Arrival: 'in_transit', Returning: 'exception/returned_to_sender', Returned: 'exception/returned_to_sender',
};

// As documented by AfterShip: delivery statuses and sub-statuses, with those of March 2026.
const aftership: Record<string, string> = {
  Delivered_001: 'delivered', Delivered_002: 'delivered', Delivered_003: 'delivered', Delivered_004: 'delivered', AvailableForPickup_001: 'ready_for_pickup',
  Exception_001: 'exception', Exception_002: 'exception/address', Exception_003: 'exception/refused', Exception_004: 'exception/customs', Exception_005: 'delayed', Exception_006: 'exception/payment',
  Exception_007: 'exception/address', Exception_008: 'exception/unclaimed', Exception_009: 'exception/security', Exception_010: 'exception/returned_to_sender', Exception_011: 'exception/returned_to_sender',
  Exception_012: 'exception/damaged', Exception_013: 'exception/lost', Exception_016: 'delayed/carrier', Exception_017: 'delayed/weather', Exception_018: 'exception/customs', Exception_019: 'delayed/carrier',
  Exception_020: 'exception/label_voided', Exception_021: 'exception/damaged', AttemptFail_001: 'attempted', AttemptFail_002: 'attempted/not_home', AttemptFail_003: 'attempted/not_home',
  InTransit_001: 'in_transit', InTransit_002: 'in_transit', InTransit_003: 'in_transit', InTransit_004: 'in_transit', InTransit_005: 'in_transit', InTransit_006: 'in_transit/customs',
  InTransit_007: 'in_transit', InTransit_008: 'in_transit', InTransit_009: 'in_transit', InfoReceived_001: 'pre_shipment', OutForDelivery_001: 'out_for_delivery',
  OutForDelivery_002: 'ready_for_pickup', OutForDelivery_003: 'out_for_delivery', OutForDelivery_004: 'out_for_delivery',
  Pending_001: '-', Pending_002: '-', Pending_003: '-', Pending_004: '-', Pending_005: '-', Pending_006: '-', Expired_001: 'expired',
  Pending: '-', InfoReceived: 'pre_shipment', InTransit: 'in_transit', OutForDelivery: 'out_for_delivery', AttemptFail: 'attempted', Delivered: 'delivered', AvailableForPickup: 'ready_for_pickup', Exception: 'exception', Expired: 'expired',
};

describe.each([
  ['17TRACK', seventeenTrack, seventeenTrackStatuses],
  ['AfterShip', aftership, aftershipStatuses],
])('%s', (_name, documented, table) => {
  it.each(Object.entries(documented))('%s is %s', (code, meaning) => {
    expect(said(table[code])).toBe(meaning);
  });

  it('has no code that is not documented', () => {
    expect(Object.keys(table).sort()).toEqual(Object.keys(documented).sort());
  });
});

// As documented by EasyPost (and typed in its own library).
const easypost: Record<string, string> = {
  unknown: '-', pre_transit: 'pre_shipment', in_transit: 'in_transit', out_for_delivery: 'out_for_delivery', delivered: 'delivered', available_for_pickup: 'ready_for_pickup',
  return_to_sender: 'exception/returned_to_sender', failure: 'exception', cancelled: 'exception/label_voided', error: '-',
};
const underWay: Record<string, string> = {
  address_correction: 'delayed/address', arrived_at_destination: 'in_transit', arrived_at_facility: 'in_transit', arrived_at_pickup_location: 'ready_for_pickup', awaiting_information: 'exception/held',
  cancelled: 'exception/label_voided', damaged: 'exception/damaged', delayed: 'delayed', delivery_exception: 'exception', departed_facility: 'in_transit', departed_origin_facility: 'in_transit',
  expired: 'expired', failure: 'exception', held: 'exception/held', in_transit: 'in_transit', label_created: 'pre_shipment', lost: 'exception/lost', missorted: 'delayed/carrier',
  out_for_delivery: 'out_for_delivery', received_at_destination_facility: 'in_transit', received_at_origin_facility: 'in_transit', refused: 'exception/refused', return: 'exception/returned_to_sender',
  status_update: 'in_transit', transferred_to_destination_carrier: 'in_transit', transit_exception: 'exception', unknown: 'in_transit', weather_delay: 'delayed/weather',
};

describe('EasyPost', () => {
  it.each(Object.entries(easypost))('%s alone is %s', (status, meaning) => expect(said(easypostMeaning(status, null))).toBe(meaning));
  it.each(Object.entries(underWay))('in_transit with %s is %s', (detail, meaning) => expect(said(easypostMeaning('in_transit', detail))).toBe(meaning));

  it('knows exactly the documented codes', () => {
    expect(Object.keys(easypostStatuses).sort()).toEqual(Object.keys(easypost).sort());
    expect(Object.keys(easypostDetails).sort()).toEqual(Object.keys(underWay).sort());
  });

  it('lets what is settled stand whatever the detail', () => {
    for (const detail of Object.keys(underWay)) {
      expect(said(easypostMeaning('delivered', detail))).toBe('delivered');
      expect(said(easypostMeaning('return_to_sender', detail))).toBe('exception/returned_to_sender');
    }
  });

  it('says nothing of codes it does not know', () => expect(easypostMeaning('teleported', 'beamed')).toBeNull());
});

const karrio: Record<string, string> = {
  pending: 'pre_shipment', picked_up: 'in_transit', unknown: '-', on_hold: 'exception/held', cancelled: 'exception/label_voided', delivered: 'delivered', in_transit: 'in_transit',
  delivery_delayed: 'delayed', out_for_delivery: 'out_for_delivery', ready_for_pickup: 'ready_for_pickup', delivery_failed: 'attempted', return_to_sender: 'exception/returned_to_sender',
};
const incidents: Record<string, string> = {
  carrier_damaged_parcel: 'exception/damaged', carrier_sorting_error: 'delayed/carrier', carrier_address_not_found: 'exception/address', carrier_parcel_lost: 'exception/lost',
  carrier_vehicle_issue: 'delayed/carrier', consignee_refused: 'exception/refused', consignee_refused_at_door: 'exception/refused', consignee_business_closed: 'attempted/not_home',
  consignee_not_home: 'attempted/not_home', consignee_customer_not_home: 'attempted/not_home', consignee_incorrect_address: 'exception/address', customs_delay: 'exception/customs',
  customs_documentation: 'exception/customs', customs_duties_unpaid: 'exception/payment', customs_prohibited: 'exception/security', customs_inspection: 'exception/customs',
  weather_delay: 'delayed/weather', force_majeure: 'delayed/weather', retailer_cancelled: 'exception/label_voided', unknown: 'in_transit', other_unknown: 'in_transit',
};

describe('Karrio', () => {
  it.each(Object.entries(karrio))('%s alone is %s', (status, meaning) => expect(said(karrioMeaning(status, null))).toBe(meaning));
  it.each(Object.entries(incidents))('in_transit because of %s is %s', (reason, meaning) => expect(said(karrioMeaning('in_transit', reason))).toBe(meaning));

  it('knows exactly the documented statuses', () => expect(Object.keys(karrioStatuses).sort()).toEqual(Object.keys(karrio).sort()));

  it('keeps an attempt an attempt where it can be repeated, and gives its cause', () => {
    expect(said(karrioMeaning('delivery_failed', 'consignee_not_home'))).toBe('attempted/not_home');
    expect(said(karrioMeaning('delivery_failed', 'consignee_refused'))).toBe('exception/refused');
    expect(said(karrioMeaning('on_hold', 'customs_documentation'))).toBe('exception/customs');
  });

  it('never lets a reason undo a delivery or a way back', () => {
    for (const reason of Object.keys(karrioReasons)) {
      expect(said(karrioMeaning('delivered', reason))).toBe('delivered');
      expect(said(karrioMeaning('return_to_sender', reason))).toBe('exception/returned_to_sender');
    }
  });
});
