import { randomUUID } from 'node:crypto';
import { after, hour } from '#app/kernel/time.ts';
import type { FileStore } from '#app/platform/files/file-store.ts';
import { PictureRefused } from '#app/platform/files/picture-refused.ts';
import { readPicture } from '#app/platform/files/read-picture.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { takeTurn } from '#app/platform/db/take-turn.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import type { LimitName, Limits } from '#app/platform/limits/limits.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { checkReport } from './check-report.server.ts';
import { removePhotosJob } from './jobs.ts';
import { keepReport } from './keep-report.server.ts';
import type { NewPhoto } from './kept-report.ts';
import { photoKey } from './photo-key.ts';
import { problemId, toldAgainWithin, type ProblemReport, type Refusal } from './problem.ts';

interface Needs {
  limits: Limits;
  files: FileStore;
  /** Newest first; the first one signs the way back to the order. */
  secrets: readonly [string, ...string[]];
}

export type Reported =
  | { state: 'reported'; id: string; isNew: boolean }
  /** `photo` is the place of a photo that was refused. */
  | { state: 'refused'; refusal: Refusal; photo?: number }
  | { state: 'limited'; retryAfter: number };

/**
 * Takes a customer's report about an order they proved to be theirs. Told twice (a double click, two tabs, a page sent again), it is one
 * report. Photos are in the store before a row speaks of them, and a job that was written before removes what no row came to speak of.
 */
export async function reportProblem(ctx: ShopContext, report: ProblemReport, needs: Needs): Promise<Reported> {
  const { id, content } = problemId(report);
  const known = (tx: ShopTx) =>
    tx.problem_reports.findFirst({
      where: { order_id: report.orderId, OR: [{ id }, { id: { startsWith: `${content}-` }, created_at: { gt: after(ctx.clock.now(), -toldAgainWithin) } }] },
      select: { id: true },
    });
  const first = await ctx.tx(async (tx) => (await known(tx)) ?? checkReport(tx, report));
  if ('id' in first) return { state: 'reported', id: first.id, isNew: false };
  if ('refusal' in first) return { state: 'refused', refusal: first.refusal };
  const retryAfter = await overLimit(ctx, report, needs.limits);
  if (retryAfter !== null) return { state: 'limited', retryAfter };
  const photos = await readPhotos(report.photos);
  if ('refusal' in photos) return { state: 'refused', ...photos };

  await store(ctx, needs.files, photos);
  const kept = await ctx.tx(async (tx) => {
    await takeTurn(tx, `problem:${report.orderId}`);
    const earlier = await known(tx);
    if (earlier) return { id: earlier.id, isNew: false };
    await keepReport(tx, ctx, { id, photos, locale: report.locale, ...first }, needs.secrets[0]);
    return { id, isNew: true };
  });
  if (!kept.isNew) await needs.files.remove(photos.map((photo) => photoKey(ctx.shop.id, photo.id)));
  return { state: 'reported', ...kept };
}

async function overLimit({ shop }: ShopContext, { orderId, visitor }: ProblemReport, limits: Limits): Promise<number | null> {
  const counted: [LimitName, string][] = [
    ['problem-visitor', `${shop.id}:${visitor}`],
    ['problem-order', `${shop.id}:${orderId}`],
    ['problem-shop', String(shop.id)],
  ];
  for (const [name, key] of counted) {
    const taken = await limits.take(name, key);
    if (!taken.allowed) return taken.retryAfter;
  }
  return null;
}

/** One after the other: a picture may take much memory while it is read. */
async function readPhotos(sent: readonly Uint8Array[]): Promise<NewPhoto[] | { refusal: Refusal; photo: number }> {
  const photos: NewPhoto[] = [];
  for (const [photo, bytes] of sent.entries()) {
    try {
      photos.push({ id: randomUUID(), ...(await readPicture(bytes)) });
    } catch (error) {
      if (error instanceof PictureRefused) return { refusal: error.problem, photo };
      throw error;
    }
  }
  return photos;
}

async function store(ctx: ShopContext, files: FileStore, photos: readonly NewPhoto[]): Promise<void> {
  if (photos.length === 0) return;
  const photoIds = photos.map(({ id }) => id);
  await ctx.tx((tx) => enqueue(tx, removePhotosJob, { photoIds }, { runAt: after(ctx.clock.now(), hour) }));
  for (const { id, bytes, contentType } of photos) await files.put(photoKey(ctx.shop.id, id), bytes, contentType);
}
