import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { importNamedOrders } from './import-named-orders.server.ts';
import { matchesContact, namesMeant } from './lookup.ts';
import { readLines, toAddress, toHeader, type OrderRow } from './read-order.server.ts';
import { readParcels } from './read-parcels.server.ts';
import type { CustomerOrderView } from './views.ts';

/**
 * The order a customer names, if the e-mail or phone they give is one of its own. Null alike for an order that is not there and
 * for a contact that is not its own: both look once more at Shopify, within what strangers may cause, so both take as long.
 */
export async function findOrderForCustomer(ctx: ShopContext, { number, contact }: { number: string; contact: string }): Promise<CustomerOrderView | null> {
  const typed = { number: number.trim().slice(0, 60), contact: contact.trim().slice(0, 254) };
  if (typed.number === '' || typed.contact === '') return null;
  const held = await findHeld(ctx, typed);
  if (held) return held;
  return (await importNamedOrders(ctx, typed)) ? findHeld(ctx, typed) : null;
}

function findHeld(ctx: ShopContext, typed: { number: string; contact: string }): Promise<CustomerOrderView | null> {
  return ctx.tx(async (tx) => {
    const latest = await tx.orders.findFirst({ where: { deleted_at: null, fingerprint: { not: '' } }, orderBy: { processed_at: 'desc' }, select: { name: true } });
    const candidates = await tx.orders.findMany({
      where: { name: { in: namesMeant(typed.number, latest?.name ?? null) }, deleted_at: null },
      orderBy: { processed_at: 'desc' },
      take: 5,
    });
    for (const order of candidates) if (await isTheirs(tx, order, typed.contact)) return readForCustomer(tx, order);
    return null;
  });
}

async function isTheirs(tx: ShopTx, order: OrderRow, contact: string): Promise<boolean> {
  const contacts = order.customer_id === null ? [] : await tx.customer_contacts.findMany({ where: { customer_id: order.customer_id } });
  const values = (kind: string) => contacts.filter((known) => known.kind === kind).map(({ value }) => value);
  return matchesContact(contact, {
    emails: [order.email, ...values('email')],
    phones: [order.phone, ...values('phone')],
    address: toAddress(order.shipping_address),
  });
}

async function readForCustomer(tx: ShopTx, order: OrderRow): Promise<CustomerOrderView> {
  const lines = await readLines(tx, order);
  const parcels = await readParcels(tx, order.id, lines);
  const customer = order.customer_id === null ? null : await tx.customers.findFirst({ where: { id: order.customer_id } });
  const address = toAddress(order.shipping_address);
  return {
    order: toHeader(order),
    firstName: customer?.first_name ?? null,
    customerLocale: order.customer_locale,
    destination: address && { city: address.city, province: address.province, countryCode: address.countryCode },
    statusPageUrl: order.status_page_url,
    lines: lines.filter(({ currentQuantity }) => currentQuantity > 0 || lines.every((line) => line.currentQuantity === 0)),
    parcels: parcels.filter(({ cancelled, removedAt }) => !cancelled && removedAt === null),
  };
}
