import type { ScanMeaning } from '#app/modules/carriers/index.server.ts';

type Cause = ScanMeaning['cause'];

const meaning = (status: ScanMeaning['status'], cause: Cause = null): ScanMeaning => ({ status, cause });

/** Karrio's tracker statuses in our words. */
export const karrioStatuses: Readonly<Record<string, ScanMeaning>> = {
  pending: meaning('pre_shipment'),
  picked_up: meaning('in_transit'),
  unknown: meaning(null),
  on_hold: meaning('exception', 'held'),
  cancelled: meaning('exception', 'label_voided'),
  delivered: meaning('delivered'),
  in_transit: meaning('in_transit'),
  delivery_delayed: meaning('delayed'),
  out_for_delivery: meaning('out_for_delivery'),
  ready_for_pickup: meaning('ready_for_pickup'),
  delivery_failed: meaning('attempted'),
  return_to_sender: meaning('exception', 'returned_to_sender'),
};

/** Karrio's incident reasons as causes; null names none of ours. Both of the spellings that its releases use are here. */
export const karrioReasons: Readonly<Record<string, Cause>> = {
  carrier_damaged_parcel: 'damaged',
  carrier_sorting_error: 'carrier',
  carrier_address_not_found: 'address',
  carrier_parcel_lost: 'lost',
  carrier_not_enough_time: 'carrier',
  carrier_not_enough_time_in_timeslot: 'carrier',
  carrier_vehicle_issue: 'carrier',
  carrier_capacity_exceeded: 'carrier',
  carrier_mechanical_delay: 'carrier',
  carrier_delay: 'carrier',
  retailer_cancelled: 'label_voided',
  retailer_delivery_cancelled_by_store: 'label_voided',
  retailer_incorrect_data: 'held',
  retailer_incorrect_delivery_data: 'address',
  retailer_not_ready: 'held',
  retailer_parcel_not_ready_at_pickup: 'held',
  retailer_incorrect_parcel: 'held',
  retailer_parcel_not_correct: 'held',
  retailer_incorrect_dimensions: 'held',
  retailer_incorrect_size_registered: 'held',
  retailer_packaging_issue: 'damaged',
  consignee_refused: 'refused',
  consignee_refused_at_door: 'refused',
  consignee_business_closed: 'not_home',
  consignee_company_closed: 'not_home',
  consignee_not_available: 'not_home',
  consignee_not_delivered: null,
  consignee_not_home: 'not_home',
  consignee_customer_not_home: 'not_home',
  consignee_cancelled: 'refused',
  consignee_cancelled_by_customer: 'refused',
  consignee_verification_failed: 'held',
  consignee_incorrect_address: 'address',
  consignee_access_restricted: 'address',
  consignee_safe_place_unavailable: 'not_home',
  consignee_safe_place_not_available: 'not_home',
  customs_delay: 'customs',
  customs_clearance_delay: 'customs',
  customs_documentation: 'customs',
  customs_documentation_required: 'customs',
  customs_duties_unpaid: 'payment',
  customs_prohibited: 'security',
  customs_prohibited_items: 'security',
  customs_inspection: 'customs',
  customs_inspection_required: 'customs',
  weather_delay: 'weather',
  natural_disaster: 'weather',
  force_majeure: 'weather',
  delivery_exception_hold: 'held',
  delivery_exception_undeliverable: null,
  delivery_exception_cancelled: 'label_voided',
  delivery_exception_redelivery: null,
  parcel_being_researched: 'carrier',
  other_parcel_being_researched: 'carrier',
  security_issue: 'security',
  other_security_issue: 'security',
  regulatory_hold: 'customs',
  other_regulatory_hold: 'customs',
  unknown: null,
  other_unknown: null,
};

const happy: ReadonlySet<string> = new Set(['delivered', 'out_for_delivery', 'ready_for_pickup', 'pending', 'picked_up']);
const final: ReadonlySet<Cause> = new Set(['damaged', 'lost', 'refused', 'security', 'label_voided']);
const delays: ReadonlySet<Cause> = new Set(['weather', 'carrier']);

/** What a status and the reason beside it say together; null where Karrio says nothing we know. */
export function karrioMeaning(status: string | null, reason: string | null): ScanMeaning | null {
  const byStatus = status === null ? null : (karrioStatuses[status] ?? null);
  const cause = reason === null ? null : (karrioReasons[reason] ?? null);
  if (cause === null || (status !== null && happy.has(status)) || byStatus?.cause === 'returned_to_sender') return byStatus;
  if (final.has(cause)) return { status: 'exception', cause };
  if (byStatus?.status && byStatus.status !== 'in_transit') return { ...byStatus, cause };
  if (cause === 'not_home') return { status: 'attempted', cause };
  return { status: delays.has(cause) ? 'delayed' : 'exception', cause };
}
