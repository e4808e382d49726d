import { readMailboxSettings } from '../mailboxes/mailbox.ts';
import { addressWithToken } from './reply-token.ts';
import type { ReplySender } from './sender-of.server.ts';

/** Servers that hand in mail to `name+anything@` as mail to `name@`; elsewhere such a mail may come back to the customer. */
const takeTags = /(?:^|\.)(?:gmail\.com|googlemail\.com|google\.com|outlook\.com|office365\.com|office\.com|fastmail\.com|icloud\.com|me\.com|protonmail\.ch|zoho\.com|zoho\.eu)$/i;

/** Where answers go: to the mailbox, with the conversation's token where its server is known to take one. The Message-ID carries it in any case. */
export function answerAddress({ address, wayIn, settings }: Pick<ReplySender, 'address' | 'wayIn' | 'settings'>, token: string): string {
  const host = wayIn === 'imap' ? readMailboxSettings(settings).imap?.host : undefined;
  return (host !== undefined && takeTags.test(host) ? addressWithToken(address, token) : null) ?? address;
}
