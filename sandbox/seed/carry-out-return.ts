import { z } from 'zod';
import type { AskShop } from '../storefront/admin-query.ts';
import { askAndCheck } from './ask-and-check.ts';
import type { PlannedReturn } from './planned-return.ts';
import type { Step } from './step.ts';

const anything = z.unknown();
const money = z.object({ presentmentMoney: z.object({ amount: z.string(), currencyCode: z.string() }) });
const madeShape = z.object({ return: z.object({ id: z.string() }) });
const nodes = <T extends z.ZodType>(node: T) => z.object({ nodes: z.array(node) });

const shippedShape = z.object({
  order: z.object({
    lineItems: nodes(z.object({ id: z.string(), variant: z.object({ id: z.string() }).nullable() })),
    fulfillments: z.array(z.object({ fulfillmentLineItems: nodes(z.object({ id: z.string(), lineItem: z.object({ id: z.string() }) })) })),
  }),
  returnReasonDefinitions: nodes(z.object({ id: z.string() })),
});

const openShape = z.object({
  return: z.object({
    reverseFulfillmentOrders: nodes(z.object({ id: z.string(), lineItems: nodes(z.object({ id: z.string() })) })),
    returnLineItems: nodes(z.object({ id: z.string() })),
    exchangeLineItems: nodes(z.object({ id: z.string() })),
  }),
});

const outcomeShape = z.object({
  return: z.object({
    suggestedFinancialOutcome: z.object({
      financialTransfer: z.object({ amount: money, suggestedTransactions: z.array(z.object({ amountSet: money, parentTransaction: z.object({ id: z.string() }) })).optional() }).nullable(),
    }),
  }),
});

/** The steps of a return of one unit; `orderId` is known once the order is placed. */
export function stepsOfReturn(ask: AskShop, plan: PlannedReturn, locationId: string, orderId: () => string): Step[] {
  let returnId = '';
  const begin: Step = {
    at: plan.requestedAt,
    run: async () => {
      returnId = await beginReturn(ask, plan, orderId());
    },
  };
  const decide: Step = { at: plan.decidedAt, run: () => (plan.end === 'declined' ? decline(ask, returnId) : approve(ask, returnId)) };
  if (plan.end === 'declined') return [begin, decide];
  const rest: Step[] = [
    { at: plan.sentAt, run: () => send(ask, returnId, plan) },
    { at: plan.receivedAt, run: () => receive(ask, returnId, plan, locationId) },
  ];
  return plan.end === 'exchanged' ? [begin, ...rest] : [begin, decide, ...rest];
}

/** An exchange is agreed at once, since Shopify's request cannot hold one; everything else is asked for. */
async function beginReturn(ask: AskShop, plan: PlannedReturn, orderId: string): Promise<string> {
  const found = await ask(
    shippedShape,
    `query Shipped($id: ID!, $reason: String!) { order(id: $id) { lineItems(first: 20) { nodes { id variant { id } } } fulfillments(first: 5) { fulfillmentLineItems(first: 20) { nodes { id lineItem { id } } } } }
      returnReasonDefinitions(first: 1, handles: [$reason]) { nodes { id } } }`,
    { id: orderId, reason: plan.reason },
  );
  const line = found.order.lineItems.nodes[plan.line];
  const shipped = found.order.fulfillments.flatMap((fulfillment) => fulfillment.fulfillmentLineItems.nodes).find((row) => row.lineItem.id === line?.id);
  const unit = { fulfillmentLineItemId: shipped?.id, quantity: 1, returnReasonDefinitionId: found.returnReasonDefinitions.nodes[0]?.id };
  if (plan.end === 'exchanged') {
    const returnInput = { orderId, returnLineItems: [{ ...unit, returnReasonNote: plan.note }], exchangeLineItems: [{ variantId: line?.variant?.id, quantity: 1 }] };
    const made = await askAndCheck(ask, 'returnCreate', madeShape, 'mutation Exchange($returnInput: ReturnInput!) { returnCreate(returnInput: $returnInput) { return { id } userErrors { field message } } }', { returnInput });
    return made.return.id;
  }
  const input = { orderId, returnLineItems: [{ ...unit, customerNote: plan.note }] };
  const made = await askAndCheck(ask, 'returnRequest', madeShape, 'mutation Request($input: ReturnRequestInput!) { returnRequest(input: $input) { return { id } userErrors { field message } } }', { input });
  return made.return.id;
}

