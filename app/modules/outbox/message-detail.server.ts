import { notFound } from '#app/kernel/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { markLinks } from './links/message-link.ts';
import { keyLinks } from './links/short-link.ts';
import { toChannel } from './message.ts';
import { preferencesPage, preferencesPlaceholder } from './preferences/opt-out-key.ts';
import { suppressionOf } from './standing/suppressions.server.ts';
import { summaryOf, type MessageSummary } from './message-summary.ts';
import { whatCameAfter, type CameAfter } from './what-came-after.server.ts';

export interface MessageDetail extends MessageSummary {
  locale: string;
  /** Its words are nobody's but its reader's: they are not shown here, whether or not it left. */
  secret: boolean;
  text: string;
  /** Foreign markup: show it in a sandboxed frame only. */
  html: string | null;
  attempts: number;
  sendAfter: Date;
  expiresAt: Date | null;
  provider: string | null;
  providerId: string | null;
  /** bounced | complained | stopped: its address is not written to; null where it is. */
  suppressed: string | null;
  deliveredAt: Date | null;
  bouncedAt: Date | null;
  complainedAt: Date | null;
  /** When its link was first followed. */
  openedAt: Date | null;
  /** What happened since; null for what has not left. */
  after: CameAfter[] | null;
}

/** One message with its words and what became of it; throws notFound for any other shop's. */
export async function messageDetail(ctx: ShopContext, id: string): Promise<MessageDetail> {
  const { row, suppressed, after } = await ctx.tx(async (tx) => {
    const found = /^\d{1,18}$/.test(id) ? await tx.outbox.findFirst({ where: { id: BigInt(id) } }) : null;
    if (!found) return { row: null, suppressed: null, after: null };
    return { row: found, suppressed: await suppressionOf(tx, toChannel(found.channel), found.recipient), after: found.sent_at === null ? null : await whatCameAfter(tx, found) };
  });
  if (!row) throw notFound('message');
  // What opens the reader's preferences, or counts as their visit, is for them alone.
  const shown = (words: string) => keyLinks(markLinks(words.replaceAll(preferencesPlaceholder, preferencesPage(ctx.shop)), null), null);
  return {
    ...summaryOf(row),
    locale: row.locale,
    secret: row.secret,
    text: row.secret ? '' : shown(row.text_body),
    html: row.secret || row.html_body === null ? null : shown(row.html_body),
    attempts: row.attempts,
    sendAfter: row.send_after,
    expiresAt: row.expires_at,
    provider: row.provider,
    providerId: row.provider_id,
    suppressed,
    deliveredAt: row.delivered_at,
    bouncedAt: row.bounced_at,
    complainedAt: row.complained_at,
    openedAt: row.opened_at,
    after,
  };
}
