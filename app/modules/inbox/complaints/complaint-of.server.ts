import { z } from 'zod';
import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { readHere } from '../tickets/read-here.server.ts';
import { causes, complaintSteps, verdicts, type Complaint } from './complaint.ts';

type Stored = NonNullable<Awaited<ReturnType<ShopTx['complaints']['findFirst']>>>;

/** The complaint that a ticket is, or one that is read in it: first what somebody still has to do something about, then its own. Null where it is none. */
export async function complaintOf(tx: ShopTx, ticketId: number): Promise<Complaint | null> {
  const [first] = await tx.$queryRaw<{ ticket_id: number }[]>(sql`
    ${readHere(ticketId)}
    select ticket_id from complaints where ticket_id in (select id from read_here) order by called_back_at is null desc, ticket_id = ${ticketId} desc, promised_at limit 1`);
  const row = first && (await tx.complaints.findFirst({ where: first }));
  return row ? readComplaint(row) : null;
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
