import { customerAddressCreate } from '#sandbox/world/commands/customer-address-create.ts';
import { customerCreate } from '#sandbox/world/commands/customer-create.ts';
import { customerDelete } from '#sandbox/world/commands/customer-delete.ts';
import { customerUpdate } from '#sandbox/world/commands/customer-update.ts';
import { fulfillmentCancel } from '#sandbox/world/commands/fulfillment-cancel.ts';
import { fulfillmentCreate } from '#sandbox/world/commands/fulfillment-create.ts';
import { fulfillmentEventCreate } from '#sandbox/world/commands/fulfillment-event-create.ts';
import { fulfillmentOrderHold } from '#sandbox/world/commands/fulfillment-order-hold.ts';
import { fulfillmentOrderReleaseHold } from '#sandbox/world/commands/fulfillment-order-release-hold.ts';
import { fulfillmentTrackingInfoUpdate } from '#sandbox/world/commands/fulfillment-tracking-info-update.ts';
import { orderCreate } from '#sandbox/world/commands/order-create.ts';
import { productCreate } from '#sandbox/world/commands/product-create.ts';
import { productVariantsBulkCreate } from '#sandbox/world/commands/product-variants-bulk-create.ts';
import { NotModelled } from '#sandbox/world/user-error.ts';
import type { Change } from '#sandbox/world/world.ts';
import { topLevelError } from '../errors.ts';
import { honours, type Resolver } from '../resolver.ts';
import { CUSTOMER_INPUT, ORDER_INPUT, prefixed, TRACKING_INPUT, VARIANT_INPUT } from './honoured-inputs.ts';

/** Written as a method so that a command may name the arguments it knows. */
type Command = { run(change: Change, args: Record<string, unknown>): unknown }['run'];

/** A mutation that is one command of the world. */
function command(paths: readonly string[], run: Command): Resolver {
  return honours(paths, (_source, args, { world }) => {
    try {
      return world.change((change) => run(change, args));
    } catch (error) {
      if (error instanceof NotModelled) throw topLevelError(error.message, 'SANDBOX_NOT_MODELLED');
      throw error;
    }
  });
}

type Second<F> = F extends (change: Change, input: infer Input, ...rest: never[]) => unknown ? Input : never;
type Third<F> = F extends (change: Change, input: never, options?: infer Options) => unknown ? Options : never;

/** The mutations of the Admin API that the world carries out. */
export const mutations: Record<string, Resolver> = {
  orderCreate: command(
    [...prefixed('order', ORDER_INPUT), 'options.inventoryBehaviour', 'options.sendReceipt', 'options.sendFulfillmentReceipt'],
    (change, args: { order: Second<typeof orderCreate>; options?: Third<typeof orderCreate> }) => orderCreate(change, args.order, args.options),
  ),
  fulfillmentCreate: command(
    ['fulfillment.lineItemsByFulfillmentOrder', 'fulfillment.notifyCustomer', ...prefixed('fulfillment.trackingInfo', TRACKING_INPUT), 'message'],
    (change, args: { fulfillment: Second<typeof fulfillmentCreate> }) => fulfillmentCreate(change, args.fulfillment),
  ),
  fulfillmentTrackingInfoUpdate: command(['fulfillmentId', 'notifyCustomer', ...prefixed('trackingInfoInput', TRACKING_INPUT)], fulfillmentTrackingInfoUpdate),
  fulfillmentCancel: command(['id'], fulfillmentCancel),
  fulfillmentEventCreate: command(['fulfillmentEvent'], (change, args: { fulfillmentEvent: Second<typeof fulfillmentEventCreate> }) =>
    fulfillmentEventCreate(change, args.fulfillmentEvent),
  ),
  fulfillmentOrderHold: command(['id', 'fulfillmentHold'], fulfillmentOrderHold),
  fulfillmentOrderReleaseHold: command(['id', 'holdIds'], fulfillmentOrderReleaseHold),
  customerCreate: command(prefixed('input', CUSTOMER_INPUT), (change, args: { input: Second<typeof customerCreate> }) => customerCreate(change, args.input)),
  customerUpdate: command(
    prefixed('input', CUSTOMER_INPUT.filter((name) => !/addresses|MarketingConsent/.test(name)).concat('id')),
    (change, args: { input: Second<typeof customerUpdate> }) => customerUpdate(change, args.input),
  ),
  customerDelete: honours(['input.id'], (_source, args: { input: Second<typeof customerDelete> }, { world }) => ({
    ...world.change((change) => customerDelete(change, args.input)),
    shop: world.shop,
  })),
  customerAddressCreate: command(['customerId', 'address', 'setAsDefault'], customerAddressCreate),
  productCreate: honours(
    [...prefixed('product', ['title', 'handle', 'descriptionHtml', 'vendor', 'productType', 'status', 'tags', 'giftCard', 'productOptions.name', 'productOptions.position', 'productOptions.values.name']), 'media'],
    (_source, args: Second<typeof productCreate>, { world }) => ({ ...world.change((change) => productCreate(change, args)), shop: world.shop }),
  ),
  productVariantsBulkCreate: command(['productId', 'strategy', 'media', ...prefixed('variants', VARIANT_INPUT)], productVariantsBulkCreate),
};
