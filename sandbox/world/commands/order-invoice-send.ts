import type { Gid } from '#sandbox/contract.ts';
import { isEmail } from '../contact.ts';
import { touchOrder } from '../place-order.ts';
import type { OrderRecord } from '../records.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';

/** `orderInvoiceSend`: asks the customer for what is owed. Shopify's own mails are not sent; the order says that it changed. */
export function orderInvoiceSend(change: Change, input: { id: Gid; email?: { to?: string | null } | null }): { order: OrderRecord | null; userErrors: UserError[] } {
  const before = change.orders.get(input.id);
  const refused = (field: string[], message: string) => ({ order: null, userErrors: [userError(field, message, 'ORDER_INVOICE_SEND_UNSUCCESSFUL')] });
  if (!before) return refused(['id'], 'Order does not exist');
  const to = input.email?.to ?? before.email;
  if (!to) return refused(['email', 'to'], "To can't be blank");
  if (!isEmail(to)) return refused(['email', 'to'], 'To is invalid');
  return { order: touchOrder(change, before.id), userErrors: [] };
}
