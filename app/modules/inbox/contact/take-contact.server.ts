import { createHash } from 'node:crypto';
import { after, hour } from '#app/kernel/time.ts';
import type { FileStore } from '#app/platform/files/file-store.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { takeTurn } from '#app/platform/db/take-turn.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { ordersInText } from '#app/modules/orders/index.server.ts';
import { isKnownGood } from '../intake/is-known-good.server.ts';
import { keepFiles } from '../intake/keep-files.server.ts';
import type { MailFile } from '../intake/mail-files.ts';
import { noteNamedOrders } from '../intake/note-named-orders.server.ts';
import { topicOf } from '../intake/topic-of.ts';
import { removeMailFilesJob } from '../keeping/jobs.ts';
import { linkKnown } from '../people/link-known.server.ts';
import { personFor } from '../people/person-for.server.ts';
import type { SpamSignName } from '../reading/spam-signs.ts';
import { wantAcknowledgement } from '../replies/receipt/want-acknowledgement.server.ts';
import { addMessage } from '../tickets/add-message.server.ts';
import { linkOrder } from '../tickets/link-order.server.ts';
import { openTicket } from '../tickets/open-ticket.server.ts';
import type { ContactForm } from './contact-form.ts';
import type { SentFile } from './read-sent-files.server.ts';

interface Taken {
  form: ContactForm;
  /** Which form it was: the same words sent twice in it are one message. */
  formId: string;
  /** The order they came from with its key, and still write about. */
  orderId: string | null;
  files: readonly SentFile[];
  /** What the visitor chose to call it by, in their language. */
  subject: string;
  locale: string;
  isSpam: boolean;
  /** Faster than anybody reads, writes and sends. */
  isHasty: boolean;
  /** Shopify's number of the customer who is signed in. */
  customerId: string | null;
}

/** Keeps what a visitor wrote as a ticket, once. Its files are in the store before a row speaks of them. */
export async function takeContact(ctx: ShopContext, { files }: { files: FileStore }, taken: Taken): Promise<void> {
  const attached = filesOf(ctx, taken);
  if (attached.length > 0) {
    await ctx.tx((tx) => enqueue(tx, removeMailFilesJob, { files: attached.map(({ file }) => file) }, { runAt: after(ctx.clock.now(), hour) }));
    for (const { file, content, type } of attached) await files.put(file, content, type);
  }
  await ctx.tx((tx) => keep(tx, ctx, taken, attached));
}

async function keep(tx: ShopTx, { shop, clock }: ShopContext, taken: Taken, attached: readonly MailFile[]): Promise<void> {
  const { form, locale } = taken;
  const now = clock.now();
  const dedupeKey = `form:${sentAs(taken)}`;
  await takeTurn(tx, dedupeKey);
  if (await tx.messages.findFirst({ where: { dedupe_key: dedupeKey }, select: { id: true } })) return;
  const address = form.email;
  const personId = await personFor(tx, { handle: { kind: 'email', value: address }, name: form.name, locale }, now);
  await linkKnown(tx, personId, now);
  // A form is filled in by anybody; only who is signed in as the address's own customer has shown who they are.
  const verified = (await isTheirs(tx, taken.customerId, address)) ? 'yes' : 'unknown';
  // A customer's browser may fill in a form faster than anybody reads it.
  const spamSigns: SpamSignName[] = taken.isSpam ? ['hidden-field'] : taken.isHasty && !(await isKnownGood(tx, { personId, address, verified })) ? ['too-fast'] : [];
  const isSpam = spamSigns.length > 0;
  const mailbox = await tx.mailboxes.findFirst({ where: { is_default: true }, select: { id: true } });
  const { priority, priorityReason } = topicOf(taken.subject, form.message);
  const ticketId = await openTicket(tx, { personId, channel: 'form', mailboxId: mailbox?.id ?? null, subject: taken.subject, locale, category: form.topic, priority, priorityReason, spam: isSpam }, now);
  const { id: messageId } = await addMessage(tx, ticketId, {
    direction: 'in', channel: 'form', author: 'person', authorId: personId, authorName: form.name, from: address, subject: taken.subject, text: form.message, locale, verified, placedBy: 'form', dedupeKey,
    unanswered: isSpam ? 'spam' : null, spamSigns,
  }, now);
  await keepFiles(tx, messageId, attached);
  if (taken.orderId !== null) await linkOrder(tx, { ticketId, orderId: taken.orderId, reason: 'form', by: null, now });
  if (form.order !== '') {
    const named = await ordersInText(tx, `#${form.order.replace(/^#/, '')}`, { emails: [address], customerIds: [] });
    for (const { orderId, isTheirs: isOwn } of named) if (isOwn) await linkOrder(tx, { ticketId, orderId, reason: 'form', by: null, now });
  }
  const mail = { subject: form.order === '' || taken.orderId !== null ? '' : `#${form.order.replace(/^#/, '')}`, newText: form.message, threading: { messageId: null, inReplyTo: [], references: [], recipients: [], to: [], cc: [] } };
  await noteNamedOrders(tx, { ticketId, ticketPersonId: personId, personId, address, verified, mail, shopId: shop.id, now });
  if (!isSpam) await wantAcknowledgement(tx, messageId);
}

/** What was sent in which form: whoever goes back and writes more says something new in the same one. */
function sentAs({ form: { name, email, order, topic, message }, formId, files }: Taken): string {
  const hash = createHash('sha256').update(JSON.stringify([name, email, order, topic, message]));
  for (const { bytes } of files) hash.update(createHash('sha256').update(bytes).digest());
  return `${formId}-${hash.digest('hex').slice(0, 16)}`;
}

async function isTheirs(tx: ShopTx, customerId: string | null, address: string): Promise<boolean> {
  if (customerId === null) return false;
  return (await tx.customer_contacts.findFirst({ where: { customer_id: customerId, kind: 'email', value: address, source: 'customer' }, select: { value: true } })) !== null;
}

const kinds = { 'image/jpeg': ['photo', 'jpg'], 'image/webp': ['photo', 'webp'], 'application/pdf': ['document', 'pdf'] } as const;

/** Under names of ours: those they came with are their sender's words. */
function filesOf({ shop }: ShopContext, taken: Taken): MailFile[] {
  const key = sentAs(taken);
  return taken.files.map(({ bytes, contentType }, at) => {
    const [what, kind] = kinds[contentType];
    return {
      file: `shops/${shop.id}/mail/form-${key}-${at}.${kind}`, content: Buffer.from(bytes), filename: `${what}-${at + 1}.${kind}`, type: contentType, size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'), contentId: null,
    };
  });
}
