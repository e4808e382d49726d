import type { Gid } from '#sandbox/contract.ts';
import { toShortDecimal } from '#sandbox/world/money.ts';
import type { Money, MoneyBag } from '#sandbox/world/records.ts';
import { gidType, numericId } from '#sandbox/world/gid.ts';
import { invalidId } from '../errors.ts';

/** A record that says which GraphQL type it is, as interfaces and unions need. */
export function typed<N extends string, T extends object>(name: N, record: T): T & { __typename: N } {
  return { ...record, __typename: name };
}

/** `MoneyV2`. */
export function moneyV2(value: Money): { amount: string; currencyCode: string } {
  return { amount: toShortDecimal(value), currencyCode: value.currency };
}

/** `MoneyBag`. */
export function moneyBag(bag: MoneyBag): { shopMoney: { amount: string; currencyCode: string }; presentmentMoney: { amount: string; currencyCode: string } } {
  return { shopMoney: moneyV2(bag.shop), presentmentMoney: moneyV2(bag.presentment) };
}

/** `legacyResourceId` of a record. */
export function legacyResourceId(record: { id: Gid }): string {
  return String(numericId(record.id));
}

/** An id argument of the given type; an id of another type is Shopify's top-level error, not an absent record. */
export function expectId(id: string, type: string): Gid {
  if (gidType(id) !== type) throw invalidId(id);
  return id;
}

/** `Count` of an exact number. */
export function exactCount(count: number): { count: number; precision: 'EXACT' } {
  return { count, precision: 'EXACT' };
}
