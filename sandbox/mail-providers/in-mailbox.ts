import { randomUUID } from 'node:crypto';
import type { OutboxStore } from '../mailbox/index.ts';
import type { MailProvider, TakenMail } from './account.ts';

/** Shows what a provider took among the mail that left the shop. */
export function inMailbox(outbox: OutboxStore, now: () => Date) {
  return (provider: MailProvider, { from, to, cc, subject, text, html, headers }: TakenMail): void => {
    const about = { 'x-taken-by': provider, ...headers };
    outbox.add({ id: randomUUID(), channel: 'email', at: now().toISOString(), from, to: [to, ...cc], subject, text, html, headers: about, messageId: headers['message-id'] ?? null, raw: null, attachments: [] });
  };
}
