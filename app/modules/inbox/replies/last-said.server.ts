import type { ShopTx } from '#app/platform/db/database.server.ts';

const longestReferences = 20;

/** What was last said to the shop in a conversation, as far as an answer needs it. */
export interface LastSaid {
  id: bigint;
  from: string | null;
  name: string;
  subject: string;
  text: string;
  at: Date;
  locale: string | null;
}

export interface Conversation {
  /** A ticket and those merged into it. */
  ticketIds: readonly number[];
  sideId: string | null;
}

/** The last mail that came in in a conversation, from one of these addresses where some are named; null where nobody wrote yet. */
export async function lastSaid(tx: ShopTx, { ticketIds, sideId }: Conversation, from?: readonly string[]): Promise<LastSaid | null> {
  const row = await tx.messages.findFirst({
    where: { ticket_id: { in: [...ticketIds] }, side_id: sideId, direction: 'in', kind: 'mail', from_address: from ? { in: [...from] } : { not: null } },
    orderBy: { id: 'desc' },
    select: { id: true, from_address: true, author_name: true, subject: true, text: true, happened_at: true, locale: true },
  });
  return row && { id: row.id, from: row.from_address, name: row.author_name, subject: row.subject, text: row.text, at: row.happened_at, locale: row.locale };
}

/** The headers that put a mail behind what was last written in its conversation (RFC 5322, 3.6.4). */
export async function threadHeaders(tx: ShopTx, { ticketIds, sideId }: Conversation): Promise<Record<string, string>> {
  const row = await tx.messages.findFirst({
    where: { ticket_id: { in: [...ticketIds] }, side_id: sideId, mail_id: { not: null }, kind: { in: ['mail', 'acknowledgement'] } },
    orderBy: { id: 'desc' },
    select: { mail_id: true, references_ids: true },
  });
  if (!row?.mail_id || !isMessageId(row.mail_id)) return {};
  const before = row.references_ids.filter((id) => isMessageId(id) && id !== row.mail_id);
  // The first says where it began, the last say where it stands.
  const kept = before.length < longestReferences ? before : [...before.slice(0, 1), ...before.slice(2 - longestReferences)];
  return { 'In-Reply-To': row.mail_id, References: [...kept, row.mail_id].join(' ') };
}

const isMessageId = (text: string): boolean => /^<[^<>\s]{3,300}>$/.test(text);
