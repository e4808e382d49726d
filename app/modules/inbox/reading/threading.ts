import { mailboxes, recipientsOf } from './addresses.ts';
import type { Field } from './header-fields.ts';
import { rawField } from './header-fields.ts';

/** What places a mail in a conversation. */
export interface Threading {
  messageId: string | null;
  inReplyTo: string[];
  references: string[];
  /** Addresses it reached us at; a reply token stands in one of them. */
  recipients: string[];
  /** Addresses it names for everybody to see, in lower case. */
  to: string[];
  cc: string[];
}

const MOST = 200;

/** Every message id in a field, in order, with its angle brackets, once each. */
export function messageIds(raw: string | null): string[] {
  if (raw === null) return [];
  const found = raw.slice(0, 64 * 1024).match(/<[^<>\s]{1,500}>/g) ?? [];
  // Some programs leave the brackets out.
  const ids = found.length > 0 ? found : (raw.match(/[^\s<>"',;]{1,250}@[^\s<>"',;]{1,250}/g) ?? []).map((id) => `<${id}>`);
  return [...new Set(ids)].slice(-MOST);
}

/** The ids and addresses that thread a mail. */
export function threadingOf(fields: Field[]): Threading {
  return {
    messageId: messageIds(rawField(fields, 'message-id'))[0] ?? messageIds(rawField(fields, 'x-message-id'))[0] ?? null,
    inReplyTo: messageIds(rawField(fields, 'in-reply-to')),
    references: messageIds(rawField(fields, 'references')),
    recipients: recipientsOf(fields),
    to: addressesIn(fields, 'to'),
    cc: addressesIn(fields, 'cc'),
  };
}

function addressesIn(fields: Field[], name: string): string[] {
  const found = mailboxes(rawField(fields, name)).flatMap(({ address }) => (address.includes('@') ? address.toLowerCase() : []));
  return [...new Set(found)].slice(0, MOST);
}
