import { z } from 'zod';
import type { AskShop } from '../storefront/admin-query.ts';
import type { CheckoutForm } from '../storefront/checkout/checkout-form.ts';
import { customerForOrder } from '../storefront/checkout/customer-for-order.ts';
import { findDiscountCode } from '../storefront/checkout/discount-codes.ts';
import { orderInput } from '../storefront/checkout/order-input.ts';
import { type PricedLine, priceOrder } from '../storefront/checkout/price-order.ts';
import { shippingRates } from '../storefront/checkout/shipping-rates.ts';
import { taxRate } from '../storefront/checkout/tax-rates.ts';
import type { Product } from '../storefront/load-catalogue.ts';
import type { Shop } from '../storefront/load-shop.ts';
import { askAndCheck } from './ask-and-check.ts';
import type { PlannedOrder } from './planned-order.ts';
import { workshop } from './people.ts';

const placedShape = z.object({ order: z.object({ id: z.string() }) });

/** What of the shop the orders need. */
export interface StockedShop {
  shop: Shop;
  catalogue: Product[];
  locationId: string;
}

/** Places a planned order now, as the customer's order form would have; answers with its id. */
export async function placePlannedOrder(ask: AskShop, order: PlannedOrder, stocked: StockedShop): Promise<string> {
  const { shop } = stocked;
  const form = formOf(order);
  const atCounter = order.kind === 'pos';
  const currency = !atCounter && shop.currencies.includes(order.buyer.market.currency) ? order.buyer.market.currency : shop.currency;
  const lines = order.lines.map((line) => pricedLine(stocked.catalogue, line));
  const subtotal = lines.reduce((total, line) => total + line.variant.price * line.quantity, 0);
  const rate = shippingRates(form.country, subtotal).find((candidate) => candidate.code === order.shipping);
  if (!rate) throw new Error(`No ${order.shipping} rate to ${form.country}`);
  const discount = order.discount ? findDiscountCode(order.discount) : null;
  const price = priceOrder({
    lines,
    shopCurrency: shop.currency,
    currency,
    rate: atCounter ? { ...rate, price: 0 } : rate,
    discount,
    taxRate: atCounter ? taxRate(workshop.country, workshop.province) : taxRate(form.country, form.province),
    taxesIncluded: shop.taxesIncluded,
  });
  const guest = order.buyer.guest || atCounter;
  const customerId = guest ? null : await customerForOrder(ask, { ...form, email: order.buyer.email }, order.buyer.market.locale);
  const input = orderInput({ form, price, rate, discount, shopCurrency: shop.currency, currency, locale: order.buyer.market.locale }, customerId);
  const { order: made } = await askAndCheck(
    ask,
    'orderCreate',
    placedShape,
    `mutation SeedOrder($order: OrderCreateOrderInput!, $options: OrderCreateOptionsInput) {
      orderCreate(order: $order, options: $options) { order { id } userErrors { field message } }
    }`,
    { order: { ...input, ...variation(order, stocked.locationId) }, options: { inventoryBehaviour: 'DECREMENT_IGNORING_POLICY' } },
  );
  return made.id;
}

function variation(order: PlannedOrder, locationId: string): Record<string, unknown> {
  if (order.kind === 'test') return { test: true };
  if (order.kind === 'web') return {};
  return { sourceName: 'pos', shippingLines: [], shippingAddress: null, billingAddress: null, fulfillment: { locationId } };
}

function formOf(order: PlannedOrder): CheckoutForm {
  const { buyer } = order;
  return {
    token: '0'.repeat(32),
    email: buyer.gives === 'phone' ? '' : buyer.email,
    phone: buyer.gives === 'email' ? '' : buyer.phone,
    first_name: buyer.firstName,
    last_name: buyer.lastName,
    address1: buyer.home.street,
    address2: '',
    zip: buyer.home.zip,
    city: buyer.home.city,
    province: buyer.home.province,
    country: buyer.market.country,
    shipping: order.shipping,
    discount: order.discount ?? '',
    note: order.note ?? '',
  };
}

function pricedLine(catalogue: Product[], line: PlannedOrder['lines'][number]): PricedLine {
  const product = catalogue.find((candidate) => candidate.handle === line.handle);
  const variant = product?.variants[line.variant] ?? product?.variants[0];
  if (!product || !variant) throw new Error(`The shop does not sell ${line.handle}`);
  return { product, variant, quantity: line.quantity };
}
