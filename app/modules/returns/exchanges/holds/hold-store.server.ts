import { randomUUID } from 'node:crypto';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { PlacedHold } from './place-holds.ts';

/** How a hold stands: meant, on its place, meant to be let go, let go; `refused` was never made. */
export type HoldState = 'asking' | 'held' | 'refused' | 'releasing' | 'released';

/** Units that are set aside for a wish. */
export interface Hold extends PlacedHold {
  id: string;
  releaseKey: string;
  /** Of the wish. */
  wish: string;
  orderId: string;
  /** Null while the wish is not a return yet. */
  returnId: string | null;
  state: HoldState;
  until: Date;
  /** When it last began to be asked for. */
  askedAt: Date;
}

type Row = Awaited<ReturnType<ShopTx['exchange_holds']['findMany']>>[number];

const states: Record<string, HoldState> = { asking: 'asking', held: 'held', refused: 'refused', releasing: 'releasing', released: 'released' } satisfies Record<HoldState, HoldState>;

/** Holds by what they are for, the oldest first. */
export async function holdsWhere(tx: ShopTx, where: NonNullable<Parameters<ShopTx['exchange_holds']['findMany']>[0]>['where']): Promise<Hold[]> {
  return (await tx.exchange_holds.findMany({ where: { ...where }, orderBy: [{ asked_at: 'asc' }, { id: 'asc' }], take: 500 })).map(read);
}

/** Writes down what is meant to be set aside, before anything is asked; nothing where somebody else is at it for the same wish. */
export async function meanHolds(tx: ShopTx, { wish, orderId, until, now }: { wish: string; orderId: string; until: Date; now: Date }, placed: readonly PlacedHold[]): Promise<Hold[]> {
  const rows = placed.map((hold) => ({
    id: randomUUID(),
    release_key: randomUUID(),
    wish,
    order_id: orderId,
    variant_id: hold.variantId,
    inventory_item_id: hold.itemId,
    location_id: hold.locationId,
    quantity: hold.quantity,
    seen: hold.seen,
    until,
    asked_at: now,
  }));
  return (await tx.exchange_holds.createManyAndReturn({ data: rows, skipDuplicates: true })).map(read);
}

/** A hold is now what was found out, if it still was what we thought. */
export async function nowIs(tx: ShopTx, { id, state }: Pick<Hold, 'id' | 'state'>, to: HoldState, now: Date): Promise<boolean> {
  const begins = to === 'asking' || to === 'releasing';
  const { count } = await tx.exchange_holds.updateMany({ where: { id, state }, data: { state: to, ...(begins ? { asked_at: now } : { settled_at: now }) } });
  return count > 0;
}

function read(row: Row): Hold {
  return {
    id: row.id,
    releaseKey: row.release_key,
    wish: row.wish,
    orderId: row.order_id,
    returnId: row.return_id,
    variantId: row.variant_id,
    itemId: row.inventory_item_id,
    locationId: row.location_id,
    quantity: row.quantity,
    seen: row.seen,
    state: stateOf(row.state),
    until: row.until,
    askedAt: row.asked_at,
  };
}

function stateOf(word: string): HoldState {
  const state = states[word];
  if (!state) throw new Error(`Not a state of a hold: ${word}`);
  return state;
}
