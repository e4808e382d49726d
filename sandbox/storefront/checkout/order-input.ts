import { fromCents } from '../cents.ts';
import type { CheckoutForm } from './checkout-form.ts';
import type { DiscountCode } from './discount-codes.ts';
import type { BothMoneys, OrderPrice } from './price-order.ts';
import type { ShippingRate } from './shipping-rates.ts';

/** What the customer agreed to at the order form. */
export interface AgreedOrder {
  form: CheckoutForm;
  price: OrderPrice;
  rate: ShippingRate;
  discount: DiscountCode | null;
  shopCurrency: string;
  currency: string;
  locale: string;
}

/** Shopify's `OrderCreateOrderInput` for what was agreed: paid in full, of the customer given or a guest's. */
export function orderInput(agreed: AgreedOrder, customerId: string | null): Record<string, unknown> {
  const { form, price } = agreed;
  const money = (both: BothMoneys) => ({
    shopMoney: { amount: fromCents(both.shop, agreed.shopCurrency), currencyCode: agreed.shopCurrency },
    presentmentMoney: { amount: fromCents(both.presentment, agreed.currency), currencyCode: agreed.currency },
  });
  const taxLines = (tax: BothMoneys) =>
    price.taxRate ? [{ title: price.taxRate.title, rate: String(price.taxRate.rate), priceSet: money(tax) }] : [];
  const address = mailingAddress(form);
  return {
    currency: agreed.shopCurrency,
    presentmentCurrency: agreed.currency,
    taxesIncluded: price.taxesIncluded,
    sourceName: 'web',
    sourceIdentifier: form.token,
    financialStatus: 'PAID',
    ...(form.email && { email: form.email }),
    ...(form.phone && { phone: form.phone }),
    ...(form.note && { note: form.note }),
    ...(customerId && { customer: { toAssociate: { id: customerId } } }),
    shippingAddress: address,
    billingAddress: address,
    lineItems: price.lines.map(({ line, unit, tax }) => ({
      variantId: line.variant.id,
      quantity: line.quantity,
      priceSet: money(unit),
      requiresShipping: true,
      taxLines: taxLines(tax),
    })),
    shippingLines: [{ title: agreed.rate.title, code: agreed.rate.code, priceSet: money(price.shippingListed), taxLines: taxLines(price.shippingTax) }],
    ...(agreed.discount && { discountCode: discountInput(agreed.discount, money(price.discount)) }),
    transactions: [{ kind: 'SALE', status: 'SUCCESS', gateway: 'shopify_payments', amountSet: money(price.total) }],
  };
}

function discountInput(discount: DiscountCode, amountSet: unknown): Record<string, unknown> {
  if (discount.kind === 'percentage') return { itemPercentageDiscountCode: { code: discount.code, percentage: discount.percentage } };
  if (discount.kind === 'fixed') return { itemFixedDiscountCode: { code: discount.code, amountSet } };
  return { freeShippingDiscountCode: { code: discount.code } };
}

function mailingAddress(form: CheckoutForm): Record<string, string> {
  const parts = {
    firstName: form.first_name,
    lastName: form.last_name,
    address1: form.address1,
    address2: form.address2,
    zip: form.zip,
    city: form.city,
    provinceCode: form.province,
    countryCode: form.country,
    phone: form.phone,
  };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== ''));
}
