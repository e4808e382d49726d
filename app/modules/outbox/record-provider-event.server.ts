import type { ShopTx } from '#app/platform/db/database.server.ts';
import { keepEarlyNews } from './early-news.server.ts';
import { noteEvent, type ProviderEvent } from './note-event.server.ts';

/** Notes what a provider tells, in any order and however often; false where no message is known by that name, which may come. */
export async function recordProviderEvent(tx: ShopTx, event: ProviderEvent): Promise<boolean> {
  const message = await tx.outbox.findFirst({ where: { provider: event.provider, provider_id: event.providerId } });
  if (message) await noteEvent(tx, message, event);
  else await keepEarlyNews(tx, event);
  return message !== null;
}
