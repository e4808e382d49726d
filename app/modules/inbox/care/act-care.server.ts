import { unknownIntent } from '#app/kernel/errors.ts';
import { readJson } from '#app/kernel/json.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { complaintOf } from '../complaints/complaint-of.server.ts';
import { recordComplaint } from '../complaints/record-complaint.server.ts';
import { takeComplaintStep } from '../complaints/take-step.server.ts';
import { lockedTicket } from '../replies/reply.server.ts';
import { handOver } from '../teams/hand-over.server.ts';
import { ticketNumber } from '../ticket-page/ticket-number.ts';

export type CareAnswer = { done: true } | { errors: Record<string, string> };

/** Does what a form beside a ticket asks for: hands it over, records a complaint, or takes one a step on. */
export async function actCare(ctx: ShopContext, { id, form, actor }: { id: string; form: FormData; actor: string | null }): Promise<CareAnswer> {
  const ticketId = ticketNumber(id);
  const value = readJson(String(form.get('value')));
  const now = ctx.clock.now();
  const act = () =>
    ctx.tx(async (tx) => {
      const ticket = await lockedTicket(tx, ticketId);
      if (form.get('intent') === 'record-complaint') return recordComplaint(tx, { ticket, actor, value, zone: ctx.shop.ianaTimezone, now });
      if (form.get('intent') === 'complaint-step') return takeComplaintStep(tx, { ticketId: (await complaintOf(tx, ticket.id))?.ticketId ?? ticket.id, actor, value, now });
      throw unknownIntent();
    });
  const answer = form.get('intent') === 'hand-over' ? await handOver(ctx, { ticketId, actor, value }) : await act();
  return answer && 'errors' in answer ? answer : { done: true };
}
