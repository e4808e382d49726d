import type { Gid } from '#sandbox/contract.ts';
import { userError } from '../user-error.ts';
import type { Change } from '../world.ts';
import { readReverseTracking, type ReverseDeliveryAnswer, type ReverseTrackingInput } from './reverse-delivery-create-with-shipping.ts';

/** `reverseDeliveryShippingUpdate`: another number or label; what is not given stays. */
export function reverseDeliveryShippingUpdate(change: Change, input: { reverseDeliveryId: Gid; trackingInput?: ReverseTrackingInput | null; labelInput?: { fileUrl: string } | null }): ReverseDeliveryAnswer {
  const before = change.reverseDeliveries.get(input.reverseDeliveryId);
  if (!before) return { reverseDelivery: null, userErrors: [userError(['reverseDeliveryId'], 'Reverse delivery was not found.', 'NOT_FOUND')] };
  const label = input.labelInput ? { publicFileUrl: input.labelInput.fileUrl, createdAt: before.label?.createdAt ?? change.now, updatedAt: change.now } : before.label;
  const record = { ...before, tracking: readReverseTracking(input.trackingInput) ?? before.tracking, label };
  change.put('reverseDeliveries', record);
  change.emit('reverse_deliveries/attach_deliverable', record.id);
  return { reverseDelivery: record, userErrors: [] };
}
