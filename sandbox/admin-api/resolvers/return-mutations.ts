import { giftCardCreate } from '#sandbox/world/commands/gift-card-create.ts';
import { removeFromReturn } from '#sandbox/world/commands/remove-from-return.ts';
import { returnApproveRequest } from '#sandbox/world/commands/return-approve-request.ts';
import { returnCancel } from '#sandbox/world/commands/return-cancel.ts';
import { returnClose } from '#sandbox/world/commands/return-close.ts';
import { returnCreate } from '#sandbox/world/commands/return-create.ts';
import { returnDeclineRequest } from '#sandbox/world/commands/return-decline-request.ts';
import { returnProcess } from '#sandbox/world/commands/return-process.ts';
import { returnReopen } from '#sandbox/world/commands/return-reopen.ts';
import { returnRequest } from '#sandbox/world/commands/return-request.ts';
import { reverseDeliveryCreateWithShipping } from '#sandbox/world/commands/reverse-delivery-create-with-shipping.ts';
import { reverseDeliveryShippingUpdate } from '#sandbox/world/commands/reverse-delivery-shipping-update.ts';
import { reverseFulfillmentOrderDispose } from '#sandbox/world/commands/reverse-fulfillment-order-dispose.ts';
import { storeCreditAccountCredit } from '#sandbox/world/commands/store-credit-account-credit.ts';
import { storeCreditAccountDebit } from '#sandbox/world/commands/store-credit-account-debit.ts';
import type { Resolver } from '../resolver.ts';
import { command, commandOn, type InputOf } from './command.ts';
import { EXCHANGE_LINE_INPUT, prefixed, PROCESS_INPUT } from './honoured-inputs.ts';

type Args<F> = Record<string, unknown> & InputOf<F>;
type Input<F> = { input: InputOf<F> };

const LINE = ['fulfillmentLineItemId', 'quantity', 'returnReasonDefinitionId', 'restockingFee'];

/** Mutations of returns, of what comes back in them, and of store credit. Shopify's own mails are not sent, so the switches for them change nothing. */
export const returnMutations: Record<string, Resolver> = {
  returnCreate: commandOn(
    'Order',
    'returnInput.orderId',
    [...prefixed('returnInput', ['orderId', 'requestedAt', 'returnShippingFee']), ...prefixed('returnInput.returnLineItems', [...LINE, 'returnReasonNote']), ...prefixed('returnInput.exchangeLineItems', EXCHANGE_LINE_INPUT)],
    (change, args: { returnInput: InputOf<typeof returnCreate> }) => returnCreate(change, args.returnInput),
  ),
  returnRequest: commandOn(
    'Order',
    'input.orderId',
    [...prefixed('input', ['orderId', 'returnShippingFee']), ...prefixed('input.returnLineItems', [...LINE, 'customerNote'])],
    (change, args: Input<typeof returnRequest>) => returnRequest(change, args.input),
  ),
  returnApproveRequest: commandOn('Return', 'input.id', prefixed('input', ['id', 'notifyCustomer']), (change, args: Input<typeof returnApproveRequest>) => returnApproveRequest(change, args.input)),
  returnDeclineRequest: commandOn('Return', 'input.id', prefixed('input', ['id', 'declineReason', 'declineNote', 'notifyCustomer']), (change, args: Input<typeof returnDeclineRequest>) =>
    returnDeclineRequest(change, args.input),
  ),
  returnCancel: commandOn('Return', 'id', ['id', 'notifyCustomer'], returnCancel),
  returnClose: commandOn('Return', 'id', ['id'], returnClose),
  returnReopen: commandOn('Return', 'id', ['id'], returnReopen),
  removeFromReturn: commandOn('Return', 'returnId', ['returnId', 'returnLineItems', 'exchangeLineItems'], (change, args: Args<typeof removeFromReturn>) => removeFromReturn(change, args)),
  returnProcess: commandOn('Return', 'input.returnId', prefixed('input', PROCESS_INPUT), (change, args: Input<typeof returnProcess>) => returnProcess(change, args.input)),
  reverseFulfillmentOrderDispose: command(['dispositionInputs'], reverseFulfillmentOrderDispose),
  reverseDeliveryCreateWithShipping: commandOn(
    'ReverseFulfillmentOrder',
    'reverseFulfillmentOrderId',
    ['reverseFulfillmentOrderId', 'reverseDeliveryLineItems', 'trackingInput', 'labelInput', 'notifyCustomer'],
    (change, args: Args<typeof reverseDeliveryCreateWithShipping>) => reverseDeliveryCreateWithShipping(change, args),
  ),
  reverseDeliveryShippingUpdate: commandOn('ReverseDelivery', 'reverseDeliveryId', ['reverseDeliveryId', 'trackingInput', 'labelInput', 'notifyCustomer'], reverseDeliveryShippingUpdate),
  storeCreditAccountCredit: command(['id', ...prefixed('creditInput', ['creditAmount', 'expiresAt', 'notify'])], storeCreditAccountCredit),
  storeCreditAccountDebit: command(['id', 'debitInput'], storeCreditAccountDebit),
  giftCardCreate: command(prefixed('input', ['initialAmount', 'code', 'customerId', 'note', 'expiresOn']), (change, args: Input<typeof giftCardCreate>) => giftCardCreate(change, args.input)),
};
