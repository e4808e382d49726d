import { heldData } from '#app/modules/privacy/held-data.ts';
import { personalKeys } from '#app/modules/journal/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';

/** What every mark begins with: no other text has it. */
export const mark = 'zqx';

export interface Seeded {
  customer: string;
  order: string;
  email: string;
}

/** The photo of a seeded person's report. */
export const photoOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Puts a person into every table of the shop, with a mark of its own in every column that may hold a person. */
export async function seedPerson(tx: ShopTx, number: number, prefix = mark): Promise<Seeded> {
  const [customer, order] = [String(7_000 + number), String(5_000 + number)];
  const email = `${prefix}_mail${number}@example.com`;
  const at = new Date('2026-11-01T10:00:00Z');
  await tx.customers.create({ data: { id: customer, first_name: `${prefix}_customers_first_name` } });
  await tx.noted_buyers.create({ data: { customer_id: customer, reason: '', noted_at: at } });
  await tx.customer_contacts.create({ data: { customer_id: customer, kind: 'email', value: email, source: 'customer' } });
  await tx.$executeRaw`insert into orders (id, name, customer_id, created_at, processed_at, updated_at, currency, presentment_currency, subtotal, subtotal_presentment,
      discounts, discounts_presentment, shipping, shipping_presentment, tax, tax_presentment, total, total_presentment, fingerprint, search)
    values (${order}, ${`#${number}`}, ${customer}, ${at}, ${at}, ${at}, 'EUR', 'EUR', 100, 100, 0, 0, 0, 0, 0, 0, 1900, 1900, 'f', '')`;
  await tx.order_lines.create({ data: { id: `l${order}`, order_id: order, position: 1, title: 'Notebook', sku: 'NB-1', quantity: 1, current_quantity: 1, unfulfilled_quantity: 0, unit_price: 1900, unit_price_presentment: 1900 } });
  await tx.fulfillments.create({ data: { id: `f${order}`, order_id: order, status: 'SUCCESS', created_at: at, updated_at: at, fingerprint: 'f' } });
  await tx.fulfillment_lines.create({ data: { fulfillment_id: `f${order}`, order_line_id: `l${order}`, quantity: 1 } });
  await tx.shipments.create({ data: { fulfillment_id: `f${order}`, order_id: order, position: 1, number: `TRACK${number}` } });
  await tx.checkpoints.create({ data: { id: `shopify:${number}`, fulfillment_id: `f${order}`, order_id: order, source: 'shopify', status: 'IN_TRANSIT', happened_at: at, latitude: 52.5, longitude: 13.4 } });
  const shipment = await tx.shipments.findFirstOrThrow({ where: { order_id: order } });
  await tx.scans.create({ data: { shipment_id: shipment.id, id: `ups:${number}`, order_id: order, source: 'ups', status: 'in_transit', happened_at: at } });
  await tx.troubles.create({ data: { order_id: order, shipment_id: shipment.id, kind: 'silent', evidence: {}, opened_at: at, changed_at: at } });
  await tx.problem_reports.create({ data: { id: `p${number}`, order_id: order, kind: 'damaged', locale: 'en', created_at: at } });
  await tx.problem_photos.create({ data: { id: photoOf(number), report_id: `p${number}`, position: 0, content_type: 'image/jpeg', bytes: 1, width: 1, height: 1, created_at: at } });
  await tx.customer_sessions.create({ data: { id: photoOf(number), customer_id: customer, sealed_tokens: '', access_ends_at: at, created_at: at, ends_at: at } });
  await tx.one_time_codes.create({ data: { id: `c${number}`, order_id: order, fingerprint: 'f', created_at: at, expires_at: at } });
  await tx.return_drafts.create({ data: { id: photoOf(number), order_id: order, state: {}, updated_at: at, expires_at: at } });
  await tx.refunds.create({ data: { id: `r${order}`, order_id: order, created_at: at, amount: 500, amount_presentment: 500 } });
  await tx.refund_lines.create({ data: { id: `rl${order}`, refund_id: `r${order}`, order_line_id: `l${order}`, quantity: 1, subtotal: 500, subtotal_presentment: 500 } });
  const way = { return_id: `b${order}`, reverse_fulfillment_order_id: `w${order}` };
  await tx.returns.create({ data: { id: `b${order}`, order_id: order, name: `#${number}-R1`, status: 'open', next_step: 'send', waits_since: at, created_at: at, total_quantity: 1, order_updated_at: at, read_at: at } });
  await tx.return_lines.create({ data: { id: `bl${order}`, return_id: `b${order}`, position: 0, order_line_id: `l${order}`, quantity: 1, processed: 0, refundable: 1, refunded: 0 } });
  await tx.return_exchange_lines.create({ data: { id: `x${order}`, return_id: `b${order}`, position: 0, title: 'Notebook', quantity: 1, processed: 0 } });
  await tx.reverse_fulfillment_orders.create({ data: { id: `w${order}`, return_id: `b${order}`, status: 'open' } });
  await tx.reverse_fulfillment_lines.create({ data: { id: `wl${order}`, ...way, order_line_id: `l${order}`, quantity: 1 } });
  await tx.dispositions.create({ data: { id: `d${order}`, return_id: `b${order}`, reverse_fulfillment_line_id: `wl${order}`, type: 'restocked', quantity: 1, created_at: at } });
  await tx.reverse_deliveries.create({ data: { id: `v${order}`, ...way, number: `BACK${number}` } });
  await tx.parcels_back.create({ data: { id: `v${order}`, order_id: order, number: `BACK${number}`, known_at: at } });
  await tx.scans_back.create({ data: { parcel_id: `v${order}`, id: 'ups:1', source: 'ups', happened_at: at } });
  await tx.return_acts.create({ data: { id: photoOf(number), return_id: `b${order}`, act: 'approve', begun_at: at } });
  await tx.return_inspections.create({ data: { id: photoOf(number), return_id: `b${order}`, return_line_id: `bl${order}`, chain_id: photoOf(number), quantity: 1, finding: 'good', disposition: 'restocked', accepted: true, inspected_at: at } });
  await tx.return_requests.create({ data: { id: photoOf(number), order_id: order, request_key: `k${number}`, source: 'portal', locale: 'en', way_back: {}, approval: 'nobody', refund_on: 'receipt', currency: 'EUR', shown_refund: 1, shown_owed: 0, shown_bonus: 0, created_at: at } });
  await tx.return_request_parts.create({ data: { id: photoOf(number), request_id: photoOf(number), position: 0, road: 'original', fee: 0, bonus_percentage: 0, shown_refund: 1, shown_owed: 0, shown_bonus: 0 } });
  await tx.return_request_lines.create({ data: { id: photoOf(number), request_id: photoOf(number), part_id: photoOf(number), position: 0, order_line_id: `l${order}`, units: 1, reason_id: '1', reason: 'style', reason_name: 'Style', outcome: 'refund', fee_percentage: 0, offer: {}, note: '', answers: [], photos: [] } });
  await tx.labels.create({ data: { id: photoOf(number), order_id: order, kind: 'label', maker: 'hand', state: 'wanted', created_at: at } });
  await tx.label_returns.create({ data: { label_id: photoOf(number), return_id: `b${order}`, stands: 'open' } });
  await tx.returns_left_to_people.create({ data: { return_id: `b${order}`, why: 'moved', since: at } });
  await tx.return_readings.create({ data: { order_id: order, read_at: at, order_updated_at: at } });
  await tx.outbox.create({ data: { channel: 'email', kind: 'notices.shipped', reason: 'A parcel left.', customer_id: customer, order_id: order, recipient: email, locale: 'en', text_body: '', dedupe_key: `n:${number}` } });
  await tx.webhook_receipts.create({ data: { webhook_id: `seen-${number}`, topic: 'orders/create', state: 'applied', settled_at: at, body: '' } });
  await tx.data_requests.create({ data: { id: `before-${number}`, customer_id: customer, due_at: at, document: {} } });
  await tx.people.create({ data: { id: photoOf(number), created_at: at } });
  await tx.wished_addresses.create({ data: { id: photoOf(number), order_id: order, address: {}, wished_at: at } });
  await tx.person_notes.create({ data: { id: photoOf(number), person_id: photoOf(number), words: '', written_at: at } });
  await tx.handles.create({ data: { id: photoOf(number), person_id: photoOf(number), kind: 'email', value: email, reason: 'wrote', confidence: 'sure', linked_at: at } });
  await tx.tickets.create({ data: { id: number, person_id: photoOf(number), channel: 'email', subject: '', state: 'open', created_at: at, last_message_at: at } });
  const { id: messageId } = await tx.messages.create({ data: { ticket_id: number, direction: 'in', channel: 'email', author: 'person', happened_at: at, created_at: at } });
  await tx.complaints.create({ data: { ticket_id: number, state: 'recorded', what: '', recorded_at: at, promised_at: at } });
  await tx.satisfactions.create({ data: { ticket_id: number, person_id: photoOf(number), asked_at: at } });
  await tx.ticket_words.create({ data: { ticket_id: number, word: '' } });
  await tx.message_files.create({ data: { id: photoOf(number), message_id: messageId, position: 0, type: 'image/png', size: 1, sha256: '', file: `shops/1/inbox/${number}` } });
  await tx.mail_arrivals.create({ data: { source: 'door', raw_file: `shops/1/inbox/raw-${number}`, size: 1, received_at: at, state: 'kept', message_id: messageId } });
  // The journal takes no change: its line is written with the marks in it.
  await tx.journal.create({
    data: {
      type: 'shipment.scanned', happened_at: at, order_id: order, customer_id: customer, source: 'customer', actor: `${prefix}_journal_actor`,
      data: Object.fromEntries(personalKeys.map((key) => [key, `${prefix}_journal_data`])), dedupe_key: `scan:${number}`,
    },
  });
  const keys: Record<string, string> = {
    customers: `id = '${customer}'`, noted_buyers: `customer_id = '${customer}'`, customer_contacts: `customer_id = '${customer}'`, orders: `id = '${order}'`, outbox: `order_id = '${order}'`,
    webhook_receipts: `webhook_id = 'seen-${number}'`, data_requests: `id = 'before-${number}'`,
    return_request_lines: `request_id = '${photoOf(number)}'`, return_lines: `return_id = 'b${order}'`, return_inspections: `return_id = 'b${order}'`, reverse_deliveries: `return_id = 'b${order}'`, scans_back: `parcel_id = 'v${order}'`,
    people: `id = '${photoOf(number)}'`, person_notes: `id = '${photoOf(number)}'`, handles: `person_id = '${photoOf(number)}'`, tickets: `id = ${number}`, complaints: `ticket_id = ${number}`, satisfactions: `ticket_id = ${number}`, ticket_words: `ticket_id = ${number}`, messages: `ticket_id = ${number}`, message_files: `id = '${photoOf(number)}'`, mail_arrivals: `message_id = ${messageId}`,
  };
  for (const [table, column] of personColumns().filter(({ 0: table }) => table !== 'journal')) {
    const value = `${prefix}_${table}_${column}`;
    await tx.$executeRawUnsafe(`update ${table} set ${column} = ${literal(table, column, value, { customer, order, email })} where ${keys[table] ?? `order_id = '${order}'`}`);
  }
  return { customer, order, email };
}

/** Every table and column that is said to hold a person. */
export function personColumns(): [table: string, column: string][] {
  return Object.entries(heldData).flatMap(([table, columns]) =>
    Object.entries(columns).flatMap(([column, holds]): [string, string][] => (holds === 'person' ? [[table, column]] : [])),
  );
}

function literal(table: string, column: string, value: string, { customer, order, email }: Seeded): string {
  if (['tags', 'answers', 'photos', 'to_addresses', 'cc_addresses', 'references_ids', 'warnings', 'envelope_to'].includes(column)) return `array['${value}']`;
  if (column === 'search') return `array_to_tsvector(array['${value}'])`;
  if (['shipping_address', 'address', 'headers', 'payload', 'letter', 'document', 'state', 'checks'].includes(column)) return `'{"name":"${value}"}'`;
  if (table === 'webhook_receipts' && column === 'body') return `'{"id":${order},"customer":{"id":${customer}},"note":"${value}"}'`;
  if (column === 'email' || column === 'recipient' || column === 'value') return `'${column === 'value' ? email : `${value}@example.com`}'`;
  return `'${value}'`;
}
