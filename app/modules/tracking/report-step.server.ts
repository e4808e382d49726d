import { randomUUID } from 'node:crypto';
import { reportProblem, type Refusal } from '#app/modules/problems/index.server.ts';
import type { ProxyRequest } from '#app/platform/shopify/authenticate-proxy.server.ts';
import { lateParcels } from './late-parcels.ts';
import type { Opened } from './open-order.server.ts';
import type { VisitForm } from './read-visit-form.server.ts';
import type { AfterCode, ReportDraft, TrackingAnswer } from './tracking-answer.ts';
import type { VisitNeeds } from './visit-needs.ts';
import type { TrackingKey, TrackingWords } from './words.ts';

type OpenedOrder = Extract<Opened, object>;

const emptyDraft: ReportDraft = { kind: '', wish: '', shipmentId: '', lines: [], words: '' };
const longest = { words: 5_000, id: 64 };

/**
 * The form a problem is reported with; without a code where one is needed, the way to it. Who comes to say what they would like of what is late
 * finds that chosen; where nothing is late any more, the order tells so.
 */
export function reportForm({ tracked, proven }: OpenedOrder, { ctx }: Pick<ProxyRequest, 'ctx'>, wants: Exclude<AfterCode, 'order'>): TrackingAnswer {
  const [late, another] = wants === 'late' ? lateParcels(tracked, { zone: ctx.shop.ianaTimezone, now: ctx.clock.now() }) : [];
  if (wants === 'late' && !late) return { kind: 'order', tracked, proven };
  if (!proven.action) return { kind: 'code', key: proven.key, after: wants, state: { step: 'ask' } };
  const draft = late ? { ...emptyDraft, kind: 'late', shipmentId: another ? '' : late.story.shipmentId } : emptyDraft;
  return { kind: 'report', tracked, proven, formId: randomUUID(), draft, error: null };
}

/** Takes a report: told twice it is one. What was refused is asked again with everything that was typed; photos must be chosen anew. */
export async function takeReport(opened: OpenedOrder, { fields, photos }: VisitForm, proxy: ProxyRequest, { locale }: TrackingWords, needs: VisitNeeds): Promise<TrackingAnswer> {
  const { tracked, proven } = opened;
  if (!proven.action) return reportForm(opened, proxy, 'report');
  const draft = draftOf(fields);
  const formId = fields.get('form')?.slice(0, longest.id) || randomUUID();
  const again = (error: TrackingKey): TrackingAnswer => ({ kind: 'report', tracked, proven, formId, draft, error });
  if (!Array.isArray(photos)) return again(photos === 'not_now' ? 'report.photosNotNow' : refusalWord[photos]);
  const reported = await reportProblem(
    proxy.ctx,
    { orderId: tracked.view.order.id, ...draft, shipmentId: draft.shipmentId || null, photos, locale, idempotencyKey: formId, visitor: proxy.visitor },
    needs,
  );
  if (reported.state === 'reported') return { kind: 'reported', orderName: tracked.view.order.name, key: proven.key };
  return again(reported.state === 'limited' ? 'report.limited' : refusalWord[reported.refusal]);
}

/** What the page says about a report that was not taken. */
export const refusalWord: Record<Refusal, TrackingKey> = {
  kind_unknown: 'report.kindMissing',
  wish_missing: 'report.wishMissing',
  lines_unknown: 'report.itemsWrong',
  parcel_unknown: 'report.itemsWrong',
  words_missing: 'report.wordsMissing',
  words_too_long: 'report.wordsTooLong',
  not_a_picture: 'report.photoNotPicture',
  picture_too_big: 'report.photoTooBig',
  too_many_pixels: 'report.photoTooBig',
  too_many_pictures: 'report.photosTooMany',
};

function draftOf(fields: URLSearchParams): ReportDraft {
  const text = (name: string, most: number) => (fields.get(name) ?? '').trim().slice(0, most);
  const kind = text('kind', longest.id);
  const lines = fields.getAll('line').slice(0, 250).map((lineId) => ({ lineId, quantity: Number(fields.get(`quantity-${lineId}`) ?? 1) }));
  // What is late is a parcel: the form does not show its items then.
  return { kind, wish: text('wish', longest.id), shipmentId: text('parcel', longest.id), lines: kind === 'late' ? [] : lines, words: text('words', longest.words) };
}