async function approve(ask: AskShop, id: string): Promise<void> {
  await askAndCheck(ask, 'returnApproveRequest', anything, 'mutation Approve($input: ReturnApproveRequestInput!) { returnApproveRequest(input: $input) { userErrors { field message } } }', { input: { id } });
}

async function decline(ask: AskShop, id: string): Promise<void> {
  const input = { id, declineReason: 'OTHER', declineNote: 'It came back to us used, so we cannot take it back.' };
  await askAndCheck(ask, 'returnDeclineRequest', anything, 'mutation Decline($input: ReturnDeclineRequestInput!) { returnDeclineRequest(input: $input) { userErrors { field message } } }', { input });
}

async function send(ask: AskShop, id: string, plan: PlannedReturn): Promise<void> {
  const { work } = await readOpen(ask, id);
  await askAndCheck(
    ask,
    'reverseDeliveryCreateWithShipping',
    anything,
    `mutation Send($id: ID!, $tracking: ReverseDeliveryTrackingInput) { reverseDeliveryCreateWithShipping(reverseFulfillmentOrderId: $id, reverseDeliveryLineItems: [], trackingInput: $tracking, notifyCustomer: false) { userErrors { field message } } }`,
    { id: work?.id, tracking: { number: plan.number } },
  );
}

/** Receives the unit, gives back what Shopify suggests, and closes the return. */
async function receive(ask: AskShop, returnId: string, plan: PlannedReturn, locationId: string): Promise<void> {
  const { work, lines, exchanges } = await readOpen(ask, returnId);
  const units = { lines: lines.map(({ id }) => ({ id, quantity: 1 })), exchanges: exchanges.map(({ id }) => ({ id, quantity: 1 })) };
  const outcome = await ask(
    outcomeShape,
    `query Outcome($id: ID!, $lines: [SuggestedOutcomeReturnLineItemInput!]!, $exchanges: [SuggestedOutcomeExchangeLineItemInput!]!) { return(id: $id) { suggestedFinancialOutcome(returnLineItems: $lines, exchangeLineItems: $exchanges) {
      financialTransfer { ... on RefundReturnOutcome { amount { presentmentMoney { amount currencyCode } } suggestedTransactions { amountSet { presentmentMoney { amount currencyCode } } parentTransaction { id } } } ... on InvoiceReturnOutcome { amount { presentmentMoney { amount currencyCode } } } } } } }`,
    { id: returnId, ...units },
  );
  const transfer = outcome.return.suggestedFinancialOutcome.financialTransfer;
  const disposition = { reverseFulfillmentOrderLineItemId: work?.lineItems.nodes[0]?.id, quantity: 1, dispositionType: plan.sellable ? 'RESTOCKED' : 'NOT_RESTOCKED', locationId };
  const input = {
    returnId,
    returnLineItems: units.lines.map((line) => ({ ...line, dispositions: [disposition] })),
    exchangeLineItems: units.exchanges,
    ...(transfer?.suggestedTransactions ? { financialTransfer: { issueRefund: issueOf(plan, transfer.amount, transfer.suggestedTransactions) } } : {}),
  };
  await askAndCheck(ask, 'returnProcess', anything, 'mutation Process($input: ReturnProcessInput!) { returnProcess(input: $input) { userErrors { field message } } }', { input });
  await askAndCheck(ask, 'returnClose', anything, 'mutation Close($id: ID!) { returnClose(id: $id) { userErrors { field message } } }', { id: returnId });
}

function issueOf(plan: PlannedReturn, amount: z.infer<typeof money>, transactions: { amountSet: z.infer<typeof money>; parentTransaction: { id: string } }[]) {
  if (plan.end === 'credited') return { orderTransactions: [], refundMethods: [{ storeCreditRefund: { amount: amount.presentmentMoney } }] };
  return { orderTransactions: transactions.map((row) => ({ parentId: row.parentTransaction.id, transactionAmount: row.amountSet.presentmentMoney })) };
}

async function readOpen(ask: AskShop, id: string) {
  const open = await ask(
    openShape,
    `query Open($id: ID!) { return(id: $id) { reverseFulfillmentOrders(first: 1) { nodes { id lineItems(first: 1) { nodes { id } } } } returnLineItems(first: 5) { nodes { id } } exchangeLineItems(first: 5) { nodes { id } } } }`,
    { id },
  );
  return { work: open.return.reverseFulfillmentOrders.nodes[0], lines: open.return.returnLineItems.nodes, exchanges: open.return.exchangeLineItems.nodes };
}
