import { z } from 'zod';
import { gid } from '#app/kernel/ids.ts';
import { defineChain, NotSent, type Step } from '#app/modules/compensation/index.server.ts';
import type { AdminClient } from '#app/platform/shopify/admin-client.ts';
import { AddressOfOrderDocument, ChangeAddressDocument, type AddressOfOrderQuery, type MailingAddressInput } from '#app/platform/shopify/operations.generated.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { toldInTicket } from './told-in-ticket.server.ts';

const line = z.string().trim().max(255);
const needed = line.min(1);

/** Where an order is to go; its country stays, as Shopify does not reckon shipping and taxes anew. */
export const wishedAddress = z.object({ firstName: line, lastName: needed, company: line, address1: needed, address2: line, city: needed, provinceCode: line, zip: line, phone: line });
export type WishedAddress = z.infer<typeof wishedAddress>;

type Told = NonNullable<AddressOfOrderQuery['order']>;

const input = z.object({ ticketId: z.int(), wishId: z.uuid() });

const addressStep: Step<z.infer<typeof input>> = {
  name: 'address',
  async act(ctx, { orderId, input: { wishId } }) {
    const order = await orderToSend(ctx.admin, orderId);
    if (!order || whyNot(order) !== null) throw new NotSent('The order is being sent, or was cancelled: its address stays.');
    const address = await readWish(ctx, wishId);
    if (!address) throw new NotSent('The address that was wished is not kept any more.');
    await ctx.admin.run(ChangeAddressDocument, { id: gid('Order', orderId), address: addressInput(address, order) });
    return {};
  },
  async look(ctx, { orderId, input: { wishId } }) {
    const [order, address] = [await orderToSend(ctx.admin, orderId), await readWish(ctx, wishId)];
    return order?.shippingAddress && address && isSame(addressInput(address, order), order.shippingAddress) ? {} : null;
  },
  async confirm(tx, { input: { wishId } }) {
    await tx.wished_addresses.deleteMany({ where: { id: wishId } });
  },
};

/** An order's address that was changed beside a ticket. */
export const ticketAddressChain = defineChain({ kind: 'inbox.address', input, steps: [toldInTicket(addressStep, ({ ticketId }) => ({ ticketId, act: 'address' }))] });

/** An order as far as its address goes, as Shopify has it now. */
export async function orderToSend(admin: AdminClient, orderId: string): Promise<Told | null> {
  return (await admin.run(AddressOfOrderDocument, { id: gid('Order', orderId) })).order;
}

/** Why an order's address stays as it is; null where it may be changed: nothing of it was sent or handed to be sent. */
export function whyNot({ cancelledAt, shippingAddress, fulfillmentOrders }: Told): 'cancelled' | 'nowhere' | 'underway' | null {
  if (cancelledAt) return 'cancelled';
  if (!shippingAddress) return 'nowhere';
  const isUntouched = ({ status, requestStatus }: Told['fulfillmentOrders']['nodes'][number]) => ['OPEN', 'SCHEDULED', 'ON_HOLD'].includes(status) && ['UNSUBMITTED', 'REJECTED'].includes(requestStatus);
  return fulfillmentOrders.nodes.length > 0 && fulfillmentOrders.nodes.every(isUntouched) ? null : 'underway';
}

async function readWish(ctx: ShopContext, wishId: string): Promise<WishedAddress | null> {
  const row = await ctx.tx((tx) => tx.wished_addresses.findFirst({ where: { id: wishId }, select: { address: true } }));
  return row && wishedAddress.parse(row.address);
}

/** The whole address: what is not named would be lost. */
function addressInput({ provinceCode, ...address }: WishedAddress, { shippingAddress }: Told): MailingAddressInput {
  return { ...address, ...(provinceCode ? { provinceCode } : {}), ...(shippingAddress?.countryCodeV2 ? { countryCode: shippingAddress.countryCodeV2 } : {}) };
}

function isSame(wished: MailingAddressInput, { countryCodeV2, ...told }: NonNullable<Told['shippingAddress']>): boolean {
  const known = new Map<string, unknown>(Object.entries({ ...told, countryCode: countryCodeV2 }));
  return Object.entries(wished).every(([name, value]: [string, unknown]) => name === 'phone' || (value ?? '') === (known.get(name) ?? ''));
}
