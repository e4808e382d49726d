import type { ShopContext } from '#app/platform/shops/shop-context.ts';

interface PlacedLine {
  id: string;
  productId?: string | null;
  variantId?: string;
  variantTitle?: string;
  title?: string;
  quantity?: number;
  shipped?: boolean;
}

interface Placed {
  id: string;
  at: string;
  lines?: PlacedLine[];
  customerId?: string;
  cancelledAt?: string;
  test?: boolean;
  /** In euros' cents, and in what the customer paid with. */
  total?: number;
  totalPresentment?: number;
}

/** Puts an order into the mirror. */
export function placeOrder(ctx: ShopContext, { id, at, lines = [{ id: `${id}1` }], customerId, cancelledAt, test = false, total = 10_000, totalPresentment = total }: Placed): Promise<void> {
  const money = { subtotal: total, subtotal_presentment: total, discounts: 0, discounts_presentment: 0, shipping: 0, shipping_presentment: 0, tax: 0, tax_presentment: 0, total, total_presentment: totalPresentment };
  return ctx.tx(async (tx) => {
    await tx.$executeRaw`
      insert into orders (id, name, customer_id, created_at, processed_at, updated_at, cancelled_at, test, currency, presentment_currency, subtotal, subtotal_presentment, discounts, discounts_presentment,
        shipping, shipping_presentment, tax, tax_presentment, total, total_presentment, fingerprint, search)
      values (${id}, ${`#${id}`}, ${customerId ?? null}, ${new Date(at)}, ${new Date(at)}, ${new Date(at)}, ${cancelledAt ? new Date(cancelledAt) : null}, ${test}, 'EUR', 'EUR', ${money.subtotal}, ${money.subtotal_presentment}, 0, 0, 0, 0, 0, 0, ${money.total}, ${money.total_presentment}, '', '')`;
    for (const [position, { id: lineId, productId = '1', variantId = '11', variantTitle = 'M', title = 'Dress', quantity = 1, shipped = true }] of lines.entries())
      await tx.order_lines.create({
        data: { id: lineId, order_id: id, position, title, variant_title: variantTitle, product_id: productId, variant_id: variantId, quantity, current_quantity: quantity, unfulfilled_quantity: 0, requires_shipping: shipped, unit_price: 5_000, unit_price_presentment: 5_000 },
      });
  });
}

interface SentBack {
  id: string;
  orderId: string;
  at: string;
  status?: string;
  lines: { lineId: string; quantity?: number; processed?: number; reason?: string | null; value?: number; fee?: number }[];
  shippingFee?: number;
  receivedAt?: string;
  /** Amounts in cents, and when. */
  refunds?: { amount: number; at: string }[];
  exchanged?: boolean;
}

/** Puts a return into the mirror, with its refunds. */
export function sendBack(ctx: ShopContext, { id, orderId, at, status = 'closed', lines, shippingFee = 0, receivedAt, refunds = [], exchanged = false }: SentBack): Promise<void> {
  return ctx.tx(async (tx) => {
    const moment = new Date(at);
    const named = refunds.map((_, index) => `${id}${index}`);
    for (const [index, { amount, at: refundedAt }] of refunds.entries())
      await tx.refunds.create({ data: { id: `${id}${index}`, order_id: orderId, created_at: new Date(refundedAt), amount, amount_presentment: amount } });
    await tx.returns.create({
      data: {
        id, order_id: orderId, name: `#${orderId}-R1`, status, next_step: status === 'closed' ? 'done' : 'inspect', waits_since: moment, created_at: moment, total_quantity: 1, shipping_fee: shippingFee, shipping_fee_presentment: shippingFee,
        refund_ids: named, received_at: receivedAt ? new Date(receivedAt) : null, order_updated_at: moment, read_at: moment,
      },
    });
    for (const [position, { lineId, quantity = 1, processed = quantity, reason = 'too-small', value = 5_000, fee = 0 }] of lines.entries())
      await tx.return_lines.create({
        data: { id: `${id}${position}`, return_id: id, position, order_line_id: lineId, quantity, processed, refundable: 0, refunded: processed, reason, reason_name: reason && reason.toUpperCase(), value, value_presentment: value, fee, fee_presentment: fee },
      });
    if (exchanged) await tx.return_exchange_lines.create({ data: { id, return_id: id, position: 0, quantity: 1, processed: 1 } });
  });
}

/** A file as it is downloaded, line by line. */
export async function linesIn(file: AsyncIterable<string>): Promise<string[]> {
  let text = '';
  for await (const part of file) text += part;
  return text.trimEnd().split('\r\n');
}
