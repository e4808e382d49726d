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

const moneyRoads: ReadonlySet<Road> = new Set(['refund', 'store_credit', 'goodwill']);
const unitRoads: ReadonlySet<Road> = new Set(['refund', 'store_credit', 'exchange']);

/** Whether these may be given together beside what is given or reserved: never above what was paid, goodwill never above its limit beyond. */
export function refuseCompensation(worth: OrderWorth, entries: readonly LedgerEntry[], wanted: readonly Compensation[], goodwillLimit: number): LedgerRefusal | null {
  const lineIds = new Set(wanted.flatMap(({ lines }) => lines.map(({ lineId }) => lineId)));
  for (const lineId of lineIds) {
    const line = worth.lines.find((candidate) => candidate.lineId === lineId);
    if (!line) return { of: 'unknown_line', lineId };
    const shares = (rows: readonly Compensation[], isGoodwill: boolean) =>
      sum(rows.filter(({ road }) => (road === 'goodwill') === isGoodwill).flatMap(({ lines }) => lines.filter((share) => share.lineId === lineId).map(({ amount }) => amount)));
    const left = overspent({
      paid: line.worth - goneElsewhere(line, entries),
      limit: goodwillLimit,
      given: { plain: shares(entries, false), goodwill: shares(entries, true) },
      wanted: { plain: shares(wanted, false), goodwill: shares(wanted, true) },
    });
    if (left !== null) return { of: 'line', lineId, left };
  }
  const money = (rows: readonly Compensation[], isGoodwill: boolean) => sum(rows.filter(({ road }) => moneyRoads.has(road) && (road === 'goodwill') === isGoodwill).map(({ amount }) => amount));
  const posted = sum(entries.filter(({ road, state, inRefunds }) => state === 'given' && inRefunds && moneyRoads.has(road)).map(({ amount }) => amount));
  const left = overspent({
    paid: worth.received - Math.max(0, worth.refunded - posted),
    limit: goodwillLimit,
    given: { plain: money(entries, false), goodwill: money(entries, true) },
    wanted: { plain: money(wanted, false), goodwill: money(wanted, true) },
  });
  return left === null ? null : { of: 'order', left };
}

interface Purse {
  paid: number;
  limit: number;
  given: { plain: number; goodwill: number };
  wanted: { plain: number; goodwill: number };
}

/** What is left of a purse that the wish is too much for; null where it is not. */
function overspent({ paid, limit, given, wanted }: Purse): number | null {
  const all = wanted.plain + wanted.goodwill;
  const leftOfPaid = paid - given.plain;
  const leftOfAll = paid + limit - given.plain - given.goodwill;
  if (all === 0 || (all <= leftOfAll && (wanted.plain === 0 || wanted.plain <= leftOfPaid))) return null;
  return Math.max(0, wanted.plain > 0 ? Math.min(leftOfAll, leftOfPaid) : leftOfAll);
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
