import type { Gid } from '#sandbox/contract.ts';
import { numericId } from '../gid.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';

/** `customerDelete`: only customers without orders can go. */
export function customerDelete(change: Change, input: { id: Gid }): { deletedCustomerId: Gid | null; userErrors: UserError[] } {
  const customer = change.customers.get(input.id);
  if (!customer) return { deletedCustomerId: null, userErrors: [userError(['id'], "Customer can't be found")] };
  if (change.orders.where('customer', customer.id).length > 0) {
    return { deletedCustomerId: null, userErrors: [userError(['id'], 'Customer can’t be deleted because they have associated orders')] };
  }
  change.remove('customers', customer.id);
  change.emit('customers/delete', customer.id, { id: numericId(customer.id), phone: customer.phone, tax_exemptions: [], admin_graphql_api_id: customer.id });
  return { deletedCustomerId: customer.id, userErrors: [] };
}
