import { randomBytes } from 'node:crypto';
import { parseCheckoutForm, shipsTo } from '../checkout/checkout-form.ts';
import { findDiscountCode } from '../checkout/discount-codes.ts';
import { placeOrder } from '../checkout/place-order.ts';
import { type BothMoneys, type OrderPrice, type PricedLine, priceOrder } from '../checkout/price-order.ts';
import { shippingRates } from '../checkout/shipping-rates.ts';
import { taxRate } from '../checkout/tax-rates.ts';
import { convertCents } from '../cents.ts';
import { loadCatalogue } from '../load-catalogue.ts';
import { productObject } from '../liquid-objects.ts';
import { cartOf, formOf, type PlacedResult, respondWithPage, seeOther, type Store, type StoreRequest, type StoreResponse } from '../store.ts';
import { cartCookie } from './cart-pages.ts';
import { pricedLines } from './priced-lines.ts';

/** The order form over the cart; an empty cart goes back to the cart page. */
export async function showCheckout(store: Store, request: StoreRequest): Promise<StoreResponse> {
  const lines = pricedLines(await loadCatalogue(store.ask), cartOf(request));
  if (lines.length === 0) return seeOther(request, '/cart');
  const guessed = guessCountry(request.visit.locale);
  return renderForm(store, request, lines, { country: guessed, token: randomBytes(16).toString('hex') }, {}, 200);
}

/** Places the order, or shows the form again with what is missing. The "update" button only reprices. */
export async function submitCheckout(store: Store, request: StoreRequest): Promise<StoreResponse> {
  const posted: Record<string, string> = Object.fromEntries(formOf(request));
  const earlier = store.placed.get(posted.token ?? '');
  if (earlier && !('refresh' in posted)) return afterPlacing(request, posted.token ?? '', await earlier);
  const lines = pricedLines(await loadCatalogue(store.ask), cartOf(request));
  if (lines.length === 0) return seeOther(request, '/cart');
  if ('refresh' in posted) return renderForm(store, request, lines, posted, {}, 200);

  const checked = parseCheckoutForm(posted);
  if ('errors' in checked) return renderForm(store, request, lines, posted, checked.errors, 422);
  const { form } = checked;
  const discount = form.discount === '' ? null : findDiscountCode(form.discount);
  if (form.discount !== '' && !discount) return renderForm(store, request, lines, posted, { discount: 'discount' }, 422);

  const { price, rate } = priceFor(request, lines, posted);
  const placing = placeOrder(store.ask, {
    form,
    price,
    rate,
    discount,
    shopCurrency: request.shop.currency,
    currency: request.visit.currency,
    locale: request.visit.locale,
  }).then((result): PlacedResult => {
    const contact = form.email || form.phone;
    if ('refused' in result) return { orderName: null, confirmationNumber: null, contact, refused: result.refused };
    return { orderName: result.placed.name, confirmationNumber: result.placed.confirmationNumber, contact, refused: [] };
  });
  store.placed.set(form.token, placing);
  const outcome = await placing.catch((error: unknown) => {
    store.placed.delete(form.token);
    throw error;
  });
  if (outcome.orderName) return afterPlacing(request, form.token, outcome);
  store.placed.delete(form.token);
  return renderForm(store, request, lines, posted, { order: outcome.refused.join(' ') }, 422);
}

/** The confirmation of an order placed in this run; any other token is 404's business. */
export async function showThankYou(store: Store, request: StoreRequest, token: string): Promise<StoreResponse | null> {
  const placed = await store.placed.get(token);
  if (!placed?.orderName) return null;
  return respondWithPage(store, request, { template: 'thank-you' }, {
    template: 'thank-you',
    order: { name: placed.orderName, confirmation_number: placed.confirmationNumber, contact: placed.contact },
  });
}

function afterPlacing(request: StoreRequest, token: string, outcome: PlacedResult): StoreResponse {
  if (!outcome.orderName) return seeOther(request, '/cart');
  return seeOther(request, `/checkouts/${token}/thank-you`, { 'set-cookie': cartCookie([]) });
}

function priceFor(request: StoreRequest, lines: PricedLine[], posted: Record<string, string>) {
  const { shop, visit } = request;
  const country = posted.country ?? '';
  const subtotal = lines.reduce((total, line) => total + line.variant.price * line.quantity, 0);
  const rates = shippingRates(country, subtotal);
  const rate = rates.find((candidate) => candidate.code === posted.shipping) ?? rates[0];
  if (!rate) throw new Error(`No shipping rate to ${country}`);
  const price = priceOrder({
    lines,
    shopCurrency: shop.currency,
    currency: visit.currency,
    rate,
    discount: findDiscountCode(posted.discount ?? ''),
    taxRate: taxRate(country, (posted.province ?? '').toUpperCase()),
    taxesIncluded: shop.taxesIncluded,
  });
  return { price, rate, rates };
}

async function renderForm(
  store: Store,
  request: StoreRequest,
  lines: PricedLine[],
  form: Record<string, string>,
  errors: Record<string, string>,
  status: number,
): Promise<StoreResponse> {
  const { price, rate, rates } = priceFor(request, lines, form);
  const { shop, visit } = request;
  const names = new Intl.DisplayNames([visit.locale], { type: 'region' });
  const countries = shipsTo.map((code) => ({ code, name: names.of(code) ?? code }));
  countries.sort((a, b) => a.name.localeCompare(b.name, visit.locale));
  return respondWithPage(store, request, { template: 'checkout' }, {
    template: 'checkout',
    form: { ...form, shipping: rate.code },
    errors,
    has_errors: Object.keys(errors).length > 0,
    countries,
    rates: rates.map((option) => ({ code: option.code, price: convertCents(option.price, shop.currency, visit.currency) })),
    summary: summaryObject(price, request),
  }, status);
}

function summaryObject(price: OrderPrice, request: StoreRequest) {
  const shown = (both: BothMoneys): number => both.presentment;
  return {
    lines: price.lines.map(({ line, total }) => ({
      product: productObject(line.product, request.shop, request.visit),
      variant_title: line.variant.title === 'Default Title' ? '' : line.variant.title,
      quantity: line.quantity,
      total: shown(total),
    })),
    subtotal: shown(price.subtotal),
    discount: shown(price.discount),
    shipping: shown(price.shipping),
    tax: shown(price.tax),
    tax_title: price.taxRate?.title ?? '',
    taxes_included: price.taxesIncluded,
    total: shown(price.total),
  };
}

const countryOfLanguage: Record<string, string> = { de: 'DE', fr: 'FR', es: 'ES', ja: 'JP', pt: 'PT', zh: 'CN' };

function guessCountry(locale: string): string {
  return countryOfLanguage[locale.split('-')[0] ?? ''] ?? 'US';
}
