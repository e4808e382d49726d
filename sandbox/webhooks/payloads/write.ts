import type { Gid } from '../../contract.ts';
import { numericId } from '../../world/gid.ts';
import { toDecimal } from '../../world/money.ts';
import type { MoneyBag } from '../../world/records.ts';

/** A REST-shaped object, ready to be written as JSON. */
export type Payload = Record<string, unknown>;

/** The number and the global id of a record, as every payload starts. */
export function ids(gid: Gid): { id: number; admin_graphql_api_id: Gid } {
  return { id: numericId(gid), admin_graphql_api_id: gid };
}

/** The number of a record that may be missing. */
export function numberOf(gid: Gid | null): number | null {
  return gid === null ? null : numericId(gid);
}

/** An amount in both currencies. */
export function moneySet(bag: MoneyBag): Payload {
  const side = (money: MoneyBag['shop']) => ({ amount: toDecimal(money), currency_code: money.currency });
  return { shop_money: side(bag.shop), presentment_money: side(bag.presentment) };
}

/** An amount in the shop's currency under `name`, and in both under `{name}_set`. */
export function priced(name: string, bag: MoneyBag): Payload {
  return { [name]: toDecimal(bag.shop), [`${name}_set`]: moneySet(bag) };
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** A moment as webhooks write it: the shop's local time with its offset, `2026-11-21T21:51:08+01:00`. */
export function shopTime(iso: string, zone: string): string {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      timeZoneName: 'longOffset',
    });
    clocks.set(zone, clock);
  }
  const part = Object.fromEntries(clock.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]));
  const offset = part.timeZoneName?.replace('GMT', '') || '+00:00';
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}${offset}`;
}

/** Writes the moments of one shop; a moment that never came stays null. */
export function timesOf(zone: string) {
  return {
    at: (iso: string) => shopTime(iso, zone),
    atOrNull: (iso: string | null) => (iso === null ? null : shopTime(iso, zone)),
  };
}

/** Writes the moments of one shop. */
export type Times = ReturnType<typeof timesOf>;
