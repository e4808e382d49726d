import { createHash } from 'node:crypto';
import { ExpectedError } from '#app/kernel/errors.ts';
import { after, hour } from '#app/kernel/time.ts';
import { takeTurn } from '#app/platform/db/take-turn.server.ts';
import type { FileStore } from '#app/platform/files/file-store.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { problemDetail, problemPhoto, problemWords, type ProblemDetail } from '#app/modules/problems/index.server.ts';
import { removeMailFilesJob } from '../keeping/jobs.ts';
import { linkKnown } from '../people/link-known.server.ts';
import type { Handle } from '../people/handle.ts';
import { personFor } from '../people/person-for.server.ts';
import { addMessage } from '../tickets/add-message.server.ts';
import { linkOrder } from '../tickets/link-order.server.ts';
import { openTicket } from '../tickets/open-ticket.server.ts';
import type { TicketCategory } from '../tickets/ticket.ts';
import { keepFiles } from './keep-files.server.ts';
import type { MailFile } from './mail-files.ts';
import { topicOf } from './topic-of.ts';

const categories: Readonly<Record<string, TicketCategory>> = { not_arrived: 'shipping', late: 'shipping', damaged: 'product', wrong_item: 'product', missing_item: 'product' };

/** Keeps what a customer reported of an order as a ticket, once: it is answered like anything else they write. The report stays where it is. */
export async function keepProblem(ctx: ShopContext, files: FileStore, { reportId }: { reportId: string }): Promise<void> {
  const report = await problemDetail(ctx, reportId).catch(goneIsNull);
  if (!report) return;
  const attached = await photosOf(ctx, files, report);
  if (attached.length > 0) {
    await ctx.tx((tx) => enqueue(tx, removeMailFilesJob, { files: attached.map(({ file }) => file) }, { key: `inbox.files:problem-${reportId}`, runAt: after(ctx.clock.now(), hour) }));
    for (const { file, content, type } of attached) await files.put(file, content, type);
  }
  await ctx.tx(async (tx) => {
    const now = ctx.clock.now();
    const dedupeKey = `problem:${reportId}`;
    await takeTurn(tx, dedupeKey);
    if (await tx.messages.findFirst({ where: { dedupe_key: dedupeKey }, select: { id: true } })) return;
    const order = await tx.orders.findFirst({ where: { id: report.orderId, deleted_at: null }, select: { email: true, customer_id: true } });
    const handle = order && handleOf(order);
    // An order of nobody has nobody to be answered.
    if (!order || !handle) return;
    const customer = order.customer_id === null ? null : await tx.customers.findFirst({ where: { id: order.customer_id }, select: { first_name: true, last_name: true } });
    const name = [customer?.first_name, customer?.last_name].filter((part) => part).join(' ');
    const personId = await personFor(tx, { handle, name, locale: report.locale }, now);
    await linkKnown(tx, personId, now);
    const { t } = problemWords([report.locale]);
    const kind = t(kindKey(report.kind));
    const subject = `${kind} · ${report.orderName}`;
    const text = [kind, ...report.lines.map(({ title, variantTitle, quantity }) => `${quantity} × ${[title, variantTitle].filter((part) => part).join(', ')}`), ...(report.parcel ? [report.parcel.number] : []), ...wishOf(report, t), '', report.words].join('\n').trim();
    const graver = report.kind === 'not_arrived' ? { priority: 'high' as const, priorityReason: 'lost_parcel' as const } : {};
    const { priority, priorityReason } = topicOf('', report.words);
    const ticketId = await openTicket(tx, { personId, channel: 'problem', subject, locale: report.locale, category: categories[report.kind] ?? null, ...(priorityReason === null ? graver : { priority, priorityReason }) }, now);
    const from = order.email?.toLowerCase() ?? null;
    // Who may report has shown that the order is theirs, and is told by the report's own receipt that it came.
    const message = { direction: 'in', channel: 'problem', author: 'person', authorId: personId, authorName: name, from, subject, text, locale: report.locale, verified: 'yes', placedBy: 'form', unanswered: 'report', dedupeKey, happenedAt: report.createdAt } as const;
    const { id } = await addMessage(tx, ticketId, message, now);
    await keepFiles(tx, id, attached);
    await linkOrder(tx, { ticketId, orderId: report.orderId, reason: 'form', by: null, now });
  });
}

function handleOf({ email, customer_id }: { email: string | null; customer_id: string | null }): Handle | null {
  if (email) return { kind: 'email', value: email.toLowerCase() };
  return customer_id === null ? null : { kind: 'customer', value: customer_id };
}

type Say = ReturnType<typeof problemWords>['t'];
const wishes = ['wait', 'resend', 'refund', 'other'] as const;

/** What they would like instead of what is late. */
function wishOf({ wish }: ProblemDetail, t: Say): string[] {
  const known = wishes.find((each) => each === wish);
  return known ? [t(`wish.${known}`)] : [];
}

type KindKey = `kind.${'not_arrived' | 'late' | 'damaged' | 'wrong_item' | 'missing_item' | 'other'}`;
const kindKeys: readonly KindKey[] = ['kind.not_arrived', 'kind.late', 'kind.damaged', 'kind.wrong_item', 'kind.missing_item', 'kind.other'];
const kindKey = (kind: string): KindKey => kindKeys.find((key) => key === `kind.${kind}`) ?? 'kind.other';

/** Copies of its photos under names of the inbox: each room keeps its own as long as it may. */
async function photosOf(ctx: ShopContext, files: FileStore, { id, photos }: ProblemDetail): Promise<MailFile[]> {
  const copies: MailFile[] = [];
  for (const [at, photo] of photos.entries()) {
    const answer = await problemPhoto(ctx, files, { id, photo: photo.id }).catch(goneIsNull);
    if (!answer) continue;
    const content = Buffer.from(await answer.arrayBuffer());
    const type = answer.headers.get('content-type') ?? 'application/octet-stream';
    const kind = type === 'image/webp' ? 'webp' : 'jpg';
    copies.push({ file: `shops/${ctx.shop.id}/mail/problem-${photo.id}.${kind}`, content, filename: `photo-${at + 1}.${kind}`, type, size: content.length, sha256: createHash('sha256').update(content).digest('hex'), contentId: null });
  }
  return copies;
}

/** What was forgotten meanwhile is nobody's any more. */
function goneIsNull(error: unknown): null {
  if (error instanceof ExpectedError && error.status === 404) return null;
  throw error;
}
