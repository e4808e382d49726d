import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import { readHours } from '#app/modules/hours/index.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import type { TicketChannel } from '../tickets/ticket.ts';
import { promiseSetting } from './promise-setting.ts';
import { publishedPromise } from './published-promise.ts';

/** What customers on a channel are told of when they hear from the shop, in the first of their languages that we speak; null where it tells nothing. */
export async function readPublishedPromise(tx: ShopTx, shop: Pick<Shop, 'ianaTimezone'>, about: { channel: TicketChannel; wishes: readonly (string | null)[]; now: Date }): Promise<string | null> {
  const { value } = await readSetting(tx, promiseSetting);
  return publishedPromise(value, await readHours(tx, shop), about);
}
