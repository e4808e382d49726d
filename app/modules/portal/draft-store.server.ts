import { randomUUID } from 'node:crypto';
import { after, day } from '#app/kernel/time.ts';
import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import { draftSchema, emptyDraft, type DraftState } from './draft.ts';

/** How long what was chosen waits for its customer, from the first choice. */
export const draftLife = 14 * day;

/** What a customer has chosen of an order, as it is kept. `revision` is 0 before anything is. */
export interface Draft {
  id: string;
  orderId: string;
  /** Of somebody who was given it: it is another than the customer's. */
  gift: boolean;
  revision: number;
  state: DraftState;
  /** The request it became. */
  requestId: string | null;
}

/** The order's open draft, its customer's or a recipient's; an empty one where there is none, or where it is over. Null for an order that is not there. */
export async function openDraft(tx: ShopTx, { orderId, gift, now }: { orderId: string; gift: boolean; now: Date }): Promise<Draft | null> {
  const [row] = await runInBulk<Row>(tx, question, [orderId, now, gift], 'portal-draft');
  if (!row) return null;
  const { id, revision, state } = row;
  return id === null ? { id: randomUUID(), orderId, gift, revision: 0, state: emptyDraft, requestId: null } : toDraft({ id, order_id: orderId, gift, revision: revision ?? 0, state, request_id: null });
}

interface Row {
  [column: string]: unknown;
  id: string | null;
  revision: number | null;
  state: unknown;
}

const question = `
  select d.id, d.revision, d.state from orders o left join return_drafts d on d.order_id = o.id and d.request_id is null and d.expires_at > $2 and d.gift = $3
   where o.id = $1 and o.deleted_at is null`;

/** A draft of the order by its number, also one that was confirmed; null for any other. */
export async function findDraft(tx: ShopTx, { orderId, gift, id }: { orderId: string; gift: boolean; id: string }): Promise<Draft | null> {
  const row = isDraftId(id) ? await tx.return_drafts.findFirst({ where: { id, order_id: orderId, gift } }) : null;
  return row && toDraft(row);
}

/** Keeps what was chosen; null where somebody kept something else meanwhile. */
export async function keepDraft(tx: ShopTx, { id, orderId, gift, revision }: Draft, state: DraftState, now: Date): Promise<Draft | null> {
  const written = { ...state, wayBack: state.wayBack && { ...state.wayBack } };
  if (revision > 0) {
    const { count } = await tx.return_drafts.updateMany({ where: { id, revision, request_id: null }, data: { state: written, updated_at: now, revision: revision + 1 } });
    return count === 0 ? null : { id, orderId, gift, revision: revision + 1, state, requestId: null };
  }
  await tx.return_drafts.deleteMany({ where: { expires_at: { lte: now } } });
  const { count } = await tx.return_drafts.createMany({ data: [{ id, order_id: orderId, gift, state: written, updated_at: now, expires_at: after(now, draftLife) }], skipDuplicates: true });
  return count === 0 ? null : { id, orderId, gift, revision: 1, state, requestId: null };
}

/** Notes what a draft became; what is chosen next is another. */
export async function settleDraft(tx: ShopTx, { id }: Draft, requestId: string): Promise<void> {
  await tx.return_drafts.updateMany({ where: { id, request_id: null }, data: { request_id: requestId } });
}

function isDraftId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

/** What cannot be read was kept by another version of the app: its customer begins anew. */
function toDraft({ id, order_id: orderId, gift, revision, state, request_id: requestId }: { id: string; order_id: string; gift: boolean; revision: number; state: unknown; request_id: string | null }): Draft {
  return { id, orderId, gift, revision, state: draftSchema.safeParse(state).data ?? emptyDraft, requestId };
}
