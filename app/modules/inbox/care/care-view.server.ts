import { Temporal } from 'temporal-polyfill';
import { hour } from '#app/kernel/time.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import { addOpenTime, readHours } from '#app/modules/hours/index.server.ts';
import type { Complaint } from '../complaints/complaint.ts';
import { complaintOf } from '../complaints/complaint-of.server.ts';
import type { PromiseKind } from '../promises/promise-kinds.ts';
import { promiseRowsOf } from '../promises/promise-row.server.ts';
import { satisfactionWith, type Satisfaction } from '../satisfaction/satisfaction-view.server.ts';
import { teamChoices, type TeamChoices } from '../teams/team-choices.server.ts';

/** What a ticket's customer is owed, who looks after it, and how content they are. */
export interface CareView {
  ticketId: number;
  /** What is owed now; `dueAt` null: its clock stands still. */
  owed: { promise: PromiseKind; dueAt: Date | null }[];
  choices: TeamChoices;
  complaint: Complaint | null;
  /** When somebody who complains now could be promised to hear, on the shop's clocks: `2026-11-24T15:00`. */
  suggestedAt: string;
  satisfaction: Satisfaction | null;
}

const usualWait = 8 * hour;

/** How a ticket, and what is read in it, stands with its customer. */
export async function careView(tx: ShopTx, { shop, ticketId, now }: { shop: Shop; ticketId: number; now: Date }): Promise<CareView> {
  const rows = await promiseRowsOf(tx, ticketId);
  const suggested = addOpenTime(await readHours(tx, shop), now, usualWait) ?? new Date(now.getTime() + 24 * hour);
  return {
    ticketId,
    owed: rows.filter(({ endedAt }) => endedAt === null).map(({ promise, dueAt }) => ({ promise, dueAt })),
    choices: await teamChoices(tx),
    complaint: await complaintOf(tx, ticketId),
    suggestedAt: Temporal.Instant.fromEpochMilliseconds(suggested.getTime()).toZonedDateTimeISO(shop.ianaTimezone).toPlainDateTime().round('hour').toString({ smallestUnit: 'minute' }),
    satisfaction: await satisfactionWith(tx, ticketId),
  };
}
