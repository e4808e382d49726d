import { notFound, unknownIntent } from '#app/kernel/errors.ts';
import { readJson } from '#app/kernel/json.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { recordComplaint } from '../complaints/record-complaint.server.ts';
import { takeComplaintStep } from '../complaints/take-step.server.ts';
import { handOver } from '../teams/hand-over.server.ts';
import { ticketNumber } from '../ticket-page/ticket-number.ts';
import { readTicketRow } from '../tickets/ticket-row.server.ts';

export type CareAnswer = { done: true } | { errors: Record<string, string> };

/** Does what a form beside a ticket asks for: hands it over, records a complaint, or takes one a step on. */
export async function actCare(ctx: ShopContext, { id, form, actor }: { id: string; form: FormData; actor: string | null }): Promise<CareAnswer> {
  const ticketId = ticketNumber(id);
  const value = readJson(String(form.get('value')));
  const now = ctx.clock.now();
  const act = () =>
    ctx.tx(async (tx) => {
      await tx.$queryRaw`select from tickets where id = ${ticketId} for update`;
      const ticket = await readTicketRow(tx, ticketId);
      if (!ticket) throw notFound('ticket');
      if (form.get('intent') === 'record-complaint') return recordComplaint(tx, { ticket, actor, value, zone: ctx.shop.ianaTimezone, now });
      if (form.get('intent') === 'complaint-step') return takeComplaintStep(tx, { ticketId, actor, value, now });
      throw unknownIntent();
    });
  const answer = form.get('intent') === 'hand-over' ? await handOver(ctx, { ticketId, actor, value }) : await act();
  return answer && 'errors' in answer ? answer : { done: true };
}
