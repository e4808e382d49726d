import type { ShopTx } from '#app/platform/db/database.server.ts';
import { forgetRequests } from './requests/forget-requests.server.ts';

/** Takes the person out of the returns of these orders; what came back, why and for how much stays. */
export async function forgetReturns(tx: ShopTx, orderIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`update returns set decline_note = null where order_id = any(${orderIds})`;
  await tx.$executeRaw`update return_lines set reason_note = null, customer_note = null where return_id in (select id from returns where order_id = any(${orderIds}))`;
  await tx.$executeRaw`update return_inspections set refusal = case when accepted then null else '' end, note = null where return_id in (select id from returns where order_id = any(${orderIds}))`;
  await tx.$executeRaw`update reverse_deliveries set label_url = null where return_id in (select id from returns where order_id = any(${orderIds}))`;
  await forgetRequests(tx, orderIds);
}
