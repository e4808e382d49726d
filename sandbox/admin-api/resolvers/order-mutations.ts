import { draftOrderComplete } from '#sandbox/world/commands/draft-order-complete.ts';
import { draftOrderCreate } from '#sandbox/world/commands/draft-order-create.ts';
import { type OrderCancelInput, orderCancel, refuseCancel } from '#sandbox/world/commands/order-cancel.ts';
import { orderClose } from '#sandbox/world/commands/order-close.ts';
import { orderCreate } from '#sandbox/world/commands/order-create.ts';
import { orderDelete } from '#sandbox/world/commands/order-delete.ts';
import { orderEditAddVariant } from '#sandbox/world/commands/order-edit-add-variant.ts';
import { orderEditBegin } from '#sandbox/world/commands/order-edit-begin.ts';
import { orderEditCommit } from '#sandbox/world/commands/order-edit-commit.ts';
import { orderEditSetQuantity } from '#sandbox/world/commands/order-edit-set-quantity.ts';
import type { OrderCreateInput, OrderCreateOptions } from '#sandbox/world/commands/order-input.ts';
import { orderInvoiceSend } from '#sandbox/world/commands/order-invoice-send.ts';
import { orderMarkAsPaid } from '#sandbox/world/commands/order-mark-as-paid.ts';
import { orderOpen } from '#sandbox/world/commands/order-open.ts';
import { orderUpdate } from '#sandbox/world/commands/order-update.ts';
import { refundCreate } from '#sandbox/world/commands/refund-create.ts';
import { honours, type Resolver } from '../resolver.ts';
import { command, type InputOf, perform } from './command.ts';
import { ADDRESS_INPUT, DRAFT_INPUT, ORDER_INPUT, prefixed } from './honoured-inputs.ts';

type Input<F> = { input: InputOf<F> };

/** Mutations of orders, drafts and refunds. Shopify's own mails are not sent, so the switches for them are taken and change nothing. */
export const orderMutations: Record<string, Resolver> = {
  orderCreate: command(
    [...prefixed('order', ORDER_INPUT), ...prefixed('options', ['inventoryBehaviour', 'sendReceipt', 'sendFulfillmentReceipt'])],
    (change, args: { order: OrderCreateInput; options?: OrderCreateOptions | null }) => orderCreate(change, args.order, args.options ?? {}),
  ),
  orderUpdate: command(
    prefixed('input', ['id', 'email', 'phone', 'note', 'tags', 'poNumber', 'customAttributes', ...prefixed('shippingAddress', ADDRESS_INPUT)]),
    (change, args: Input<typeof orderUpdate>) => orderUpdate(change, args.input),
  ),
  orderCancel: honours(
    ['orderId', 'reason', 'restock', 'notifyCustomer', 'staffNote', 'refundMethod.originalPaymentMethodsRefund', 'refundMethod.storeCreditRefund'],
    (_source, args: Record<string, unknown> & OrderCancelInput, context) => {
      const orderCancelUserErrors = refuseCancel(context.world, args);
      if (orderCancelUserErrors.length > 0) return { job: null, jobResult: null, orderCancelUserErrors, userErrors: plain(orderCancelUserErrors) };
      const job = context.jobs.start(() => {
        perform(context, (change) => orderCancel(change, args));
      });
      const jobResult = { __typename: 'OrderCancelJobResult', id: job.id, done: false, status: 'STARTED', errors: [], order: context.world.orders.get(args.orderId) };
      return { job, jobResult, orderCancelUserErrors: [], userErrors: [] };
    },
  ),
  orderDelete: command(['orderId'], orderDelete),
  orderClose: command(['input.id'], (change, args: Input<typeof orderClose>) => orderClose(change, args.input)),
  orderOpen: command(['input.id'], (change, args: Input<typeof orderOpen>) => orderOpen(change, args.input)),
  orderMarkAsPaid: command(['input.id'], (change, args: Input<typeof orderMarkAsPaid>) => orderMarkAsPaid(change, args.input)),
  orderInvoiceSend: command(['id', ...prefixed('email', ['to', 'from', 'bcc', 'subject', 'body', 'customMessage'])], orderInvoiceSend),
  orderEditBegin: command(['id'], orderEditBegin),
  orderEditSetQuantity: command(['id', 'lineItemId', 'quantity', 'restock'], (change, args: InputOf<typeof orderEditSetQuantity>) => {
    const answer = orderEditSetQuantity(change, args);
    return { ...answer, calculatedLineItem: null };
  }),
  orderEditAddVariant: command(['id', 'variantId', 'quantity', 'locationId', 'allowDuplicates'], (change, args: InputOf<typeof orderEditAddVariant>) => {
    const answer = orderEditAddVariant(change, args);
    return { ...answer, calculatedLineItem: null };
  }),
  orderEditCommit: command(['id', 'notifyCustomer', 'staffNote'], orderEditCommit),
  refundCreate: command(
    prefixed('input', ['orderId', 'currency', 'note', 'notify', 'allowOverRefunding', 'discrepancyReason', 'processedAt', 'refundLineItems', 'refundDuties', 'refundMethods.storeCreditRefund', 'shipping', 'transactions']),
    (change, args: Input<typeof refundCreate>) => refundCreate(change, args.input),
  ),
  draftOrderCreate: command(prefixed('input', DRAFT_INPUT), (change, args: Input<typeof draftOrderCreate>) => draftOrderCreate(change, args.input)),
  draftOrderComplete: command(['id', 'paymentPending', 'sourceName'], draftOrderComplete),
};

/** The older list of the same refusals has no codes. */
function plain(errors: readonly { field: string[] | null; message: string }[]) {
  return errors.map(({ field, message }) => ({ field, message }));
}
