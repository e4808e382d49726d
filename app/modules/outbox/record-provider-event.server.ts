import type { ShopTx } from '#app/platform/db/database.server.ts';
import { keepEarlyNews } from './early-news.server.ts';
import { namedMessage, noteEvent, type ProviderEvent } from './note-event.server.ts';
import type { Message } from './store.server.ts';

/** Notes what a provider tells, in any order and however often; false where no message is known by that name, which may come. */
export async function recordProviderEvent(tx: ShopTx, event: ProviderEvent): Promise<boolean> {
  const message = (await tx.outbox.findFirst({ where: { provider: event.provider, provider_id: event.providerId } })) ?? (await lostAnswer(tx, event));
  if (message) await noteEvent(tx, message, event);
  else await keepEarlyNews(tx, event);
  return message !== null;
}

/** The message whose fate nobody knows because the provider's answer was lost: from now on it is known by the provider's name for it. */
async function lostAnswer(tx: ShopTx, event: ProviderEvent): Promise<Message | null> {
  const id = namedMessage(event);
  if (id === null) return null;
  const [message] = await tx.outbox.updateManyAndReturn({ where: { id, state: 'unknown', provider_id: null }, data: { provider: event.provider, provider_id: event.providerId } });
  return message ?? null;
}
