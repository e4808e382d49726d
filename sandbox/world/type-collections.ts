import { createHash } from 'node:crypto';
import type { Gid } from '#sandbox/contract.ts';
import { gid } from './gid.ts';
import type { World } from './index.ts';
import type { ProductRecord } from './records.ts';

/** A collection that gathers by itself all products of one type: the only kind a shop here has. */
export interface TypeCollection {
  id: Gid;
  title: string;
  handle: string;
}

/** Every collection of a shop: one for each type its products have. */
export function typeCollections(world: Pick<World, 'products'>): TypeCollection[] {
  const types = new Set([...world.products.all()].map(({ productType }) => productType).filter((type) => type !== ''));
  return [...types].sort().map(collectionOf);
}

/** The collection a product is in; null for one without a type. */
export function collectionOfProduct({ productType }: Pick<ProductRecord, 'productType'>): TypeCollection | null {
  return productType === '' ? null : collectionOf(productType);
}

/** The id is the type's own, so that it stays whatever else the shop sells. */
function collectionOf(type: string): TypeCollection {
  const number = createHash('sha256').update(type).digest().readUIntBE(0, 5);
  return { id: gid('Collection', number), title: type, handle: type.toLowerCase().replace(/[^a-z0-9]+/g, '-') };
}
