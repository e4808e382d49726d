import { after, day } from '#app/kernel/time.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readBrand } from '#app/modules/brand/index.server.ts';
import { preferencesPlaceholder, queueMessage, renderCustomerMail } from '#app/modules/outbox/index.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { answerAddress } from '../replies/answer-address.ts';
import { replyToken } from '../replies/reply-token.ts';
import { senderOf } from '../replies/sender-of.server.ts';
import { partsOf } from '../ticket-page/ticket-parts.server.ts';
import { noteTicketEvent } from '../tickets/ticket-events.server.ts';
import { isDone } from '../tickets/ticket.ts';
import { ticketMoved } from '../tickets/ticket-moved.server.ts';
import { readTicketRow, type TicketRow } from '../tickets/ticket-row.server.ts';
import { ratingKey, ratingUrl } from './rating-key.ts';
import { satisfactionSetting } from './satisfaction-setting.ts';
import { scores } from './scores.ts';
import { ratingWords } from './words.ts';

/** Asks a solved ticket's customer how they were helped, by mail and once, where somebody of the shop answered them and they were not asked lately. */
export async function askSatisfaction(ctx: ShopContext, secret: string, { ticketId }: { ticketId: number }): Promise<void> {
  const now = ctx.clock.now();
  await ctx.tx(async (tx) => {
    await tx.$queryRaw`select from tickets where id = ${ticketId} for update`;
    const ticket = await readTicketRow(tx, ticketId);
    const to = ticket && (await whomToAsk(tx, ticket, now));
    if (!ticket || !to) return;
    const about = { ticket_id: ticketId, person_id: ticket.personId, staff_id: ticket.assigneeId ?? ticket.solvedBy, team_id: ticket.teamId, asked_at: now };
    const { count } = await tx.satisfactions.createMany({ data: about, skipDuplicates: true });
    if (count === 0) return;
    const { t, locale } = ratingWords([ticket.locale, ctx.shop.locales[0] ?? null]);
    const shop = ctx.shop.name;
    const key = ratingKey(ctx.shop.id, ticketId, secret);
    const links = scores.flatMap((score, at) => [...(at > 0 ? [{ text: '\n' }] : []), { text: t(`scores.${score}`), href: ratingUrl(ctx.shop, { key, score, locale }) }]);
    const mail = renderCustomerMail(
      { locale, heading: t('mail.heading'), paragraphs: [t('mail.text', { shop, subject: ticket.subject || `#${ticketId}`, number: ticketId }), links, t('mail.choose')], preferences: { label: t('mail.preferences'), url: preferencesPlaceholder } },
      await readBrand(tx, ctx.shop),
    );
    const sender = await senderOf(tx, ticket.mailboxId);
    const { id } = await queueMessage(tx, {
      channel: 'email', kind: 'inbox.satisfaction', category: 'review', topic: `inbox:${ticketId}:satisfaction`, reason: `Ticket ${ticketId} was solved.`, dedupeKey: `inbox:${ticketId}:satisfaction`,
      to, locale, subject: t('mail.subject', { shop }), ...mail,
      headers: sender === null ? {} : { 'Reply-To': answerAddress(sender, replyToken(ctx.shop.id, { ticketId, sideId: null }, secret)) },
    });
    await tx.satisfactions.updateMany({ where: { ticket_id: ticketId }, data: { outbox_id: BigInt(id) } });
    await noteTicketEvent(tx, { ticketId, type: 'csat_asked', data: {}, actor: null, now });
    await ticketMoved(tx, ticketId, now);
  });
}

/** The address they last wrote from; null where they are not to be asked. */
async function whomToAsk(tx: ShopTx, { id, state, spam, mergedInto, personId }: TicketRow, now: Date): Promise<string | null> {
  const { asks, restDays } = (await readSetting(tx, satisfactionSetting)).value;
  if (!asks || spam || mergedInto !== null || !isDone(state)) return null;
  const here = { ticket_id: { in: (await partsOf(tx, id)).map((part) => part.id) }, side_id: null, kind: 'mail' };
  const wasAnswered = await tx.messages.findFirst({ where: { ...here, direction: 'out', author: 'staff', send_at: null, withdrawn_at: null }, select: { id: true } });
  const wasAsked = await tx.satisfactions.findFirst({ where: { person_id: personId, asked_at: { gt: after(now, -restDays * day) } }, select: { ticket_id: true } });
  if (!wasAnswered || wasAsked) return null;
  // Whoever else wrote in it is not who was helped.
  const last = await tx.messages.findFirst({ where: { ...here, direction: 'in', author: 'person', author_id: personId, from_address: { not: null } }, orderBy: { id: 'desc' }, select: { from_address: true } });
  return last?.from_address ?? null;
}
