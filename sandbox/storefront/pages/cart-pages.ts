import { addToCart, type CartLines, setQuantity, writeCart } from '../cart.ts';
import { loadCatalogue } from '../load-catalogue.ts';
import { productObject, variantObject } from '../liquid-objects.ts';
import { convertCents } from '../cents.ts';
import { cartOf, formOf, respondWithPage, seeOther, type Store, type StoreRequest, type StoreResponse } from '../store.ts';
import { pricedLines } from './priced-lines.ts';

/** The `set-cookie` value that keeps a cart for two weeks. */
export function cartCookie(lines: CartLines): string {
  return `cart=${writeCart(lines)}; Path=/; Max-Age=1209600; HttpOnly; SameSite=Lax`;
}

/** The cart with its lines; lines of products that are gone are left out. */
export async function showCart(store: Store, request: StoreRequest): Promise<StoreResponse> {
  const lines = pricedLines(await loadCatalogue(store.ask), cartOf(request));
  const { shop, visit } = request;
  const items = lines.map(({ product, variant, quantity }) => {
    const price = convertCents(variant.price, shop.currency, visit.currency);
    return {
      product: productObject(product, shop, visit),
      variant: variantObject(variant, shop, visit),
      quantity,
      final_price: price,
      final_line_price: price * quantity,
    };
  });
  return respondWithPage(store, request, { template: 'cart', blocksOf: 'cart' }, {
    template: 'cart',
    cart: {
      items,
      item_count: items.reduce((count, item) => count + item.quantity, 0),
      total_price: items.reduce((total, item) => total + item.final_line_price, 0),
    },
  });
}

/** Puts a variant into the cart and shows the cart; a variant the shop does not sell changes nothing. */
export async function addLine(store: Store, request: StoreRequest): Promise<StoreResponse> {
  const form = formOf(request);
  const variantId = `gid://shopify/ProductVariant/${form.get('id') ?? ''}`;
  const quantity = Number(form.get('quantity') ?? '1');
  const catalogue = await loadCatalogue(store.ask);
  const sold = catalogue.some((product) => product.variants.some((variant) => variant.id === variantId && variant.available));
  if (!sold || !Number.isInteger(quantity) || quantity < 1) return seeOther(request, '/cart');
  return seeOther(request, '/cart', { 'set-cookie': cartCookie(addToCart(cartOf(request), variantId, quantity)) });
}

/** Takes the quantities of the cart form; `checkout` among its buttons goes on to the order form. */
export function updateCart(_: Store, request: StoreRequest): StoreResponse {
  const form = formOf(request);
  let lines = cartOf(request);
  for (const [name, value] of form) {
    const id = /^updates\[(\d+)\]$/.exec(name)?.[1];
    const quantity = Number(value);
    if (id && Number.isInteger(quantity)) lines = setQuantity(lines, `gid://shopify/ProductVariant/${id}`, quantity);
  }
  const removed = form.get('remove');
  if (removed) lines = setQuantity(lines, `gid://shopify/ProductVariant/${removed}`, 0);
  return seeOther(request, form.has('checkout') ? '/checkout' : '/cart', { 'set-cookie': cartCookie(lines) });
}
