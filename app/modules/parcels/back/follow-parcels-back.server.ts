import type { ShopTx } from '#app/platform/db/database.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { carrierOf } from '../carrier-of.ts';
import { carrierOverridesSetting } from '../carrier-overrides.ts';
import { endFollowings } from '../sources/end-followings.server.ts';
import { wantFollowings } from '../sources/want-followings.server.ts';

/** A parcel that a customer sends back, as Shopify tells it. */
export interface ParcelTold {
  id: string;
  number: string;
  company: string | null;
  url: string | null;
  /** False once nobody waits for it any more. */
  awaited: boolean;
}

const blank = { status: 'pre_shipment', status_since: null, last_place: null, last_country: null, first_scan_at: null, arrived_at: null };

/** Takes note of all parcels on their way back of an order, and has sources follow those that are awaited. Another number is another parcel. */
export async function followParcelsBack(tx: ShopTx, orderId: string, told: readonly ParcelTold[], now: Date): Promise<void> {
  const held = await tx.parcels_back.findMany({ where: { order_id: orderId } });
  if (held.length === 0 && told.length === 0) return;
  const { value: overrides } = await readSetting(tx, carrierOverridesSetting);
  const over = new Set(held.map(({ number }) => number));
  for (const { id, number, company, url, awaited } of told) {
    const before = held.find((row) => row.id === id);
    const { carrier } = carrierOf({ number, carrier: company }, { destination: null, overrides });
    const isSame = before?.number === number;
    const settled_at = (isSame ? before.arrived_at : null) ?? (awaited ? null : (before?.settled_at ?? now));
    const row = { order_id: orderId, number, company, url, carrier, settled_at, ...(isSame ? {} : { ...blank, known_at: now }) };
    if (before && !isSame) await tx.scans_back.deleteMany({ where: { parcel_id: id } });
    if (before) await tx.parcels_back.updateMany({ where: { id }, data: row });
    else await tx.parcels_back.create({ data: { id, known_at: now, ...row } });
    if (settled_at === null) await wantFollowings(tx, [{ number, carrier }]);
    else over.add(number);
  }
  await tx.parcels_back.deleteMany({ where: { order_id: orderId, id: { notIn: told.map(({ id }) => id) } } });
  await endFollowings(tx, [...over]);
}
