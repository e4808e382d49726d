import { fulfillmentCancel } from '#sandbox/world/commands/fulfillment-cancel.ts';
import { fulfillmentCreate } from '#sandbox/world/commands/fulfillment-create.ts';
import { fulfillmentEventCreate } from '#sandbox/world/commands/fulfillment-event-create.ts';
import { fulfillmentOrderHold } from '#sandbox/world/commands/fulfillment-order-hold.ts';
import { fulfillmentOrderReleaseHold } from '#sandbox/world/commands/fulfillment-order-release-hold.ts';
import { fulfillmentTrackingInfoUpdate } from '#sandbox/world/commands/fulfillment-tracking-info-update.ts';
import type { Resolver } from '../resolver.ts';
import { command, type InputOf } from './command.ts';
import { prefixed, TRACKING_INPUT } from './honoured-inputs.ts';

/** Mutations of what is shipped. */
export const fulfillmentMutations: Record<string, Resolver> = {
  fulfillmentCreate: command(
    ['fulfillment.lineItemsByFulfillmentOrder', 'fulfillment.notifyCustomer', ...prefixed('fulfillment.trackingInfo', TRACKING_INPUT), 'message'],
    (change, args: { fulfillment: InputOf<typeof fulfillmentCreate> }) => fulfillmentCreate(change, args.fulfillment),
  ),
  fulfillmentTrackingInfoUpdate: command(['fulfillmentId', 'notifyCustomer', ...prefixed('trackingInfoInput', TRACKING_INPUT)], fulfillmentTrackingInfoUpdate),
  fulfillmentCancel: command(['id'], fulfillmentCancel),
  fulfillmentEventCreate: command(['fulfillmentEvent'], (change, args: { fulfillmentEvent: InputOf<typeof fulfillmentEventCreate> }) =>
    fulfillmentEventCreate(change, args.fulfillmentEvent),
  ),
  fulfillmentOrderHold: command(
    ['id', ...prefixed('fulfillmentHold', ['reason', 'reasonNotes', 'handle', 'notifyMerchant', 'fulfillmentOrderLineItems'])],
    fulfillmentOrderHold,
  ),
  fulfillmentOrderReleaseHold: command(['id', 'holdIds'], fulfillmentOrderReleaseHold),
};
