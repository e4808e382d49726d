import { z } from 'zod';
import { respondWithPage, seeOther, type Store, type StoreRequest, type StoreResponse } from '../store.ts';

const shape = z.object({
  order: z
    .object({
      id: z.string(),
      name: z.string(),
      statusPageUrl: z.string(),
      totalOutstandingSet: z.object({ presentmentMoney: z.object({ amount: z.string(), currencyCode: z.string() }) }),
    })
    .nullable(),
});

const OWED = `query ($id: ID!) { order(id: $id) { id name statusPageUrl totalOutstandingSet { presentmentMoney { amount currencyCode } } } }`;
const PAY = `mutation ($id: ID!) { orderMarkAsPaid(input: { id: $id }) { userErrors { message } } }`;

/** What is still owed for an order, for whoever holds its secret; paid or not, the page stays. */
export async function showOrderPayment(store: Store, request: StoreRequest, number: string): Promise<StoreResponse | null> {
  const order = await orderOf(store, request, number);
  if (!order) return null;
  const { amount, currencyCode } = order.totalOutstandingSet.presentmentMoney;
  const owed = Number(amount) > 0 ? new Intl.NumberFormat(request.visit.locale, { style: 'currency', currency: currencyCode }).format(Number(amount)) : null;
  return respondWithPage(store, request, { template: 'order-payment' }, { template: 'order-payment', order: { name: order.name, amount: owed } });
}

/** Pays what is owed, once. The sandbox takes no cards: the payment stands in the order as one the shop recorded. */
export async function payOrder(store: Store, request: StoreRequest, number: string): Promise<StoreResponse | null> {
  const order = await orderOf(store, request, number);
  if (!order) return null;
  if (Number(order.totalOutstandingSet.presentmentMoney.amount) > 0) await store.ask(z.unknown(), PAY, { id: order.id });
  return seeOther(request, `${request.visit.path}?secret=${request.query.get('secret') ?? ''}`);
}

async function orderOf(store: Store, request: StoreRequest, number: string) {
  const secret = request.query.get('secret') ?? '';
  const { order } = await store.ask(shape, OWED, { id: `gid://shopify/Order/${number}` });
  return order && secret.length > 0 && order.statusPageUrl.includes(`/orders/${secret}/`) ? order : null;
}
