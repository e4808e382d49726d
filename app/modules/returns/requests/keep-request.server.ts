import { randomUUID } from 'node:crypto';
import type { WayBackChoice } from '#app/modules/labels/index.pure.ts';
import { append } from '#app/modules/journal/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { announce } from '#app/platform/live/live.server.ts';
import type { Plan, RequestSource, Shown } from './request.ts';
import { isException } from './wish-problems.ts';

/** A checked wish, and by whom it was confirmed. */
export interface NewRequest {
  orderId: string;
  plan: Plan;
  wayBack: WayBackChoice;
  requestKey: string;
  locale: string;
  source: RequestSource;
  actor: string | null;
  /** The request in whose place it comes. */
  replaces: string | null;
  at: Date;
}

/** Writes a wish down whole, and tells the story; nothing of it is begun by that. */
export async function keepRequest(tx: ShopTx, { orderId, plan, wayBack, requestKey, locale, source, actor, replaces, at }: NewRequest): Promise<string> {
  const id = randomUUID();
  const partIds = plan.parts.map(() => randomUUID());
  const partOf = (part: number) => partIds[part] ?? '';
  const order = await tx.orders.findFirst({ where: { id: orderId }, select: { customer_id: true } });
  await tx.return_requests.create({
    data: {
      id,
      order_id: orderId,
      request_key: requestKey,
      source,
      actor,
      locale,
      way_back: { ...wayBack },
      approval: plan.approval,
      refund_on: plan.refundOn,
      currency: plan.shown.currency,
      ...shownRow(plan.shown),
      replaces,
      created_at: at,
    },
  });
  await tx.return_request_parts.createMany({
    data: plan.parts.map(({ road, money, bonus, fee }, position) => ({
      id: partOf(position),
      request_id: id,
      position,
      road,
      fee,
      bonus_percentage: bonus.percentage,
      ...shownRow({ refund: money.refund, owed: money.owed, bonus: bonus.amount, currency: plan.shown.currency }),
    })),
  });
  await tx.return_request_lines.createMany({
    data: plan.lines.map((line, position) => ({
      id: randomUUID(),
      request_id: id,
      part_id: partOf(line.part),
      position,
      order_line_id: line.lineId,
      units: line.units,
      reason_id: line.reason.id,
      reason: line.reason.handle,
      reason_name: line.reason.name,
      outcome: line.outcome,
      fee_percentage: line.fee,
      offer: JSON.parse(JSON.stringify(line.offer)),
      ...(line.exchange ? { exchange: JSON.parse(JSON.stringify(line.exchange)) } : {}),
      note: line.note.trim(),
      answers: line.answers,
      photos: line.photos,
      exception: isException(line) ? line.exception : null,
    })),
  });
  await append(tx, [
    {
      type: 'return.asked',
      happenedAt: at,
      orderId,
      customerId: order?.customer_id ?? null,
      source: source === 'staff' ? 'staff' : 'customer',
      actor,
      data: {
        requestId: id,
        items: plan.lines.reduce((sum, { units }) => sum + units, 0),
        outcomes: [...new Set(plan.lines.map(({ outcome }) => outcome))],
        photos: plan.lines.reduce((sum, { photos }) => sum + photos.length, 0),
        exceptions: plan.lines.filter(isException).length,
      },
      dedupeKey: `return.asked:${id}`,
    },
  ]);
  await announce(tx, 'returns');
  return id;
}

function shownRow({ refund, owed, bonus }: Shown) {
  return { shown_refund: refund, shown_owed: owed, shown_bonus: bonus };
}
