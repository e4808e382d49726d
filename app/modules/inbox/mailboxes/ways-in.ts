/** How mail to a mailbox comes in: handed to our door, fetched by us, or brought by a provider. */
export const waysIn = ['door', 'imap', 'postmark', 'mailgun', 'sendgrid'] as const;
export type WayIn = (typeof waysIn)[number];

export function isWayIn(value: string): value is WayIn {
  return waysIn.some((known) => known === value);
}
