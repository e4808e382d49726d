import { z } from 'zod';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { holdsWordsAgain } from '../tickets/holds-words-again.server.ts';
import { noteTicketEvent } from '../tickets/ticket-events.server.ts';
import { endCall } from '../promises/settle-calls.server.ts';
import { ticketMoved } from '../tickets/ticket-moved.server.ts';
import { causes, complaintSteps, stepAfter, verdicts, type ComplaintStep } from './complaint.ts';
import { refused, type Refused } from './record-complaint.server.ts';

const schema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('verified'), justified: z.enum(verdicts, 'required'), cause: z.enum(causes, 'required') }),
  z.object({ step: z.literal('resolved'), resolution: z.string().trim().min(1, 'required').max(2_000, 'tooLong') }),
  z.object({ step: z.literal('called_back') }),
]);

/** Takes a complaint one step on; `moved` is said to whoever wants a step that is not the next. Null: done. */
export async function takeComplaintStep(tx: ShopTx, { ticketId, actor, value, now }: { ticketId: number; actor: string | null; value: unknown; now: Date }): Promise<Refused | null> {
  const read = schema.safeParse(value);
  if (!read.success) return refused(read.error);
  const wanted = read.data;
  const { count } = await tx.complaints.updateMany({ where: { ticket_id: ticketId, state: stepBefore(wanted.step) }, data: { state: wanted.step, ...dataOf(wanted, actor, now) } });
  if (count === 0) return { errors: { form: 'moved' } };
  if (wanted.step === 'resolved') await holdsWordsAgain(tx, ticketId);
  await noteTicketEvent(tx, { ticketId, type: 'complaint', data: { step: wanted.step }, actor, now });
  if (wanted.step === 'called_back') {
    const { promised_at: by, recorded_at: since } = await tx.complaints.findFirstOrThrow({ where: { ticket_id: ticketId }, select: { promised_at: true, recorded_at: true } });
    await endCall(tx, { ticketId, by, since, now });
  }
  await ticketMoved(tx, ticketId, now);
  return null;
}

function stepBefore(step: ComplaintStep): ComplaintStep {
  return complaintSteps.find((one) => stepAfter(one) === step) ?? 'recorded';
}

function dataOf(wanted: z.infer<typeof schema>, actor: string | null, now: Date) {
  if (wanted.step === 'verified') return { verified_at: now, verified_by: actor, justified: wanted.justified, cause: wanted.cause };
  if (wanted.step === 'resolved') return { resolved_at: now, resolved_by: actor, resolution: wanted.resolution };
  return { called_back_at: now, called_back_by: actor };
}
