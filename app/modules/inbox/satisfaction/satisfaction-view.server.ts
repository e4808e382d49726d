import { z } from 'zod';
import { after, day } from '#app/kernel/time.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readSetting, type Current } from '#app/modules/settings/index.server.ts';
import { readHere } from '../tickets/read-here.server.ts';
import { satisfactionSetting, type AskingForSatisfaction } from './satisfaction-setting.ts';

const shownDays = 90;

/** Whether customers are asked, and what those of the last 90 days said. */
export interface SatisfactionView {
  setting: Current<AskingForSatisfaction>;
  asked: number;
  answered: number;
  /** Of those who answered, how many were satisfied or very satisfied. */
  content: number;
}

/** How a customer was content with a ticket. */
export interface Satisfaction {
  askedAt: Date;
  score: number | null;
  comment: string;
  answeredAt: Date | null;
}

/** Whether customers are asked, and what came of it lately. */
export async function satisfactionView(ctx: ShopContext): Promise<SatisfactionView> {
  return ctx.tx(async (tx) => {
    const [row] = await tx.$queryRaw<unknown[]>`
      select count(*)::int as asked, count(score)::int as answered, count(*) filter (where score >= 4)::int as content from satisfactions where asked_at > ${after(ctx.clock.now(), -shownDays * day)}`;
    return { setting: await readSetting(tx, satisfactionSetting), ...z.object({ asked: z.number(), answered: z.number(), content: z.number() }).parse(row) };
  });
}

/** What was last said of the help with a ticket, or with one that is read in it; null where nobody was asked. */
export async function satisfactionWith(tx: ShopTx, ticketId: number): Promise<Satisfaction | null> {
  const [last] = await tx.$queryRaw<Satisfaction[]>`
    ${readHere(ticketId)}
    select asked_at as "askedAt", score, comment, answered_at as "answeredAt" from satisfactions
     where ticket_id in (select id from read_here) order by answered_at desc nulls last, asked_at desc limit 1`;
  return last ?? null;
}
