import type { ScanMeaning } from '#app/modules/carriers/index.server.ts';

const meaning = (status: ScanMeaning['status'], cause: ScanMeaning['cause'] = null): ScanMeaning => ({ status, cause });

/** EasyPost's tracker statuses in our words. */
export const easypostStatuses: Readonly<Record<string, ScanMeaning>> = {
  unknown: meaning(null),
  pre_transit: meaning('pre_shipment'),
  in_transit: meaning('in_transit'),
  out_for_delivery: meaning('out_for_delivery'),
  delivered: meaning('delivered'),
  available_for_pickup: meaning('ready_for_pickup'),
  return_to_sender: meaning('exception', 'returned_to_sender'),
  failure: meaning('exception'),
  cancelled: meaning('exception', 'label_voided'),
  error: meaning(null),
};

/** EasyPost's status details; null adds nothing to the status. */
export const easypostDetails: Readonly<Record<string, ScanMeaning | null>> = {
  address_correction: meaning('delayed', 'address'),
  arrived_at_destination: null,
  arrived_at_facility: null,
  arrived_at_pickup_location: meaning('ready_for_pickup'),
  awaiting_information: meaning('exception', 'held'),
  cancelled: meaning('exception', 'label_voided'),
  damaged: meaning('exception', 'damaged'),
  delayed: meaning('delayed'),
  delivery_exception: meaning('exception'),
  departed_facility: null,
  departed_origin_facility: null,
  expired: meaning('expired'),
  failure: meaning('exception'),
  held: meaning('exception', 'held'),
  in_transit: null,
  label_created: meaning('pre_shipment'),
  lost: meaning('exception', 'lost'),
  missorted: meaning('delayed', 'carrier'),
  out_for_delivery: meaning('out_for_delivery'),
  received_at_destination_facility: null,
  received_at_origin_facility: null,
  refused: meaning('exception', 'refused'),
  return: meaning('exception', 'returned_to_sender'),
  status_update: null,
  transferred_to_destination_carrier: null,
  transit_exception: meaning('exception'),
  unknown: null,
  weather_delay: meaning('delayed', 'weather'),
};

/** These say all there is to say, whatever the detail. */
const final: ReadonlySet<string> = new Set(['pre_transit', 'delivered', 'available_for_pickup', 'return_to_sender', 'cancelled']);

/** What a status and its detail say together; null where EasyPost says nothing we know. */
export function easypostMeaning(status: string | null, detail: string | null): ScanMeaning | null {
  const byStatus = status === null ? null : (easypostStatuses[status] ?? null);
  if (status !== null && final.has(status)) return byStatus;
  return (detail === null ? null : (easypostDetails[detail] ?? null)) ?? byStatus;
}
