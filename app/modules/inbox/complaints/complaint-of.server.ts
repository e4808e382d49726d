import { z } from 'zod';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { causes, complaintSteps, verdicts, type Complaint } from './complaint.ts';

type Stored = NonNullable<Awaited<ReturnType<ShopTx['complaints']['findFirst']>>>;

/** The complaint that a ticket is; null where it is none. */
export async function complaintOf(tx: ShopTx, ticketId: number): Promise<Complaint | null> {
  const row = await tx.complaints.findFirst({ where: { ticket_id: ticketId } });
  return row && readComplaint(row);
}

/** Reads a stored complaint. */
export function readComplaint(row: Stored): Complaint {
  return {
    ticketId: row.ticket_id,
    state: z.enum(complaintSteps).parse(row.state),
    what: row.what,
    promisedAt: row.promised_at,
    recordedAt: row.recorded_at,
    verifiedAt: row.verified_at,
    justified: z.enum(verdicts).nullable().parse(row.justified),
    cause: z.enum(causes).nullable().parse(row.cause),
    resolvedAt: row.resolved_at,
    resolution: row.resolution,
    calledBackAt: row.called_back_at,
  };
}
