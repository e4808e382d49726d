import { randomUUID } from 'node:crypto';
import { notFound } from '#app/kernel/errors.ts';
import { mayStaff } from '#app/modules/staff/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { previewApprove, type ApprovePreview } from './approve-return.server.ts';
import { previewCancel, type CancelPreview } from './cancel-order.server.ts';
import { previewAddress, type AddressPreview } from './change-address.server.ts';
import { heldTicket, type At } from './do-deed.server.ts';
import { previewDiscount, type DiscountPreview } from './preview-discount.server.ts';
import { previewCredit, previewRefund, type CreditPreview, type RefundPreview } from './preview-refund.server.ts';
import { previewReship, type ReshipPreview } from './preview-reship.server.ts';
import { previewReturn, type ReturnPreview } from './preview-return.server.ts';
import { readDeedAsked } from './read-deed.ts';
import { previewResend, type ResendPreview } from './resend-mail.server.ts';

/** What a tag is put on, before anybody clicks. */
export interface TagPreview {
  key: string;
  tags: string[];
  mayTag: boolean;
}

/** What a dialog shows before the click. */
export type DeedPreview =
  | ({ deed: 'refund' } & RefundPreview)
  | ({ deed: 'gift' } & CreditPreview)
  | ({ deed: 'discount' } & DiscountPreview)
  | ({ deed: 'cancel' } & CancelPreview)
  | ({ deed: 'address' } & AddressPreview)
  | ({ deed: 'approve' } & ApprovePreview)
  | ({ deed: 'return' } & ReturnPreview)
  | ({ deed: 'reship' } & ReshipPreview)
  | ({ deed: 'resend' } & ResendPreview)
  | ({ deed: 'tag' } & TagPreview);

/** What would come of something done beside a ticket. Null for who is nobody of the staff. */
export async function previewDeed(ctx: ShopContext, { id, staffId, trackingUrl, query }: At & { query: URLSearchParams }): Promise<DeedPreview | null> {
  const ticketId = await heldTicket(ctx, id);
  if (staffId === null) return null;
  const asked = readDeedAsked(query);
  if (!asked) throw notFound('deed');
  const about = { ticketId, orderId: asked.order, by: staffId };
  switch (asked.deed) {
    case 'refund':
      return { deed: asked.deed, ...(await previewRefund(ctx, { ...asked, ...about })) };
    case 'gift':
      return { deed: asked.deed, ...(await previewCredit(ctx, { ...about, amount: asked.amount })) };
    case 'discount':
      return { deed: asked.deed, ...(await previewDiscount(ctx, { ...about, as: asked.as, value: asked.value ?? 0, days: asked.days ?? 0 })) };
    case 'cancel':
      return { deed: asked.deed, ...(await previewCancel(ctx, { ...about, to: asked.to })) };
    case 'address':
      return { deed: asked.deed, ...(await previewAddress(ctx, about)) };
    case 'approve':
      return { deed: asked.deed, ...(await previewApprove(ctx, about)) };
    case 'return':
      return { deed: asked.deed, ...(await previewReturn(ctx, { ...about, lines: asked.lines, way: asked.way, locale: asked.locale, trackingUrl })) };
    case 'reship':
      return { deed: asked.deed, ...(await previewReship(ctx, { ...about, units: asked.units })) };
    case 'resend':
      return { deed: asked.deed, ...(await previewResend(ctx, about)) };
    case 'tag':
      return { deed: asked.deed, ...(await previewTag(ctx, about)) };
  }
}

function previewTag(ctx: ShopContext, { orderId, by }: { orderId: string; by: string }): Promise<TagPreview> {
  return ctx.tx(async (tx) => {
    const order = await tx.orders.findFirst({ where: { id: orderId, deleted_at: null }, select: { tags: true } });
    if (!order) throw notFound('order');
    return { key: randomUUID(), tags: order.tags, mayTag: await mayStaff(tx, by, 'approve') };
  });
}
