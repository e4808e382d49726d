import type { Prisma } from '@prisma/client';
import { Temporal } from 'temporal-polyfill';
import { startOfDay } from '#app/kernel/time.ts';
import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { Channel, HeldBy, MessageResult } from './message.ts';
import { summaryOf, type MessageSummary } from './message-summary.ts';

const pageSize = 50;

/** Which messages; what is not said narrows nothing. */
export interface MessageFilter {
  state?: MessageResult;
  held?: HeldBy;
  channel?: Channel;
  kind?: string;
  orderId?: string;
  /** Calendar days in the shop's zone, both included. */
  from?: string;
  until?: string;
  /** Part of the address, the subject or the reason, or an order's name. */
  search?: string;
}

/** The shop's messages, newest first, a page at a time; `nextCursor` is null on the last. */
export async function listMessages(ctx: ShopContext, asked: MessageFilter & { cursor?: string | null }): Promise<{ messages: MessageSummary[]; nextCursor: string | null }> {
  const before = asked.cursor && /^\d{1,18}$/.test(asked.cursor) ? BigInt(asked.cursor) : null;
  const search = asked.search?.trim() ?? '';
  const zone = ctx.shop.ianaTimezone;
  const rows = await ctx.tx(async (tx) =>
    tx.outbox.findMany({
      where: {
        AND: [
          asked.state ? resulted(asked.state) : {},
          asked.held ? { held_by: asked.held } : {},
          asked.channel ? { channel: asked.channel } : {},
          asked.kind ? { kind: asked.kind } : {},
          asked.orderId ? { order_id: asked.orderId } : {},
          asked.from ? { created_at: { gte: startOfDay(zone, asked.from) } } : {},
          asked.until ? { created_at: { lt: startOfDay(zone, Temporal.PlainDate.from(asked.until).add({ days: 1 }).toString()) } } : {},
          search === '' ? {} : await found(tx, search),
          before === null ? {} : { id: { lt: before } },
        ],
      },
      orderBy: { id: 'desc' },
      take: pageSize + 1,
    }),
  );
  const page = rows.slice(0, pageSize);
  return {
    messages: page.map(summaryOf),
    nextCursor: rows.length > pageSize ? String(page.at(-1)?.id) : null,
  };
}

function resulted(result: MessageResult): Prisma.outboxWhereInput {
  if (result === 'came_back') return { OR: [{ bounced_at: { not: null } }, { complained_at: { not: null } }] };
  return result === 'followed' ? { opened_at: { not: null } } : { state: result };
}

async function found(tx: ShopTx, search: string): Promise<Prisma.outboxWhereInput> {
  const contains = { contains: search.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const };
  const orders = await tx.orders.findMany({ where: { name: { in: [search, `#${search}`] } }, select: { id: true } });
  return { OR: [{ recipient: contains }, { subject: contains }, { reason: contains }, { order_id: { in: orders.map(({ id }) => id) } }] };
}

/** The kinds of which the shop has messages. */
export function messageKinds(ctx: ShopContext): Promise<string[]> {
  return ctx.tx(async (tx: ShopTx) => {
    // Steps from one kind to the next along the index: there are few of them, and messages by the thousand of each.
    const kinds = await tx.$queryRaw<{ kind: string }[]>(sql`
      with recursive known (kind) as (
        select min(kind) from outbox
        union all select (select min(kind) from outbox where outbox.kind > known.kind) from known where known.kind is not null)
      select kind from known where kind is not null`);
    return kinds.map(({ kind }) => kind);
  });
}
