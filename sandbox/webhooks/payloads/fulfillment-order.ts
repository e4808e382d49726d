import type { FulfillmentOrderRecord } from '../../world/records.ts';
import type { Payload, Times } from './write.ts';

/** The part of an order one location has to send; it names itself by its GID, and not its order. */
export function fulfillmentOrderPayload({ id, status, fulfillAt, holds }: FulfillmentOrderRecord, times: Times): Payload {
  return {
    fulfillment_order: {
      id,
      status: status.toLowerCase(),
      ...(fulfillAt === null ? {} : { fulfill_at: times.at(fulfillAt) }),
      fulfillment_holds: holds.map(({ reason, reasonNotes }) => ({ reason: reason.toLowerCase(), reason_notes: reasonNotes })),
    },
  };
}
