// What may still be given for an order. Amounts are minor units of what the customer paid in; ids are Shopify's numbers.

/** The ways a customer gets something for what was bought. */
export type Road = 'exchange' | 'goodwill' | 'refund' | 'reship' | 'store_credit';

/** What of a compensation is for one order line; `quantity` counts units that leave the order by it. */
export interface LineShare {
  lineId: string;
  quantity: number;
  amount: number;
}

/** Something to be given. What of its amount is not for a line is for the order: its shipping, less fees. */
export interface Compensation {
  road: Road;
  amount: number;
  lines: readonly LineShare[];
}

/** A compensation in the ledger; `inRefunds` where Shopify counts it among the order's refunds. */
export interface LedgerEntry extends Compensation {
  state: 'given' | 'reserved';
  inRefunds: boolean;
}

/** What was paid, and what of it Shopify says is gone, whoever did it. */
export interface OrderWorth {
  orderId: string;
  currency: string;
  received: number;
  refunded: number;
  lines: readonly { lineId: string; worth: number; quantity: number; gone: number }[];
}

/** Why something may not be given: of which line or of the order's money, and what still may be. */
export type LedgerRefusal = { of: 'line'; lineId: string; left: number } | { of: 'order'; left: number } | { of: 'unknown_line'; lineId: string };

/** Roads by which money goes back or is added; Shopify may count it among the order's refunds. */
const paidRoads: ReadonlySet<Road> = new Set(['refund', 'store_credit', 'goodwill']);
/** Goods that are sent again are given a second time for money that was received once: they count as what was paid for them. An exchange does not, for its goods were paid with what came back. */
const moneyRoads: ReadonlySet<Road> = new Set([...paidRoads, 'reship']);
/** Roads by which units leave the order; what is sent again stays in it. */
const unitRoads: ReadonlySet<Road> = new Set(['refund', 'store_credit', 'exchange']);

/** What may still be given: of what was paid, and with goodwill up to its limit beyond. */
export interface Room {
  plain: number;
  all: number;
}

/** What may still be given for an order, and for each of its lines; neither is ever below nothing. */
export function roomToGive(worth: OrderWorth, entries: readonly LedgerEntry[], goodwillLimit: number): { order: Room; lines: ReadonlyMap<string, Room> } {
  return {
    order: roomOf(purseOfOrder(worth, entries), goodwillLimit),
    lines: new Map(worth.lines.map((line) => [line.lineId, roomOf(purseOfLine(line, entries), goodwillLimit)])),
  };
}

/** Whether these may be given together beside what is given or reserved: never above what was paid, goodwill never above its limit beyond. */
export function refuseCompensation(worth: OrderWorth, entries: readonly LedgerEntry[], wanted: readonly Compensation[], goodwillLimit: number): LedgerRefusal | null {
  const room = roomToGive(worth, entries, goodwillLimit);
  const lineIds = new Set(wanted.flatMap(({ lines }) => lines.map(({ lineId }) => lineId)));
  for (const lineId of lineIds) {
    const ofLine = room.lines.get(lineId);
    if (!ofLine) return { of: 'unknown_line', lineId };
    const left = overspent(ofLine, givenOfLine(lineId, wanted));
    if (left !== null) return { of: 'line', lineId, left };
  }
  const left = overspent(room.order, givenOfOrder(wanted));
  return left === null ? null : { of: 'order', left };
}

/** What was given or is wanted: for what was paid, and beyond it. */
interface Given {
  plain: number;
  goodwill: number;
}

/** What a purse holds that still is the shop's, and what was taken from it. */
interface Purse extends Given {
  paid: number;
}

function purseOfLine(line: OrderWorth['lines'][number], entries: readonly LedgerEntry[]): Purse {
  return { paid: line.worth - goneElsewhere(line, entries), ...givenOfLine(line.lineId, entries) };
}

function purseOfOrder(worth: OrderWorth, entries: readonly LedgerEntry[]): Purse {
  const posted = sum(entries.filter(({ road, state, inRefunds }) => state === 'given' && inRefunds && paidRoads.has(road)).map(({ amount }) => amount));
  return { paid: worth.received - Math.max(0, worth.refunded - posted), ...givenOfOrder(entries) };
}

function givenOfLine(lineId: string, rows: readonly Compensation[]): Given {
  const shares = (isGoodwill: boolean) => sum(rows.filter(({ road }) => (road === 'goodwill') === isGoodwill).flatMap(({ lines }) => lines.filter((share) => share.lineId === lineId).map(({ amount }) => amount)));
  return { plain: shares(false), goodwill: shares(true) };
}

function givenOfOrder(rows: readonly Compensation[]): Given {
  const money = (isGoodwill: boolean) => sum(rows.filter(({ road }) => moneyRoads.has(road) && (road === 'goodwill') === isGoodwill).map(({ amount }) => amount));
  return { plain: money(false), goodwill: money(true) };
}

function roomOf({ paid, plain, goodwill }: Purse, limit: number): Room {
  const all = Math.max(0, paid + limit - plain - goodwill);
  return { plain: Math.max(0, Math.min(paid - plain, all)), all };
}

/** What is left of a purse that the wish is too much for; null where it is not. */
function overspent(room: Room, { plain, goodwill }: Given): number | null {
  if (plain <= room.plain && plain + goodwill <= room.all) return null;
  return plain > 0 ? room.plain : room.all;
}

/** The value of units that left a line by other hands, such as a refund made in Shopify's admin. */
function goneElsewhere({ lineId, worth, quantity, gone }: OrderWorth['lines'][number], entries: readonly LedgerEntry[]): number {
  const ours = entries.filter(({ road, state }) => state === 'given' && unitRoads.has(road)).flatMap(({ lines }) => lines.filter((share) => share.lineId === lineId));
  const elsewhere = Math.max(0, gone - sum(ours.map((share) => share.quantity)));
  return quantity === 0 ? 0 : Math.floor((worth * Math.min(elsewhere, quantity)) / quantity);
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
