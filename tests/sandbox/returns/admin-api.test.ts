import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openAdmin } from '../world/admin-in-memory.ts';
import { addReturn, addVariant, customLine, only, shippedLineIds, TOO_SMALL } from '../world/shop-in-memory.ts';
import { addDelivered } from './returned-order.ts';

const SCOPES = ['write_returns', 'write_orders', 'read_customers', 'write_store_credit_account_transactions', 'read_store_credit_accounts', 'read_products'];
const MONEY = '{ shopMoney { amount currencyCode } presentmentMoney { amount } }';
const eur = (amount: string) => ({ shopMoney: { amount, currencyCode: 'EUR' } });

function discountedOrder() {
  const admin = openAdmin();
  const order = addDelivered(admin.world, {
    customer: { toUpsert: { email: 'a@example.com' } },
    lineItems: [{ ...customLine('10.00', 3), taxLines: [{ title: 'VAT', rate: '0.19' }] }],
    discountCode: { itemPercentageDiscountCode: { code: 'TEN', percentage: 10 } },
    shippingLines: [{ title: 'Post', priceSet: eur('4.00') }],
  });
  return { ...admin, order, line: only(shippedLineIds(admin.world, order)) };
}

describe('the Admin API of returns', () => {
  it('says what may be returned, and less when some of it is', async () => {
    const { askAsApp, world, order } = discountedOrder();
    const returnable = () => askAsApp(SCOPES, `{ returnableFulfillments(orderId: "${order.id}", first: 5) { nodes { id fulfillment { name } returnableFulfillmentLineItems(first: 5) { nodes { quantity fulfillmentLineItem { id lineItem { title suggestedReturnReasonDefinitions(first: 20) { nodes { handle } } } } } } } } }`);
    expect(await returnable()).toMatchObject({ data: { returnableFulfillments: { nodes: [{ fulfillment: { name: '#1001-F1' }, returnableFulfillmentLineItems: { nodes: [{ quantity: 3, fulfillmentLineItem: { lineItem: { suggestedReturnReasonDefinitions: { nodes: expect.arrayContaining([{ handle: 'too-small' }]) } } } }] } }] } } });
    addReturn(world, order);
    expect(await returnable()).toMatchObject({ data: { returnableFulfillments: { nodes: [{ returnableFulfillmentLineItems: { nodes: [{ quantity: 2 }] } }] } } });
  });

  it('calculates before there is a return: what comes back is negative, fees and exchange lines are positive', async () => {
    const { askAsApp, world, order, line } = discountedOrder();
    const variant = addVariant(world, { price: '12.00' }, 'Jug');
    const answer = await askAsApp(
      SCOPES,
      `query ($input: CalculateReturnInput!) { returnCalculate(input: $input) {
        returnLineItems { quantity subtotalBeforeOrderDiscountsSet ${MONEY} subtotalSet ${MONEY} totalTaxSet ${MONEY} restockingFee { percentage amountSet ${MONEY} } fulfillmentLineItem { id } }
        returnShippingFee { amountSet ${MONEY} }
        exchangeLineItems { quantity originalUnitPriceSet ${MONEY} discountedUnitPriceSet ${MONEY} subtotalSet ${MONEY} totalTaxSet ${MONEY} variant { sku }
          calculatedDiscountAllocations { allocatedAmountSet ${MONEY} discountApplication { description value { ... on PricingPercentageValue { percentage } } } } } } }`,
      {
        input: {
          orderId: order.id,
          returnLineItems: [{ fulfillmentLineItemId: line, quantity: 2, restockingFee: { percentage: 10 } }],
          returnShippingFee: { amount: { amount: '3.00', currencyCode: 'EUR' } },
          exchangeLineItems: [{ variantId: variant.id, quantity: 1, appliedDiscount: { description: 'Kind', value: { percentage: 25 } } }],
        },
      },
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toMatchObject({
      returnCalculate: {
        returnLineItems: [{ quantity: 2, subtotalBeforeOrderDiscountsSet: eur('-20.0'), subtotalSet: eur('-18.0'), totalTaxSet: eur('-3.42'), restockingFee: { percentage: 10, amountSet: eur('1.8') }, fulfillmentLineItem: { id: line } }],
        returnShippingFee: { amountSet: eur('3.0') },
        exchangeLineItems: [
          {
            originalUnitPriceSet: eur('12.0'),
            discountedUnitPriceSet: eur('9.0'),
            subtotalSet: eur('9.0'),
            totalTaxSet: eur('1.71'),
            variant: { sku: 'MUG' },
            calculatedDiscountAllocations: [{ allocatedAmountSet: eur('3.0'), discountApplication: { description: 'Kind', value: { percentage: 25 } } }],
          },
        ],
      },
    });
  });

  it('suggests the outcome that processing then has, on the payment or as store credit', async () => {
    const { askAsApp, world, order, line } = discountedOrder();
    const record = addReturn(world, order, { returnLineItems: [{ fulfillmentLineItemId: line, quantity: 2, returnReasonDefinitionId: TOO_SMALL, restockingFee: { percentage: 10 } }] });
    const units = [{ id: only(record.lineItems).id, quantity: 2 }];
    const outcome = (allocation: string) =>
      askAsApp(
        SCOPES,
        `query ($id: ID!, $units: [SuggestedOutcomeReturnLineItemInput!]!) { return(id: $id) { suggestedFinancialOutcome(returnLineItems: $units, exchangeLineItems: [], refundMethodAllocation: ${allocation}, refundShipping: { fullRefund: true }) {
          discountedSubtotal ${MONEY} totalCartDiscountAmount ${MONEY} totalTax ${MONEY} maximumRefundable ${MONEY} shipping { amountSet ${MONEY} maximumRefundableSet ${MONEY} }
          financialTransfer { __typename ... on RefundReturnOutcome { amount ${MONEY} suggestedTransactions { kind gateway parentTransaction { id } amountSet ${MONEY} maximumRefundableSet ${MONEY} } suggestedRefundMethods { amount ${MONEY} } } } } } }`,
        { id: record.id, units },
      );
    const parent = only(order.transactions).id;
    expect(await outcome('ORIGINAL_PAYMENT_METHODS')).toMatchObject({
      data: {
        return: {
          suggestedFinancialOutcome: {
            discountedSubtotal: eur('20.0'),
            totalCartDiscountAmount: eur('2.0'),
            totalTax: eur('3.42'),
            maximumRefundable: eur('36.13'),
            shipping: { amountSet: eur('4.0'), maximumRefundableSet: eur('4.0') },
            financialTransfer: { __typename: 'RefundReturnOutcome', amount: eur('23.62'), suggestedTransactions: [{ kind: 'SUGGESTED_REFUND', parentTransaction: { id: parent }, amountSet: eur('23.62'), maximumRefundableSet: eur('36.13') }], suggestedRefundMethods: [] },
          },
        },
      },
    });
    expect(await outcome('STORE_CREDIT')).toMatchObject({
      data: { return: { suggestedFinancialOutcome: { financialTransfer: { amount: eur('23.62'), suggestedTransactions: [{ amountSet: eur('0.0') }], suggestedRefundMethods: [{ amount: eur('23.62') }] } } } },
    });
    const processed = await askAsApp(
      SCOPES,
      `mutation ($input: ReturnProcessInput!) { returnProcess(input: $input) { userErrors { field message code }
        return { status returnLineItems(first: 5, processingStatus: PROCESSED) { nodes { quantity processedQuantity refundedQuantity } } refunds(first: 5) { nodes { totalRefundedSet ${MONEY} return { name } orderAdjustments(first: 2) { nodes { id } } refundShippingLines(first: 2) { nodes { subtotalAmountSet ${MONEY} } } } }
          transactions(first: 5) { nodes { kind amountSet ${MONEY} } } order { returnStatus displayFinancialStatus totalOutstandingSet ${MONEY} } } } }`,
      { input: { returnId: record.id, returnLineItems: units, refundShipping: { fullRefund: true }, financialTransfer: { issueRefund: { orderTransactions: [{ parentId: parent, transactionAmount: { amount: '23.62', currencyCode: 'EUR' } }] } } } },
    );
    expect(processed).toMatchObject({
      data: {
        returnProcess: {
          userErrors: [],
          return: {
            status: 'OPEN',
            returnLineItems: { nodes: [{ quantity: 2, processedQuantity: 2, refundedQuantity: 2 }] },
            refunds: { nodes: [{ totalRefundedSet: eur('23.62'), return: { name: '#1001-R1' }, orderAdjustments: { nodes: [] }, refundShippingLines: { nodes: [{ subtotalAmountSet: eur('4.0') }] } }] },
            transactions: { nodes: [{ kind: 'REFUND', amountSet: eur('23.62') }] },
            order: { returnStatus: 'IN_PROGRESS', displayFinancialStatus: 'PARTIALLY_REFUNDED', totalOutstandingSet: eur('0.0') },
          },
        },
      },
    });
  });

  it('suggests something else when a test wants to see who notices', async () => {
    const { askAsApp, world } = openAdmin();
    const record = addReturn(world, addDelivered(world));
    world.change((change) => change.put('shops', { ...change.shop, returnSwitches: { processCloses: false, previewOff: -1 } }));
    const ask = `query ($id: ID!, $units: [SuggestedOutcomeReturnLineItemInput!]!) { return(id: $id) { suggestedFinancialOutcome(returnLineItems: $units, exchangeLineItems: []) { discountedSubtotal ${MONEY} financialTransfer { ... on RefundReturnOutcome { amount ${MONEY} suggestedTransactions { amountSet ${MONEY} } } } } } }`;
    expect(await askAsApp(SCOPES, ask, { id: record.id, units: [{ id: only(record.lineItems).id, quantity: 1 }] })).toMatchObject({
      data: { return: { suggestedFinancialOutcome: { discountedSubtotal: eur('10.0'), financialTransfer: { amount: eur('9.99'), suggestedTransactions: [{ amountSet: eur('9.99') }] } } } },
    });
  });

  it('says that the customer owes when the exchange costs more, and that nobody does when it is even', async () => {
    const { askAsApp, world } = openAdmin();
    const order = addDelivered(world, { lineItems: [customLine('10.00')] });
    const dear = addVariant(world, { price: '16.00' }, 'Jug');
    const even = addVariant(world, { price: '10.00' }, 'Cup');
    const record = addReturn(world, order, { exchangeLineItems: [{ variantId: dear.id, quantity: 1 }, { variantId: even.id, quantity: 1 }] });
    const outcome = async (index: number) => {
      const answer = await askAsApp(
        SCOPES,
        `query ($id: ID!, $r: [SuggestedOutcomeReturnLineItemInput!]!, $e: [SuggestedOutcomeExchangeLineItemInput!]!) { return(id: $id) { exchangeLineItems(first: 5) { nodes { title variantSku processableQuantity lineItems { id } } } suggestedFinancialOutcome(returnLineItems: $r, exchangeLineItems: $e) { financialTransfer { __typename ... on InvoiceReturnOutcome { amount ${MONEY} } } } } }`,
        { id: record.id, r: [{ id: only(record.lineItems).id, quantity: 1 }], e: [{ id: record.exchangeLineItems[index]?.id, quantity: 1 }] },
      );
      return answer;
    };
    expect(await outcome(0)).toMatchObject({ data: { return: { exchangeLineItems: { nodes: [{ title: 'Jug', variantSku: 'MUG', processableQuantity: 1, lineItems: [] }, {}] }, suggestedFinancialOutcome: { financialTransfer: { __typename: 'InvoiceReturnOutcome', amount: eur('6.0') } } } } });
    expect(await outcome(1)).toMatchObject({ data: { return: { suggestedFinancialOutcome: { financialTransfer: null } } } });
  });

  it('shows reverse fulfillment orders, their parcels and dispositions from every side', async () => {
    const { askAsApp, world, order } = discountedOrder();
    addReturn(world, order);
    const work = only(world.reverseFulfillmentOrders.all());
    const sent = await askAsApp(
      SCOPES,
      `mutation ($id: ID!) { reverseDeliveryCreateWithShipping(reverseFulfillmentOrderId: $id, reverseDeliveryLineItems: [], trackingInput: { number: "R1", url: "https://a.example/R1" }, labelInput: { fileUrl: "https://a.example/1.pdf" }, notifyCustomer: false) { userErrors { message }
        reverseDelivery { id deliverable { ... on ReverseDeliveryShippingDeliverable { tracking { number url carrierName } label { publicFileUrl } } } reverseDeliveryLineItems(first: 5) { nodes { quantity reverseFulfillmentOrderLineItem { id totalQuantity } dispositions { id } } } reverseFulfillmentOrder { id status } } } }`,
      { id: work.id },
    );
    const Sent = z.object({ reverseDeliveryCreateWithShipping: z.object({ reverseDelivery: z.object({ id: z.string() }) }) });
    expect(sent).toMatchObject({ data: { reverseDeliveryCreateWithShipping: { userErrors: [], reverseDelivery: { deliverable: { tracking: { number: 'R1', url: 'https://a.example/R1' }, label: { publicFileUrl: 'https://a.example/1.pdf' } }, reverseDeliveryLineItems: { nodes: [{ quantity: 1, reverseFulfillmentOrderLineItem: { totalQuantity: 1 }, dispositions: [] }] }, reverseFulfillmentOrder: { id: work.id, status: 'OPEN' } } } } });
    await askAsApp(SCOPES, 'mutation ($d: [ReverseFulfillmentOrderDisposeInput!]!) { reverseFulfillmentOrderDispose(dispositionInputs: $d) { reverseFulfillmentOrderLineItems { id } userErrors { message } } }', { d: [{ reverseFulfillmentOrderLineItemId: only(work.lineItems).id, quantity: 1, dispositionType: 'MISSING' }] });
    const id = Sent.parse(sent.data).reverseDeliveryCreateWithShipping.reverseDelivery.id;
    expect(await askAsApp(SCOPES, `{ reverseDelivery(id: "${id}") { reverseDeliveryLineItems(first: 1) { nodes { dispositions { type quantity location { id } } } } } reverseFulfillmentOrder(id: "${work.id}") { order { name } lineItems(first: 1) { nodes { dispositions { type } fulfillmentLineItem { lineItem { title } } } } reverseDeliveries(first: 1) { nodes { id } } } nodes(ids: ["${id}", "${work.id}"]) { id } }`)).toMatchObject({
      data: {
        reverseDelivery: { reverseDeliveryLineItems: { nodes: [{ dispositions: [{ type: 'MISSING', quantity: 1, location: null }] }] } },
        reverseFulfillmentOrder: { order: { name: '#1001' }, lineItems: { nodes: [{ dispositions: [{ type: 'MISSING' }], fulfillmentLineItem: { lineItem: { title: 'Thing' } } }] }, reverseDeliveries: { nodes: [{ id }] } },
        nodes: [{ id }, { id: work.id }],
      },
    });
  });

  it('suggests a refund outside a return as well', async () => {
    const { askAsApp, order } = discountedOrder();
    const suggested = (args: string) => askAsApp(SCOPES, `{ order(id: "${order.id}") { suggestedRefund(${args}) { amountSet ${MONEY} subtotalSet ${MONEY} discountedSubtotalSet ${MONEY} totalCartDiscountAmountSet ${MONEY} totalTaxSet ${MONEY} maximumRefundableSet ${MONEY} shipping { amountSet ${MONEY} } refundLineItems { quantity subtotalSet ${MONEY} lineItem { id } } suggestedTransactions { amountSet ${MONEY} } } } }`);
    expect(await suggested(`refundLineItems: [{ lineItemId: "${only(order.lineItems).id}", quantity: 1 }]`)).toMatchObject({
      data: { order: { suggestedRefund: { amountSet: eur('10.71'), subtotalSet: eur('9.0'), discountedSubtotalSet: eur('10.0'), totalCartDiscountAmountSet: eur('1.0'), totalTaxSet: eur('1.71'), refundLineItems: [{ quantity: 1, subtotalSet: eur('9.0') }], suggestedTransactions: [{ amountSet: eur('10.71') }] } } },
    });
    expect(await suggested('suggestFullRefund: true')).toMatchObject({ data: { order: { suggestedRefund: { amountSet: eur('36.13'), shipping: { amountSet: eur('4.0') } } } } });
  });

  it('keeps store credit and gift cards where Shopify keeps them', async () => {
    const { askAsApp, world } = discountedOrder();
    const customer = only(world.customers.all());
    await askAsApp([...SCOPES, 'write_gift_cards'], `mutation { storeCreditAccountCredit(id: "${customer.id}", creditInput: { creditAmount: { amount: "5", currencyCode: EUR } }) { userErrors { code } storeCreditAccountTransaction { amount { amount } } } giftCardCreate(input: { initialAmount: { amount: "10", currencyCode: EUR } }) { giftCardCode giftCard { id } userErrors { code } } }`);
    expect(await askAsApp(SCOPES, `{ customer(id: "${customer.id}") { storeCreditAccounts(first: 5) { nodes { balance { amount currencyCode } owner { ... on Customer { email } } transactions(first: 5) { nodes { event amount { amount } balanceAfterTransaction { amount } ... on StoreCreditAccountCreditTransaction { remainingAmount { amount } origin { __typename } } } } } } } }`)).toMatchObject({
      data: { customer: { storeCreditAccounts: { nodes: [{ balance: { amount: '5.0', currencyCode: 'EUR' }, transactions: { nodes: [{ event: 'ADJUSTMENT', amount: { amount: '5.0' }, balanceAfterTransaction: { amount: '5.0' }, remainingAmount: { amount: '5.0' }, origin: null }] } }] } } },
    });
    expect(only(world.giftCards.all()).balance.minor).toBe(1000);
  });
});

describe('what an app may do with returns', () => {
  const denied = { errors: [{ extensions: { code: 'ACCESS_DENIED' } }] };

  it('follows its scopes, field by field', async () => {
    const { askAsApp, world, order } = discountedOrder();
    const { id } = addReturn(world, order);
    expect(await askAsApp(['read_orders'], `{ return(id: "${id}") { id } }`)).toMatchObject(denied);
    expect(await askAsApp(['read_orders'], `{ order(id: "${order.id}") { returns(first: 1) { nodes { id } } } }`)).toMatchObject(denied);
    expect(await askAsApp(['read_returns'], `{ returnableFulfillments(orderId: "${order.id}", first: 1) { nodes { id } } }`)).toMatchObject(denied);
    expect(await askAsApp(['read_returns', 'read_orders'], `mutation { returnClose(id: "${id}") { userErrors { message } } }`)).toMatchObject(denied);
    expect(await askAsApp(['write_returns', 'read_orders'], `mutation { returnClose(id: "${id}") { return { status } userErrors { message } } }`)).toMatchObject({ data: { returnClose: { return: { status: 'CLOSED' } } } });
    expect(await askAsApp(['write_returns'], `mutation { storeCreditAccountCredit(id: "${order.customerId}", creditInput: { creditAmount: { amount: "1", currencyCode: EUR } }) { userErrors { code } } }`)).toMatchObject(denied);
  });

  it('ends where Shopify’s ids and words end', async () => {
    const { askAsApp, world, order } = discountedOrder();
    const { id } = addReturn(world, order);
    expect(await askAsApp(SCOPES, `mutation { returnCancel(id: "${order.id}") { userErrors { message } } }`)).toMatchObject({ errors: [{ extensions: { code: 'RESOURCE_NOT_FOUND' } }] });
    const create = (line: string) => askAsApp(SCOPES, `mutation { returnCreate(returnInput: { orderId: "${order.id}", returnLineItems: [{ ${line} }] }) { userErrors { message } } }`);
    expect(await create(`fulfillmentLineItemId: "${id}", quantity: 1, returnReason: COLOR`)).toMatchObject({ errors: [{ extensions: { code: 'SANDBOX_NOT_MODELLED' }, message: expect.stringContaining('returnReason') }] });
    expect(await askAsApp(SCOPES, `{ return(id: "${id}") { suggestedFinancialOutcome(returnLineItems: [{ id: "${id}", quantity: 1 }], exchangeLineItems: []) { totalTax ${MONEY} } } }`)).toMatchObject({ errors: [{ message: 'Return line item was not found.' }] });
  });

  it('does not reach orders and returns that it may not see', async () => {
    const { askAsApp, world, clock, order } = discountedOrder();
    const { id } = addReturn(world, order);
    clock.travelTo(new Date('2027-03-01T00:00:00Z'));
    expect(await askAsApp(SCOPES, `{ return(id: "${id}") { id } }`)).toMatchObject({ data: { return: null } });
    const close = `mutation { returnClose(id: "${id}") { userErrors { code message } } }`;
    expect(await askAsApp(SCOPES, close)).toMatchObject({ data: { returnClose: { userErrors: [{ code: 'NOT_FOUND', message: 'Return not found.' }] } } });
    const line = `{ fulfillmentLineItemId: "${only(shippedLineIds(world, order))}", quantity: 1, returnReasonDefinitionId: "${TOO_SMALL}" }`;
    const create = `mutation { returnCreate(returnInput: { orderId: "${order.id}", returnLineItems: [${line}] }) { userErrors { field code } } }`;
    expect(await askAsApp(SCOPES, create)).toMatchObject({ data: { returnCreate: { userErrors: [{ field: ['returnInput', 'orderId'], code: 'NOT_FOUND' }] } } });
    expect(await askAsApp([...SCOPES, 'read_all_orders'], close)).toMatchObject({ data: { returnClose: { userErrors: [] } } });
  });
});
