import type { Gid } from '#sandbox/contract.ts';
import type { Money } from './money.ts';

/** A picture of a product or variant. */
export interface ImageRecord {
  id: Gid;
  url: string;
  altText: string | null;
  width: number | null;
  height: number | null;
}

/** Whether a product is sold. */
export type ProductStatus = 'ACTIVE' | 'ARCHIVED' | 'DRAFT';

/** Something the shop sells; its variants are records of their own. */
export interface ProductRecord {
  id: Gid;
  title: string;
  handle: string;
  descriptionHtml: string;
  vendor: string;
  productType: string;
  status: ProductStatus;
  tags: string[];
  isGiftCard: boolean;
  options: { id: Gid; name: string; values: string[] }[];
  images: ImageRecord[];
  publishedAt: string | null;
  createdAt: string;
  updatedAt: string;
}

/** What a location holds of a variant; all of it together is on hand. */
export interface StockLevel {
  locationId: Gid;
  /** For sale; below zero when sold beyond stock. */
  available: number;
  /** Sold and not yet shipped. */
  committed: number;
  /** Set aside, by the document that says what for. */
  reserved?: Readonly<Record<string, number>>;
}

/** One sellable form of a product. */
export interface VariantRecord {
  id: Gid;
  productId: Gid;
  inventoryItemId: Gid;
  title: string;
  sku: string | null;
  barcode: string | null;
  price: Money;
  compareAtPrice: Money | null;
  position: number;
  selectedOptions: { name: string; value: string }[];
  taxable: boolean;
  tracked: boolean;
  requiresShipping: boolean;
  grams: number;
  inventoryPolicy: 'DENY' | 'CONTINUE';
  image: ImageRecord | null;
  stock: StockLevel[];
  createdAt: string;
  updatedAt: string;
}
