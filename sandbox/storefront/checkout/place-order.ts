import { z } from 'zod';
import type { AskShop } from '../admin-query.ts';
import { customerForOrder } from './customer-for-order.ts';
import { type AgreedOrder, orderInput } from './order-input.ts';

/** The order that came of it, or Shopify's words on why none did. */
export type PlacedOrder = { placed: { id: string; name: string; confirmationNumber: string | null } } | { refused: string[] };

const answer = z.object({
  orderCreate: z.object({
    order: z.object({ id: z.string(), name: z.string(), confirmationNumber: z.string().nullish() }).nullish(),
    userErrors: z.array(z.object({ message: z.string() })),
  }),
});

/** Places the order as the merchant of record: paid in full, stock taken, receipt sent. */
export async function placeOrder(ask: AskShop, agreed: AgreedOrder): Promise<PlacedOrder> {
  const customerId = await customerForOrder(ask, agreed.form, agreed.locale);
  const { orderCreate } = await ask(
    answer,
    `mutation PlaceOrder($order: OrderCreateOrderInput!, $options: OrderCreateOptionsInput) {
      orderCreate(order: $order, options: $options) { order { id name confirmationNumber } userErrors { field message } }
    }`,
    { order: orderInput(agreed, customerId), options: { inventoryBehaviour: 'DECREMENT_OBEYING_POLICY', sendReceipt: true } },
  );
  if (!orderCreate.order) return { refused: orderCreate.userErrors.map((error) => error.message) };
  const { id, name, confirmationNumber } = orderCreate.order;
  return { placed: { id, name, confirmationNumber: confirmationNumber ?? null } };
}
