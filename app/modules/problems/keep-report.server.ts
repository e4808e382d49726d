import { append } from '#app/modules/journal/index.server.ts';
import { markOrdersChanged } from '#app/modules/orders/index.server.ts';
import { queueMessage } from '#app/modules/outbox/index.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { announce } from '#app/platform/live/live.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { problemReportedJob } from './jobs.ts';
import type { KeptReport } from './kept-report.ts';
import { problemMail } from './problem-mail.server.ts';
import { receiptSetting } from './receipt-setting.ts';
import { problemWords } from './words.ts';

/** Writes a checked report down with all that follows from it: its photos, its line in the story, the parcel looked at anew, the mail to the customer. */
export async function keepReport(tx: ShopTx, { shop, clock }: Pick<ShopContext, 'shop' | 'clock'>, report: KeptReport, secret: string): Promise<void> {
  const { id, kind, wish, words, lines, photos, order } = report;
  const now = clock.now();
  await tx.problem_reports.create({
    data: {
      id,
      order_id: order.id,
      shipment_id: report.shipmentId,
      kind,
      wish,
      lines: lines.map(({ lineId, quantity }) => ({ lineId, quantity })),
      words,
      locale: problemWords([report.locale, ...shop.locales]).locale,
      created_at: now,
    },
  });
  await tx.problem_photos.createMany({
    data: photos.map(({ id: photoId, contentType, bytes, width, height }, position) => ({
      id: photoId, report_id: id, position, content_type: contentType, bytes: bytes.length, width, height, created_at: now,
    })),
  });
  await append(tx, [
    {
      type: 'problem.reported',
      happenedAt: now,
      orderId: order.id,
      customerId: order.customerId,
      source: 'customer',
      data: { reportId: id, shipmentId: report.shipmentId === null ? null : String(report.shipmentId), kind, wish, items: lines.length, photos: photos.length, words: words || null },
      dedupeKey: `problem.reported:${id}`,
    },
  ]);
  await markOrdersChanged(tx, [order.id]);
  await announce(tx, 'problems', id);
  await enqueue(tx, problemReportedJob, { reportId: id });
  if (order.email === null || !(await readSetting(tx, receiptSetting)).value.on) return;
  const mail = await problemMail(tx, shop, report, secret, now);
  await queueMessage(tx, { channel: 'email', kind: 'problems.received', dedupeKey: `problems.received:${id}`, to: order.email, orderId: order.id, customerId: order.customerId, ...mail });
}
