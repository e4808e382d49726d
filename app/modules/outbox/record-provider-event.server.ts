import type { ShopTx } from '#app/platform/db/database.server.ts';
import { noteEvent, type MessageEvent } from './note-event.server.ts';

/** What a provider tells of a message it took; what may still arrive is no event. */
export interface ProviderEvent extends MessageEvent {
  provider: string;
  /** What the provider calls the message: what its adapter answered when it took it. */
  providerId: string;
  event: Exclude<MessageEvent['event'], 'followed'>;
}

/** Notes what a provider tells, in any order and however often; false where it speaks of no message of ours. */
export async function recordProviderEvent(tx: ShopTx, { provider, providerId, ...news }: ProviderEvent): Promise<boolean> {
  const message = await tx.outbox.findFirst({ where: { provider, provider_id: providerId } });
  if (!message) return false;
  await noteEvent(tx, message, news);
  return true;
}
