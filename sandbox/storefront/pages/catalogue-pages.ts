import { productObject } from '../liquid-objects.ts';
import { loadCatalogue } from '../load-catalogue.ts';
import { respondWithPage, type Store, type StoreRequest, type StoreResponse } from '../store.ts';
import { showNotFound } from './content-pages.ts';

/** The home page: what the shop is and its first products. */
export async function showHome(store: Store, request: StoreRequest): Promise<StoreResponse> {
  const products = await loadCatalogue(store.ask);
  const shown = products.map((product) => productObject(product, request.shop, request.visit));
  return respondWithPage(store, request, { template: 'index', blocksOf: 'index' }, { template: 'index', featured: shown.slice(0, 8) });
}

/** Everything the shop sells. */
export async function showAllProducts(store: Store, request: StoreRequest): Promise<StoreResponse> {
  const products = await loadCatalogue(store.ask);
  const shown = products.map((product) => productObject(product, request.shop, request.visit));
  return respondWithPage(store, request, { template: 'collection' }, { template: 'collection', collection: { products: shown, products_count: shown.length } });
}

/** One product with its variants; an unknown handle is 404. */
export async function showProduct(store: Store, request: StoreRequest, handle: string): Promise<StoreResponse> {
  const products = await loadCatalogue(store.ask);
  const product = products.find((candidate) => candidate.handle === handle);
  if (!product) return showNotFound(store, request);
  const others = products.filter((candidate) => candidate !== product).slice(0, 4);
  return respondWithPage(store, request, { template: 'product', blocksOf: 'product' }, {
    template: 'product',
    page_title: product.title,
    product: productObject(product, request.shop, request.visit),
    others: others.map((other) => productObject(other, request.shop, request.visit)),
  });
}
