import type { hold_outs } from '@prisma/client';
import { after } from '#app/kernel/time.ts';
import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { contactsWritten } from '#app/modules/parcels/index.server.ts';
import type { Arm } from './arm.ts';
import { endings, letterWindow, type HoldOut } from './hold-out.ts';
import type { Tally } from '#app/kernel/interval.ts';

/** The hold-out that runs, or null. */
export async function runningHoldOut(tx: ShopTx): Promise<HoldOut | null> {
  const row = await tx.hold_outs.findFirst({ where: { ended_at: null } });
  return row ? toHoldOut(row) : null;
}

/** The newest hold-outs first. */
export async function latestHoldOuts(tx: ShopTx, most: number): Promise<HoldOut[]> {
  return (await tx.hold_outs.findMany({ orderBy: { id: 'desc' }, take: most })).map(toHoldOut);
}

/** One of the shop's hold-outs, or null. */
export async function holdOutOf(tx: ShopTx, id: string): Promise<HoldOut | null> {
  const row = /^\d{1,18}$/.test(id) ? await tx.hold_outs.findFirst({ where: { id: BigInt(id) } }) : null;
  return row ? toHoldOut(row) : null;
}

function toHoldOut({ id, share, started_at, ended_at, ended_for }: hold_outs): HoldOut {
  return { id: String(id), share, startedAt: started_at, endedAt: ended_at, endedFor: endings.find((known) => known === ended_for) ?? null };
}

export interface ArmFigures {
  enrolled: number;
  /** Those whose week was over while it ran, and how many of them wrote. */
  counted: Tally;
  /** Everybody who wrote so far. */
  wrote: number;
}

interface Enrolment {
  person: string;
  order: string;
  arm: string;
  enrolled_at: Date;
  wrote_at: Date | null;
  counted: boolean;
}

/**
 * Everybody who takes part, beside when they first wrote within their week; what happened after it ended is left out. The few who wrote
 * look up their enrolment, rather than everybody their letters.
 */
function enrolmentsOf({ id, startedAt, endedAt }: HoldOut, now: Date) {
  const until = endedAt ?? now;
  const window = `${letterWindow} milliseconds`;
  return sql`
    select e.order_id, e.person, e.arm, e.enrolled_at, e.enrolled_at <= ${after(until, -letterWindow)}::timestamptz as counted, w.wrote_at
      from enrolments e
      left join (
        select e.person, min(c.created_at) as wrote_at
          from (${contactsWritten}) c join enrolments e on e.order_id = c.order_id and e.hold_out_id = ${BigInt(id)}
         where c.created_at > ${startedAt}::timestamptz and c.created_at <= ${until}::timestamptz
           and c.created_at > e.enrolled_at and c.created_at <= e.enrolled_at + ${window}::interval
         group by e.person) w on w.person = e.person
     where e.hold_out_id = ${BigInt(id)}`;
}

/** What became of those who were told and of those who were not. */
export async function figuresOf(tx: ShopTx, holdOut: HoldOut, now: Date): Promise<Record<Arm, ArmFigures>> {
  const rows = await tx.$queryRaw<{ arm: string; enrolled: number; of: number; did: number; wrote: number }[]>(sql`
    select arm, count(*)::int as enrolled, (count(*) filter (where counted))::int as "of",
           (count(wrote_at) filter (where counted))::int as did, count(wrote_at)::int as wrote
      from (${enrolmentsOf(holdOut, now)}) e group by arm`);
  const figures = (arm: Arm): ArmFigures => {
    const { enrolled = 0, of = 0, did = 0, wrote = 0 } = rows.find((row) => row.arm === arm) ?? {};
    return { enrolled, counted: { of, did }, wrote };
  };
  return { told: figures('told'), held_out: figures('held_out') };
}

/** Those who take part in the order of their persons' marks, a page at a time. */
export function enrolmentPage(tx: ShopTx, holdOut: HoldOut, now: Date, past: string, most: number): Promise<Enrolment[]> {
  return tx.$queryRaw(sql`
    select o.name as "order", e.person, e.arm, e.enrolled_at, e.wrote_at, e.counted
      from (${enrolmentsOf(holdOut, now)} and e.person > ${past} order by e.person limit ${most}) e join orders o on o.id = e.order_id
     order by e.person`);
}
