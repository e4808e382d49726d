import { randomUUID } from 'node:crypto';
import { after, day } from '#app/kernel/time.ts';
import type { PictureProblem } from '#app/platform/files/picture-refused.ts';
import { readPictures } from '#app/platform/files/read-pictures.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { removeRequestPhotosJob } from '#app/modules/returns/index.server.ts';
import type { VisitForm } from '#app/modules/tracking/index.server.ts';
import { draftLife } from './draft-store.server.ts';
import { draftLimits } from './draft.ts';
import type { Holder } from './portal-needs.ts';
import type { ProblemName, StepProblem } from './steps.ts';

/** Photos that are kept now, and what was wrong with those that are not. */
export interface AddedPhotos {
  keys: string[];
  problem: StepProblem | null;
}

const refusals: Record<PictureProblem | 'not_now', ProblemName> = {
  not_a_picture: 'photos.photoNotPicture',
  picture_too_big: 'photos.photoTooBig',
  too_many_pixels: 'photos.photoTooBig',
  too_many_pictures: 'photos.photosTooMany',
  not_now: 'photos.photosNotNow',
};

/**
 * Keeps the photos of a form for one chosen line, all or none of them. They are in the file store before a draft speaks of them, and a job that was
 * written before removes what no request came to speak of once the draft is over.
 */
export async function addPhotos({ proxy: { ctx }, needs, draft }: Holder, { fields, photos }: VisitForm, lineId: string): Promise<AddedPhotos> {
  const refused = (problem: PictureProblem | 'not_now'): AddedPhotos => ({ keys: [], problem: { lineId, is: refusals[problem] } });
  if (!Array.isArray(photos)) return refused(photos);
  if (photos.length === 0) return { keys: [], problem: null };
  const line = draft.state.lines.find((each) => each.lineId === lineId);
  if (!line) return { keys: [], problem: null };
  const without = new Set(fields.getAll('without'));
  if (line.photos.filter((key) => !without.has(key)).length + photos.length > draftLimits.photos) return refused('too_many_pictures');
  const read = await readPictures(photos);
  if (!Array.isArray(read)) return refused(read);
  const kept = read.map((picture) => ({ picture, key: `shops/${ctx.shop.id}/returns/${randomUUID()}.${picture.contentType === 'image/jpeg' ? 'jpg' : 'webp'}` }));
  const keys = kept.map(({ key }) => key);
  await ctx.tx((tx) => enqueue(tx, removeRequestPhotosJob, { keys }, { runAt: after(ctx.clock.now(), draftLife + day) }));
  for (const { key, picture } of kept) await needs.files.put(key, picture.bytes, picture.contentType);
  return { keys, problem: null };
}
