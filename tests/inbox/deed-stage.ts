import { randomUUID } from 'node:crypto';
import { numericId } from '#app/kernel/ids.ts';
import type { OrderCreateInput } from '#sandbox/world/commands/order-input.ts';
import type { OrderRecord } from '#sandbox/world/records.ts';
import type { LedgerShop } from '../compensation/stage.ts';
import { seededStaff, seedTicket } from '../inbox-stage.ts';

/** A ticket of Anna about her order, with the owner of the shop and an agent. */
export interface Scene {
  shop: LedgerShop;
  order: OrderRecord;
  orderId: string;
  lineId: string;
  ticketId: number;
}

/** Somebody's rights, and the limits of the shop; the owner may do everything whatever is said. */
export async function setRights({ shop }: Pick<Scene, 'shop'>, value: { everybody?: string; goodwill?: string; largestRefund?: string | null }): Promise<void> {
  const rights = { everybody: 'within_limits', people: {}, goodwill: '0', largestRefund: null, ...value };
  await shop.ctx.tx((tx) => tx.settings.create({ data: { name: 'staff-rights', value: rights, version: 1 } }));
}

export async function openScene(shop: LedgerShop, more: OrderCreateInput = {}): Promise<Scene> {
  const order = await shop.placeOrder(more);
  const seen = { first_seen_at: shop.ctx.clock.now(), last_seen_at: shop.ctx.clock.now() };
  await shop.ctx.tx((tx) => tx.staff_members.createMany({ data: [{ id: seededStaff.owner, name: 'Olga Owner', account_owner: true, ...seen }, { id: seededStaff.mia, name: 'Mia Agent', ...seen }] }));
  const ticketId = await seedTicket(shop.ctx, { email: 'anna@example.com', name: 'Anna' });
  return { shop, order, orderId: numericId('Order', order.id), lineId: numericId('LineItem', order.lineItems[0]?.id ?? ''), ticketId };
}

/** A click of Mia, with a key of its own. */
export const clickOf = ({ ticketId, orderId }: Scene) => ({ ticketId, orderId, key: randomUUID() as string, by: seededStaff.mia as string });

/** What the ticket tells was done beside it. */
export const actsOf = ({ shop, ticketId }: Scene) =>
  shop.ctx.tx(async (tx) => (await tx.ticket_events.findMany({ where: { ticket_id: ticketId, type: 'acted' }, orderBy: { id: 'asc' } })).map(({ data, actor }) => ({ ...(data as object), actor })));

/** What of the order is given or set aside, by whichever road. */
export const ledgerOf = ({ shop, orderId }: Scene) =>
  shop.ctx.tx(async (tx) => (await tx.compensations.findMany({ where: { order_id: orderId }, orderBy: { created_at: 'asc' } })).map(({ road, state, amount }) => `${road} ${state} ${amount}`));
