import { z } from 'zod';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { outcomes } from '../policy/matters.ts';
import { bestOfferSchema } from './offer-row.ts';
import { returnRoads, wayBackKinds, type PlannedExchange, type ReturnReason, type ReturnRoad, type Shown, type WayBackChoice, type WishedReturnLine } from './request.ts';
import type { BestOffer } from '../policy/decision.ts';

/** A request as it is kept. */
export interface KeptRequest {
  id: string;
  orderId: string;
  locale: string;
  wayBack: WayBackChoice;
  approval: 'nobody' | 'person';
  refundOn: 'scan' | 'receipt' | 'inspection';
  shown: Shown;
  replaces: string | null;
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
  returnId: string | null;
  formerReturnIds: string[];
}

export interface KeptLine extends WishedReturnLine {
  id: string;
  partId: string;
  reason: ReturnReason;
  fee: number;
  offer: BestOffer;
  exchange: PlannedExchange | null;
}

const wayBackSchema: z.ZodType<WayBackChoice> = z.object({ kind: z.enum(wayBackKinds), placeId: z.string().nullable(), carrier: z.string().nullable(), trackingNumber: z.string().nullable() });
const discount = z.union([z.object({ percentage: z.number() }), z.object({ amount: z.number() })]).nullable();
const exchangeSchema: z.ZodType<PlannedExchange> = z.object({ variantId: z.string(), title: z.string(), agreed: z.object({ unitPrice: z.number(), taxable: z.boolean(), discount }) });
const outcomeSchema = z.enum(outcomes);
const roadSchema = z.enum(returnRoads);
const approvalSchema = z.enum(['nobody', 'person']);
const refundOnSchema = z.enum(['scan', 'receipt', 'inspection']);

type Where = NonNullable<Parameters<ShopTx['return_requests']['findMany']>[0]>['where'];

/** Requests, the newest first. */
export async function keptRequests(tx: ShopTx, where: Where): Promise<KeptRequest[]> {
  const rows = await tx.return_requests.findMany({ where, orderBy: [{ created_at: 'desc' }, { id: 'asc' }] });
  if (rows.length === 0) return [];
  const ofThem = { where: { request_id: { in: rows.map(({ id }) => id) } }, orderBy: { position: 'asc' as const } };
  const parts = await tx.return_request_parts.findMany(ofThem);
  const lines = await tx.return_request_lines.findMany(ofThem);
  return rows.map((row) => ({
    id: row.id,
    orderId: row.order_id,
    locale: row.locale,
    wayBack: wayBackSchema.parse(row.way_back),
    approval: approvalSchema.parse(row.approval),
    refundOn: refundOnSchema.parse(row.refund_on),
    shown: shownOf(row, row.currency),
    replaces: row.replaces,
    withdrawnAt: row.withdrawn_at,
    createdAt: row.created_at,
    parts: parts
      .filter(({ request_id }) => request_id === row.id)
      .map((part) => ({
        id: part.id,
        road: roadSchema.parse(part.road),
        fee: Number(part.fee),
        bonusPercentage: part.bonus_percentage,
        shown: shownOf(part, row.currency),
        chainId: part.chain_id,
        returnId: part.return_id,
        formerReturnIds: part.former_return_ids,
      })),
    lines: lines
      .filter(({ request_id }) => request_id === row.id)
      .map((line) => {
        const exchange = line.exchange === null ? null : exchangeSchema.parse(line.exchange);
        return {
          id: line.id,
          partId: line.part_id,
          lineId: line.order_line_id,
          units: line.units,
          reasonId: line.reason_id,
          reason: { id: line.reason_id, handle: line.reason, name: line.reason_name },
          note: line.note,
          answers: line.answers,
          photos: line.photos,
          outcome: outcomeSchema.parse(line.outcome),
          variantId: exchange?.variantId ?? null,
          exception: line.exception,
          fee: line.fee_percentage,
          offer: bestOfferSchema.parse(line.offer),
          exchange,
        };
      }),
  }));
}

/** The request that a part is of. */
export async function requestOfPart(tx: ShopTx, partId: string): Promise<{ request: KeptRequest; part: KeptPart; lines: KeptLine[] } | null> {
  const row = await tx.return_request_parts.findFirst({ where: { id: partId }, select: { request_id: true } });
  const [request] = row ? await keptRequests(tx, { id: row.request_id }) : [];
  const part = request?.parts.find(({ id }) => id === partId);
  return request && part ? { request, part, lines: request.lines.filter((line) => line.partId === partId) } : null;
}

/** The same by the return at Shopify that it became; also by one whose place another took. */
export async function requestOfReturn(tx: ShopTx, returnId: string): Promise<{ request: KeptRequest; part: KeptPart; lines: KeptLine[] } | null> {
  const row = await tx.return_request_parts.findFirst({ where: { OR: [{ return_id: returnId }, { former_return_ids: { has: returnId } }] }, select: { id: true } });
  return row && requestOfPart(tx, row.id);
}

function shownOf({ shown_refund, shown_owed, shown_bonus }: { shown_refund: bigint; shown_owed: bigint; shown_bonus: bigint }, currency: string): Shown {
  return { refund: Number(shown_refund), owed: Number(shown_owed), bonus: Number(shown_bonus), currency };
}
