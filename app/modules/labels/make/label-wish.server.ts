import { z } from 'zod';
import { gid } from '#app/kernel/ids.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { ReturnAddressDocument } from '#app/platform/shopify/operations.generated.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { LabelWish, PostalAddress } from '../adapters/label-adapter.ts';
import { LabelRefused } from '../adapters/label-problem.ts';
import { isAcrossCustoms } from './customs.ts';
import { waysBackSetting } from '../ways/ways-back-setting.ts';

const text = z.string().nullish().transform((value) => value ?? '');
const addressShape = z.object({ name: text, company: text, address1: text, address2: text, city: text, province: text, provinceCode: text, zip: text, countryCode: text, phone: text });

interface About {
  labelId: string;
  orderId: string;
  locationId: string | null;
  qr: boolean;
  units: number;
}

/** What a label is asked for: from the customer's address to where the shop takes returns. Throws `LabelRefused` where one of them does not do. */
export async function labelWish(ctx: ShopContext, { labelId, orderId, locationId, qr, units }: About): Promise<LabelWish> {
  const { order, ways } = await ctx.tx(async (tx) => ({
    order: await tx.orders.findFirst({ where: { id: orderId }, select: { shipping_address: true, email: true, phone: true } }),
    ways: (await readSetting(tx, waysBackSetting)).value,
  }));
  const customer = customerOf(order);
  const shop = await shopAddress(ctx, locationId);
  if (isAcrossCustoms(customer, shop)) throw new LabelRefused('destination', '');
  const { length, width, height, packaging, item } = ways.parcel;
  return { reference: labelId, customer, shop, parcel: { length, width, height, weight: packaging + item * units }, qr, allowed: ways.label.allowed };
}

function customerOf(order: { shipping_address: unknown; email: string | null; phone: string | null } | null): PostalAddress {
  const read = addressShape.safeParse(order?.shipping_address);
  if (!order || !read.success) throw new LabelRefused('address', '');
  const { name, company, address1, address2, city, province, provinceCode, zip, countryCode, phone } = read.data;
  if (name === '' || address1 === '' || city === '' || countryCode === '') throw new LabelRefused('address', '');
  return { name, company, street1: address1, street2: address2, city, state: provinceCode || province, zip, country: countryCode, phone: phone || (order.phone ?? ''), email: order.email ?? '' };
}

/** Where goods come back to, as Shopify has it: the location that was meant, else the shop's first one. */
async function shopAddress({ admin, shop }: ShopContext, locationId: string | null): Promise<PostalAddress> {
  const { location } = await admin.run(ReturnAddressDocument, { id: locationId === null ? null : gid('Location', locationId) });
  const { address1, address2, city, provinceCode, zip, countryCode, phone } = location?.address ?? {};
  if (!location || !address1 || !city || !countryCode) throw new LabelRefused('address', '');
  return { name: shop.name ?? location.name, company: location.name, street1: address1, street2: address2 ?? '', city, state: provinceCode ?? '', zip: zip ?? '', country: countryCode, phone: phone ?? '', email: shop.email ?? '' };
}
