// What may go out in place of what comes back. Ids are Shopify's numbers; prices are minor units of what the customer paid in.

/** Whether units may be promised: from stock, or sold on although there is none (the merchant's setting of the variant). */
export type ExchangeStock = 'in_stock' | 'on_order' | 'sold_out';

/** One form of a product. */
export interface ExchangeVariant {
  variantId: string;
  /** Null where the product has only one form. */
  title: string | null;
  options: { name: string; value: string }[];
  image: string | null;
  /** Of one unit, as Shopify would count it in a return of this order; null where it does not price it. */
  price: number | null;
  stock: ExchangeStock;
  /** Units in stock; null where nobody counts them, or more are sold than there are. */
  left: number | null;
}

/** A product in all its forms. */
export interface ExchangeProduct {
  productId: string;
  title: string;
  image: string | null;
  currency: string;
  /** The names of what its forms differ in. */
  options: string[];
  variants: ExchangeVariant[];
}

/** A product as it is found by words. */
export interface FoundProduct {
  productId: string;
  title: string;
  image: string | null;
  currency: string;
  /** Of its cheapest form that may go out. */
  from: number | null;
}

/** Some of the products that were found, and where the next are. */
export interface FoundProducts {
  products: FoundProduct[];
  next: string | null;
}

/** Why units of a variant cannot go out. `unknown`: the shop does not sell it, or not any more. */
export interface ExchangeProblem {
  variantId: string;
  problem: 'not_enough' | 'sold_out' | 'unknown';
  /** Units that may. */
  left: number;
}
