import { randomUUID } from 'node:crypto';
import { readSetting } from '#app/modules/settings/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { takeTurn } from '#app/platform/db/take-turn.server.ts';
import type { LabelMaker, LabelState, WayBackChoice } from '../way-back.ts';
import { waysBackSetting } from '../ways/ways-back-setting.ts';
import { goOn } from './go-on.server.ts';

/** A return, and how its goods are to come back. */
export interface NewWayBack {
  orderId: string;
  returnId: string;
  /** Returns of one request travel in one parcel. */
  requestId: string | null;
  choice: WayBackChoice;
  /** Where it goes: Shopify's number of a location; null for the shop's own. */
  locationId: string | null;
  /** Whether the return is open at Shopify already; else it is begun when it is seen to be. */
  open: boolean;
  /** Staff who chose it; null for the customer. */
  by: string | null;
  at: Date;
}

/**
 * Keeps how a return comes back, and begins what is to be done for it. A return has one way, chosen once: told again, it
 * is the way it was, even where people of the shop ended it since. Answers its id.
 */
export async function beginWayBack(tx: ShopTx, { orderId, returnId, requestId, choice, locationId, open, by, at }: NewWayBack): Promise<string> {
  await lockWays(tx, orderId);
  const stands = open ? 'open' : 'asked';
  const before = await tx.label_returns.findFirst({ where: { return_id: returnId }, orderBy: { current: 'desc' } });
  if (before) {
    if (open) await tx.label_returns.updateMany({ where: { label_id: before.label_id, return_id: returnId }, data: { stands } });
    await goOn(tx, before.label_id, at);
    return before.label_id;
  }
  const shared = requestId === null ? null : await tx.labels.findFirst({ where: { order_id: orderId, request_id: requestId, state: { not: 'ended' } }, select: { id: true } });
  const id = shared?.id ?? (await newLabel(tx, { orderId, requestId, choice, locationId, by, at }));
  await tx.label_returns.create({ data: { label_id: id, return_id: returnId, stands } });
  await goOn(tx, id, at);
  return id;
}

/** Ways of one order are chosen, replaced and ended one after the other. A label whose making somebody has let be is one that ended. */
export async function lockWays(tx: ShopTx, orderId: string): Promise<void> {
  await takeTurn(tx, `labels:${orderId}`);
  await tx.$executeRaw`update labels l set state = 'ended', ended_at = c.updated_at from chains c where c.id = l.chain_id and c.state = 'dropped' and l.state = 'making' and l.order_id = ${orderId}`;
}

/** A label that has no return yet. */
export async function newLabel(tx: ShopTx, { orderId, requestId, choice, locationId, by, at, maker }: Omit<NewWayBack, 'open' | 'returnId'> & { maker?: LabelMaker }): Promise<string> {
  const { value: ways } = await readSetting(tx, waysBackSetting);
  // A place that the shop has given up meanwhile is none.
  const place = ways.places.find((one) => one.id === choice.placeId);
  const made = maker ?? makerOf(choice, ways.label.by);
  const state: LabelState = made === 'customer' ? (choice.trackingNumber === null ? 'wanted' : 'ready') : made === 'nobody' ? 'ready' : 'wanted';
  const id = randomUUID();
  await tx.labels.create({
    data: {
      id,
      order_id: orderId,
      request_id: requestId,
      kind: choice.kind,
      maker: made,
      state,
      ...(place ? { place: { id: place.id, name: place.name, address: place.address, hours: place.hours, url: place.url } } : {}),
      location_id: locationId ?? ways.locationId,
      carrier: choice.carrier,
      number: choice.trackingNumber,
      made_by: by,
      created_at: at,
      ready_at: state === 'ready' ? at : null,
    },
  });
  return id;
}

/** Where the shop has stopped giving labels since it was chosen, a person is to upload one. */
function makerOf({ kind }: WayBackChoice, by: LabelMaker): LabelMaker {
  if (kind === 'own_label') return 'customer';
  if (kind === 'label' || kind === 'qr') return by === 'nobody' ? 'hand' : by;
  return 'nobody';
}
