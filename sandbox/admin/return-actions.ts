import type { RunAdmin } from '../contract.ts';
import { money, parseMoney, toDecimal } from '../world/money.ts';
import type { World } from '../world/index.ts';
import type { OrderRecord, ReturnRecord } from '../world/records.ts';
import { returnOutcome } from '../world/returns/return-outcome.ts';
import { smaller, suggestTransactions } from '../world/returns/suggest-transactions.ts';
import { inBothCurrencies } from '../world/other-currency.ts';
import { given, quantities, runner } from './forms.ts';
import type { Act } from './page.ts';

const returnId = (form: Record<string, string>) => `gid://shopify/Return/${form.return}`;
const simple = (name: string) => `mutation Do($id: ID!) { ${name}(id: $id) { userErrors { message } } }`;

/** Returns made on the order's page: at once, or as a customer would ask for one. */
export function newReturnAction(runAdmin: RunAdmin): Act {
  const run = runner(runAdmin);
  return (world, form) => {
    const orderId = `gid://shopify/Order/${form.number}`;
    const asked = form.request === 'on';
    const currencyCode = world.orders.get(orderId)?.presentmentCurrency;
    const returnLineItems = quantities(form, 'unit:').map(({ id, quantity }) => ({
      fulfillmentLineItemId: id,
      quantity,
      returnReasonDefinitionId: form.reason,
      ...(form.fee ? { restockingFee: { percentage: Number(form.fee) } } : {}),
      ...(asked ? { customerNote: given(form.note) } : { returnReasonNote: given(form.note) }),
    }));
    const input = { orderId, returnLineItems, ...(form.shippingFee ? { returnShippingFee: { amount: { amount: form.shippingFee, currencyCode } } } : {}) };
    if (asked) return run(world, 'Return requested', 'mutation Ask($input: ReturnRequestInput!) { returnRequest(input: $input) { userErrors { message } } }', { input });
    const exchangeLineItems = form.variant ? [{ variantId: form.variant, quantity: Number(form.exchanged || 1) }] : [];
    return run(world, 'Return created', 'mutation Create($input: ReturnInput!) { returnCreate(returnInput: $input) { userErrors { message } } }', { input: { ...input, exchangeLineItems } });
  };
}

/** What a merchant does on the page of a return; each is the mutation an app would use, run with the merchant's rights. */
export function returnActions(runAdmin: RunAdmin): Record<string, Act> {
  const run = runner(runAdmin);
  return {
    approve: (world, form) => run(world, 'Return approved', 'mutation Approve($input: ReturnApproveRequestInput!) { returnApproveRequest(input: $input) { userErrors { message } } }', { input: { id: returnId(form) } }),
    decline: (world, form) =>
      run(world, 'Return declined', 'mutation Decline($input: ReturnDeclineRequestInput!) { returnDeclineRequest(input: $input) { userErrors { message } } }', {
        input: { id: returnId(form), declineReason: form.reason, declineNote: given(form.note) },
      }),
    cancel: (world, form) => run(world, 'Return canceled', simple('returnCancel'), { id: returnId(form) }),
    close: (world, form) => run(world, 'Return closed', simple('returnClose'), { id: returnId(form) }),
    reopen: (world, form) => run(world, 'Return reopened', simple('returnReopen'), { id: returnId(form) }),
    remove: (world, form) =>
      run(
        world,
        'Items removed',
        'mutation Remove($id: ID!, $lines: [ReturnLineItemRemoveFromReturnInput!], $exchanges: [ExchangeLineItemRemoveFromReturnInput!]) { removeFromReturn(returnId: $id, returnLineItems: $lines, exchangeLineItems: $exchanges) { userErrors { message } } }',
        {
          id: returnId(form),
          lines: quantities(form, 'line:').map(({ id, quantity }) => ({ returnLineItemId: id, quantity })),
          exchanges: quantities(form, 'exchange:').map(({ id, quantity }) => ({ exchangeLineItemId: id, quantity })),
        },
      ),
    parcel: (world, form) =>
      run(
        world,
        'Return shipping added',
        'mutation Send($id: ID!, $tracking: ReverseDeliveryTrackingInput, $label: ReverseDeliveryLabelInput) { reverseDeliveryCreateWithShipping(reverseFulfillmentOrderId: $id, reverseDeliveryLineItems: [], trackingInput: $tracking, labelInput: $label) { userErrors { message } } }',
        { id: form.work, tracking: form.tracking ? { number: form.tracking, url: given(form.url) } : undefined, label: form.label ? { fileUrl: form.label } : undefined },
      ),
    dispose: (world, form) =>
      run(world, 'Items received', 'mutation Dispose($inputs: [ReverseFulfillmentOrderDisposeInput!]!) { reverseFulfillmentOrderDispose(dispositionInputs: $inputs) { userErrors { message } } }', {
        inputs: quantities(form, 'line:').map(({ id, quantity }) => ({ reverseFulfillmentOrderLineItemId: id, quantity, dispositionType: form.disposition, locationId: given(form.location) })),
      }),
    process: (world, form) => {
      const record = world.returns.get(returnId(form));
      const order = record && world.orders.get(record.orderId);
      const input = { returnId: returnId(form), note: given(form.note), returnLineItems: quantities(form, 'line:'), exchangeLineItems: quantities(form, 'exchange:') };
      return run(world, 'Return processed', 'mutation Process($input: ReturnProcessInput!) { returnProcess(input: $input) { userErrors { message } } }', {
        input: { ...input, financialTransfer: record && order ? transfer(world, order, record, form) : undefined },
      });
    },
  };
}

/** Gives back what is typed, or what the chosen units mean; nothing when the customer is owed nothing. */
function transfer(world: World, order: OrderRecord, record: ReturnRecord, form: Record<string, string>) {
  if (form.method === 'none') return undefined;
  const chosen = <T extends { id: string }>(lines: readonly T[], prefix: string) =>
    quantities(form, prefix).flatMap(({ id, quantity }) => {
      const line = lines.find((candidate) => candidate.id === id);
      return line ? [{ line, quantity }] : [];
    });
  const { balance, maximumRefundable } = returnOutcome(order, world.refunds.where('order', order.id), record, {
    lines: chosen(record.lineItems, 'line:'),
    exchanges: chosen(record.exchangeLineItems, 'exchange:'),
    shipping: null,
    duties: [],
  });
  const typed = form.amount ? parseMoney(form.amount, order.presentmentCurrency) : smaller(balance, maximumRefundable).presentment;
  const back = typed ?? money(0, order.presentmentCurrency);
  if (back.minor <= 0) return undefined;
  const inOrderCurrency = (value: typeof back) => ({ amount: toDecimal(value), currencyCode: order.presentmentCurrency });
  if (form.method === 'credit') return { issueRefund: { orderTransactions: [], refundMethods: [{ storeCreditRefund: { amount: inOrderCurrency(back) } }] } };
  const rows = suggestTransactions(order, inBothCurrencies(order, order.originalTotal, back)).filter((row) => row.amount.presentment.minor > 0);
  return { issueRefund: { orderTransactions: rows.map((row) => ({ parentId: row.parent.id, transactionAmount: inOrderCurrency(row.amount.presentment) })) } };
}
