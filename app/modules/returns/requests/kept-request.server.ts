import { z } from 'zod';
import { wayBackChoice, type WayBackChoice } from '#app/modules/labels/index.pure.ts';
import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import { isNextStep, type NextStep } from '../next-step.ts';
import { outcomes } from '../policy/matters.ts';
import type { BestOffer } from '../policy/decision.ts';
import { bestOfferSchema } from './offer-row.ts';
import { requestQuestion, type RequestsOf } from './request-question.ts';
import { requestSources, returnRoads, type PlannedExchange, type RequestSource, type ReturnReason, type ReturnRoad, type Shown, type WishedReturnLine } from './request.ts';

/** A request as it is kept, with what is known of its returns. */
export interface KeptRequest {
  id: string;
  orderId: string;
  orderName: string;
  source: RequestSource;
  locale: string;
  wayBack: WayBackChoice;
  approval: 'nobody' | 'person';
  refundOn: 'scan' | 'receipt' | 'inspection';
  shown: Shown;
  replaces: string | null;
  /** The request that took its place. */
  replacedBy: string | null;
  withdrawnAt: Date | null;
  createdAt: Date;
  parts: KeptPart[];
  lines: KeptLine[];
}

/** What of it is one return at Shopify. */
export interface KeptPart {
  id: string;
  road: ReturnRoad;
  /** Of the way back. */
  fee: number;
  bonusPercentage: number;
  shown: Shown;
  chainId: string | null;
  chain: 'running' | 'attention' | 'done' | 'dropped' | null;
  returnId: string | null;
  /** Returns at Shopify whose place the newest one took. */
  formerReturnIds: string[];
  /** Null where no reading shows the return yet. */
  mirrored: MirroredReturn | null;
}

export interface MirroredReturn {
  name: string;
  status: string;
  next: NextStep;
  since: Date;
  decline: { reason: string; note: string | null } | null;
  /** Any of it was with the shop. */
  hasArrived: boolean;
  /** Money was paid back for it, and nothing goes out in exchange. */
  isPaidBack: boolean;
  /** Something of it was received, processed or given. */
  isWorkedOn: boolean;
}

export interface KeptLine extends WishedReturnLine {
  id: string;
  partId: string;
  title: string;
  variantTitle: string | null;
  image: string | null;
  reason: ReturnReason;
  fee: number;
  offer: BestOffer;
  exchange: PlannedExchange | null;
}

const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const discount = z.union([z.object({ percentage: z.number() }), z.object({ amount: z.number() })]).nullable();
const exchange: z.ZodType<PlannedExchange> = z.object({ variantId: z.string(), title: z.string(), agreed: z.object({ unitPrice: z.number(), taxable: z.boolean(), discount }) });
const amounts = z.object({ refund: z.number(), owed: z.number(), bonus: z.number() });

const mirrored = z
  .object({ name: z.string(), status: z.string(), next: z.string(), since: moment, reason: z.string().nullable(), note: z.string().nullable(), hasArrived: z.boolean(), isPaidBack: z.boolean(), isWorkedOn: z.boolean() })
  .transform(({ reason, note, next, ...rest }): MirroredReturn => ({ ...rest, next: isNextStep(next) ? next : 'done', decline: reason === null ? null : { reason, note } }));

const part = z.object({
  id: z.uuid(),
  road: z.enum(returnRoads),
  fee: z.number(),
  bonusPercentage: z.number(),
  shown: amounts,
  chainId: z.uuid().nullable(),
  chain: z.enum(['running', 'attention', 'done', 'dropped']).nullable(),
  returnId: z.string().nullable(),
  formerReturnIds: z.array(z.string()),
  mirrored: mirrored.nullable(),
});

const line = z
  .object({
    id: z.uuid(),
    partId: z.uuid(),
    lineId: z.string(),
    title: z.string(),
    variantTitle: z.string().nullable(),
    image: z.string().nullable(),
    units: z.number(),
    reason: z.object({ id: z.string(), handle: z.string(), name: z.string() }),
    note: z.string(),
    answers: z.array(z.string()),
    photos: z.array(z.string()),
    outcome: z.enum(outcomes),
    exception: z.string().nullable(),
    fee: z.number(),
    offer: bestOfferSchema,
    exchange: exchange.nullable(),
  })
  .transform((row): KeptLine => ({ ...row, reasonId: row.reason.id, variantId: row.exchange?.variantId ?? null }));

const request = z
  .object({
    id: z.uuid(),
    orderId: z.string(),
    orderName: z.string(),
    source: z.enum(requestSources),
    locale: z.string(),
    wayBack: wayBackChoice,
    approval: z.enum(['nobody', 'person']),
    refundOn: z.enum(['scan', 'receipt', 'inspection']),
    currency: z.string(),
    shown: amounts,
    replaces: z.uuid().nullable(),
    replacedBy: z.uuid().nullable(),
    withdrawnAt: moment.nullable(),
    createdAt: moment,
    parts: z.array(part),
    lines: z.array(line),
  })
  .transform(({ currency, ...row }): KeptRequest => ({ ...row, shown: { ...row.shown, currency }, parts: row.parts.map((own) => ({ ...own, shown: { ...own.shown, currency } })) }));

/** Requests of orders that are there, the newest first; in one question, for customers' pages rest on it. */
export async function keptRequests(tx: ShopTx, of: RequestsOf): Promise<KeptRequest[]> {
  const { text, value, name } = requestQuestion(of);
  const rows = await runInBulk<{ request: unknown }>(tx, text, [value], name);
  return rows.map((row) => request.parse(row.request));
}

interface Found {
  request: KeptRequest;
  part: KeptPart;
  lines: KeptLine[];
}

/** The request that a part is of. */
export async function requestOfPart(tx: ShopTx, partId: string): Promise<Found | null> {
  const [found] = await keptRequests(tx, { partId });
  return foundOf(found, ({ id }) => id === partId);
}

/** The same by the return at Shopify that it became; also by one whose place another took. */
export async function requestOfReturn(tx: ShopTx, returnId: string): Promise<Found | null> {
  const [found] = await keptRequests(tx, { returnId });
  return foundOf(found, ({ returnId: id, formerReturnIds }) => id === returnId || formerReturnIds.includes(returnId));
}

function foundOf(found: KeptRequest | undefined, isIt: (part: KeptPart) => boolean): Found | null {
  const own = found?.parts.find(isIt);
  return found && own ? { request: found, part: own, lines: found.lines.filter(({ partId }) => partId === own.id) } : null;
}
