import { type AddressInput, newAddress } from '../address.ts';
import type { LocationRecord } from '../records.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';

/** `LocationAddInput`. */
export interface LocationAddInput {
  name: string;
  address: AddressInput;
  fulfillsOnlineOrders?: boolean | null;
}

/** `locationAdd`. */
export function locationAdd(change: Change, input: LocationAddInput): { location: LocationRecord | null; userErrors: UserError[] } {
  const name = input.name.trim();
  const field = ['input', 'name'];
  if (!name) return { location: null, userErrors: [userError(field, 'Add a location name', 'BLANK')] };
  if (name.length > 100) return { location: null, userErrors: [userError(field, 'Use a shorter location name (up to 100 characters)', 'TOO_LONG')] };
  if ([...change.locations.all()].some((location) => location.name.toLowerCase() === name.toLowerCase())) {
    return { location: null, userErrors: [userError(field, 'You already have a location with this name', 'TAKEN')] };
  }
  const location: LocationRecord = {
    id: change.newId('Location'),
    name,
    address: newAddress(change, input.address),
    isActive: true,
    isPrimary: false,
    fulfillsOnlineOrders: input.fulfillsOnlineOrders ?? true,
    createdAt: change.now,
    updatedAt: change.now,
  };
  change.put('locations', location);
  change.emit('locations/create', location.id);
  return { location, userErrors: [] };
}
