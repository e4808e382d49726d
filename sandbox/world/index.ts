import type { SandboxClock, ShopEvent } from '#sandbox/contract.ts';
import { createCollections } from './collections.ts';
import { createShopRecords, type NewShop } from './create-shop.ts';
import { openStorage, type StoredRow } from './storage.ts';
import { returnReasons } from './return-reasons.ts';
import { readShops } from './read-shops.ts';
import { createWorld, type World } from './world.ts';

export type { NewShop } from './create-shop.ts';
export type { World } from './world.ts';

/** The shops of one sandbox. Several sandboxes live in one process without knowing of each other. */
export interface Worlds {
  createShop(shop: NewShop): World;
  find(domain: string): World | null;
  all(): World[];
  /** Hears every event of every shop, after it is stored. */
  onEvent(listener: (domain: string, event: ShopEvent) => void): () => void;
  /** Moves a shop to a new `myshopify.com` domain and reports `shop/update`. */
  renameShop(from: string, to: string): World;
  /** Closes the storage; everything committed is in it. */
  close(): void;
}

const FIRST_NUMBER = 6_000_000_000_001;
const NUMBER_KEY = { shop: '', type: 'Sequence', id: 'sequence' };

/** Opens the shops kept in `dataDir`, or an empty set in memory only when it is null. */
export function openWorlds(options: { dataDir: string | null; clock: SandboxClock }): Worlds {
  const storage = openStorage(options.dataDir);
  const listeners = new Set<(domain: string, event: ShopEvent) => void>();
  const worlds = new Map<string, World>();
  const stored = readShops(storage);
  let number = stored.lastNumber ?? FIRST_NUMBER - 1;

  const around = {
    clock: options.clock,
    storage,
    nextNumber: () => (number += 1),
    numberRow: (): StoredRow => ({ ...NUMBER_KEY, json: JSON.stringify(number) }),
    emit(domain: string, event: ShopEvent) {
      for (const listener of listeners) listener(domain, event);
    },
  };
  for (const [domain, collections] of stored.shops) worlds.set(domain, createWorld(collections, around));

  return {
    createShop(shop) {
      if (worlds.has(shop.domain)) throw new Error(`${shop.domain} exists already`);
      const collections = createCollections();
      const records = createShopRecords(shop, options.clock.now(), around.nextNumber);
      collections.shops.put(records.shop);
      const world = createWorld(collections, around);
      world.change((change) => {
        change.put('shops', records.shop);
        change.put('locations', records.location);
        for (const reason of returnReasons()) change.put('returnReasons', reason);
      });
      worlds.set(shop.domain, world);
      return world;
    },
    find: (domain) => worlds.get(domain) ?? null,
    all: () => [...worlds.values()],
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    renameShop(from, to) {
      const world = worlds.get(from);
      if (!world) throw new Error(`no shop ${from}`);
      if (worlds.has(to)) throw new Error(`${to} exists already`);
      storage.rename(from, to);
      worlds.delete(from);
      worlds.set(to, world);
      world.change((change) => {
        const { primaryDomain } = change.shop;
        const moved = primaryDomain.host === from ? { ...primaryDomain, host: to, url: `https://${to}` } : primaryDomain;
        change.put('shops', { ...change.shop, domain: to, primaryDomain: moved, updatedAt: change.now });
        change.emit('shop/update', change.shop.id);
      });
      return world;
    },
    close: () => storage.close(),
  };
}
