import { Drop } from 'liquidjs';

/** Shopify's `collections`: by handle, read when a page asks. The shop's one collection is `all`, which every shop has; others are nil. */
export class CollectionsDrop extends Drop {
  readonly #readAll: () => Promise<{ title: string; products: object[]; products_count: number }>;

  constructor(readAll: () => Promise<object[]>) {
    super();
    this.#readAll = async () => {
      const products = await readAll();
      return { title: 'Products', products, products_count: products.length };
    };
  }

  override async liquidMethodMissing(handle: string | number) {
    return handle === 'all' ? this.#readAll() : null;
  }
}
