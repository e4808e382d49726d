import { readBag } from '../money-input.ts';
import type { NewLine, NewOrder, NewTax } from '../new-order.ts';
import type { MoneyBag, ProductRecord, VariantRecord } from '../records.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';
import type { LineItemInput, OrderCreateInput, TaxLineInput } from './order-input.ts';

/** The lines of an order to create, completed from the catalogue. */
export function readLines(change: Change, input: OrderCreateInput, currency: string, presentmentCurrency: string): { lines: NewLine[]; userErrors: UserError[] } {
  const lines: NewLine[] = [];
  const userErrors: UserError[] = [];
  (input.lineItems ?? []).forEach((line, index) => {
    const field = (name: string) => ['order', 'lineItems', String(index), name];
    const variant = line.variantId ? change.variants.get(line.variantId) : null;
    const product = variant ? change.products.get(variant.productId) : line.productId ? change.products.get(line.productId) : null;
    if (line.quantity < 1) userErrors.push(userError(field('quantity'), 'Quantity must be greater than 0', 'INVALID'));
    if (line.variantId && !variant) return void userErrors.push(userError(field('variantId'), 'Variant does not exist', 'INVALID'));
    if (!variant && !line.title) return void userErrors.push(userError(field('title'), "Title can't be blank", 'INVALID'));
    const price = line.priceSet ? readBag(line.priceSet, currency, presentmentCurrency) : catalogPrice(variant, currency, presentmentCurrency);
    if (typeof price === 'string') return void userErrors.push(userError(field('priceSet'), `Price ${price}`, 'INVALID'));
    const taxes = readTaxes(line.taxLines ?? input.taxLines ?? [], currency, presentmentCurrency, line.taxLines ? undefined : 'order');
    if (typeof taxes === 'string') return void userErrors.push(userError(field('taxLines'), taxes, 'INVALID'));
    lines.push(newLine(line, variant, product, price, taxes));
  });
  return { lines, userErrors };
}

/** The shipping lines of an order to create. */
export function readShipping(input: OrderCreateInput, currency: string, presentmentCurrency: string): { lines: NewOrder['shipping']; userErrors: UserError[] } {
  const lines: NewOrder['shipping'] = [];
  const userErrors: UserError[] = [];
  (input.shippingLines ?? []).forEach((line, index) => {
    const price = readBag(line.priceSet, currency, presentmentCurrency);
    const taxes = readTaxes(line.taxLines ?? [], currency, presentmentCurrency);
    const wrong = typeof price === 'string' ? `Price ${price}` : typeof taxes === 'string' ? taxes : null;
    if (wrong !== null) userErrors.push(userError(['order', 'shippingLines', String(index), 'priceSet'], wrong, 'INVALID'));
    else if (typeof price !== 'string' && typeof taxes !== 'string') lines.push({ title: line.title, code: line.code ?? line.title, source: line.source ?? null, price, taxes });
  });
  return { lines, userErrors };
}

function newLine(line: LineItemInput, variant: VariantRecord | null, product: ProductRecord | null, price: MoneyBag, taxes: NewTax[]): NewLine {
  const variantTitle = variant && variant.title !== 'Default Title' ? variant.title : null;
  return {
    productId: product?.id ?? null,
    variantId: variant?.id ?? null,
    title: line.title ?? product?.title ?? '',
    variantTitle: line.variantTitle ?? variantTitle,
    sku: line.sku ?? variant?.sku ?? null,
    vendor: line.vendor ?? product?.vendor ?? null,
    image: variant?.image ?? product?.images[0] ?? null,
    quantity: line.quantity,
    unitPrice: price,
    requiresShipping: line.requiresShipping || (variant?.requiresShipping ?? false),
    taxable: line.taxable ?? true,
    giftCard: line.giftCard || (product?.isGiftCard ?? false),
    grams: variant?.grams ?? 0,
    taxes,
    customAttributes: (line.properties ?? []).map((property) => ({ key: property.name, value: property.value })),
  };
}

function catalogPrice(variant: VariantRecord | null, currency: string, presentmentCurrency: string): MoneyBag | string {
  if (!variant) return "can't be blank";
  if (presentmentCurrency !== currency) return `must be given in ${presentmentCurrency}`;
  return { shop: variant.price, presentment: variant.price };
}

/** Taxes given for the whole order apply to each line by their rate, so that their sums stay right to the cent. */
function readTaxes(inputs: readonly TaxLineInput[], currency: string, presentmentCurrency: string, from?: 'order'): NewTax[] | string {
  const taxes: NewTax[] = [];
  for (const input of inputs) {
    const price = input.priceSet && from !== 'order' ? readBag(input.priceSet, currency, presentmentCurrency) : undefined;
    if (typeof price === 'string') return `Tax ${price}`;
    taxes.push({
      title: input.title,
      rate: Number(input.rate),
      channelLiable: input.channelLiable ?? false,
      ...(price ? { price } : {}),
    });
  }
  return taxes;
}
