import type { Collections } from './collections.ts';
import { createCollections } from './collections.ts';
import type { Storage } from './storage.ts';

/** The shops as they were stored, with the last number given out. */
export function readShops(storage: Storage): { shops: Map<string, Collections>; lastNumber: number | null } {
  const shops = new Map<string, Collections>();
  let lastNumber: number | null = null;
  for (const row of storage.load()) {
    const record = JSON.parse(row.json ?? 'null');
    if (row.shop === '') {
      lastNumber = Number(record);
      continue;
    }
    const collections = shops.get(row.shop) ?? createCollections();
    shops.set(row.shop, collections);
    for (const collection of Object.values(collections)) if (collection.type === row.type) collection.put(complete(row.type, record));
  }
  return { shops, lastNumber };
}

/** A record stored by an earlier version, with what it lacks. */
function complete<T extends object>(type: string, record: T): T {
  return type === 'Order' && !('returnFees' in record) ? { ...record, returnFees: [] } : record;
}
