import type { Gid } from '#sandbox/contract.ts';
import { type AddressInput, newAddress } from '../address.ts';
import type { AddressRecord } from '../records.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';

/** `customerAddressCreate`: the first address of a customer is the default one. */
export function customerAddressCreate(
  change: Change,
  input: { customerId: Gid; address: AddressInput; setAsDefault?: boolean | null },
): { address: AddressRecord | null; userErrors: UserError[] } {
  const customer = change.customers.get(input.customerId);
  if (!customer) return { address: null, userErrors: [userError(['customerId'], 'Customer does not exist')] };
  const address = newAddress(change, { ...input.address, firstName: input.address.firstName ?? customer.firstName, lastName: input.address.lastName ?? customer.lastName });
  const defaultAddressId = input.setAsDefault ? address.id : (customer.defaultAddressId ?? address.id);
  change.put('customers', { ...customer, addresses: [...customer.addresses, address], defaultAddressId, updatedAt: change.now });
  change.emit('customers/update', customer.id);
  return { address, userErrors: [] };
}
