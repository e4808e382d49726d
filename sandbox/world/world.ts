import type { Gid, SandboxClock, ShopEvent } from '#sandbox/contract.ts';
import type { Collection, MutableCollection } from './collection.ts';
import type { Collections, Records, Writers } from './collections.ts';
import { gid } from './gid.ts';
import type { ShopRecord } from './records.ts';
import type { Storage, StoredRow } from './storage.ts';

type Readable<C> = C extends MutableCollection<infer T, infer I> ? Collection<T, I> : never;

/** The shop's records, read only. */
export type Reading = { readonly [K in keyof Collections]: Readable<Collections[K]> };

/** What a command may do: read, write, number new records and say what happened. */
export interface Change extends Reading {
  /** The command's moment at second resolution, as Shopify stamps records. */
  readonly now: string;
  readonly shop: ShopRecord;
  newId(type: string): Gid;
  put<K extends keyof Records>(kind: K, record: Records[K]): void;
  remove(kind: keyof Records, id: Gid): void;
  /** Reported after the commit, in this order. */
  emit(topic: string, subject: Gid, body?: Record<string, unknown>): void;
}

/** One shop: what it holds and the one door through which it changes. */
export interface World extends Reading {
  /** `example.myshopify.com` */
  readonly domain: string;
  readonly shop: ShopRecord;
  readonly clock: SandboxClock;
  /** Runs a command: all of it is kept or none, then its events go out. A command inside a command joins it. */
  change<T>(command: (change: Change) => T): T;
  /** Loads history: rows are written in large transactions at the end, and no event goes out. */
  bulk<T>(load: () => T | Promise<T>): Promise<T>;
}

/** What a world needs from the worlds around it. */
export interface Surroundings {
  clock: SandboxClock;
  storage: Storage;
  nextNumber(): number;
  /** The row that keeps `nextNumber` from repeating after a restart. */
  numberRow(): StoredRow;
  emit(domain: string, event: ShopEvent): void;
}

const BULK_ROWS = 10_000;

/** A world over given collections; `collections` holds at least the shop. */
export function createWorld(collections: Collections, around: Surroundings): World {
  const writers: Writers = collections;
  const dirty = new Map<string, { kind: keyof Records; id: Gid }>();
  let current: { change: Change; events: ShopEvent[] } | null = null;
  let loading = 0;

  function shop(): ShopRecord {
    const [record] = collections.shops.all();
    if (!record) throw new Error('a world without its shop');
    return record;
  }

  function set<K extends keyof Records>(kind: K, id: Gid, record: Records[K] | null): void {
    if (record === null) writers[kind].remove(id);
    else writers[kind].put(record);
  }

  function flush(): void {
    if (dirty.size === 0) return;
    const domain = shop().domain;
    around.storage.save(rows(domain));
    dirty.clear();
  }

  function* rows(domain: string): IterableIterator<StoredRow> {
    yield around.numberRow();
    for (const { kind, id } of dirty.values()) {
      const record = collections[kind].get(id);
      yield { shop: domain, type: collections[kind].type, id, json: record === null ? null : JSON.stringify(record) };
    }
  }

  function run<T>(command: (change: Change) => T): T {
    const undo: (() => void)[] = [];
    const touched: string[] = [];
    const events: ShopEvent[] = [];
    const now = stamp(around.clock.now());

    function write<K extends keyof Records>(kind: K, id: Gid, after: Records[K] | null): void {
      const before = writers[kind].get(id);
      set(kind, id, after);
      undo.push(() => set(kind, id, before));
      const key = `${kind} ${id}`;
      if (!dirty.has(key)) {
        dirty.set(key, { kind, id });
        touched.push(key);
      }
    }

    const change: Change = {
      ...collections,
      now,
      get shop() {
        return shop();
      },
      newId: (type) => gid(type, around.nextNumber()),
      put: (kind, record) => write(kind, record.id, record),
      remove: (kind, id) => write(kind, id, null),
      emit: (topic, subject, body) => events.push({ topic, subject, at: around.clock.now(), ...(body ? { body } : {}) }),
    };
    current = { change, events };
    let result: T;
    try {
      result = command(change);
      if (loading === 0 || dirty.size > BULK_ROWS) flush();
    } catch (error) {
      for (const step of undo.reverse()) step();
      for (const key of touched) dirty.delete(key);
      throw error;
    } finally {
      current = null;
    }
    if (loading === 0) for (const event of events) around.emit(shop().domain, event);
    return result;
  }

  return {
    ...collections,
    get domain() {
      return shop().domain;
    },
    get shop() {
      return shop();
    },
    clock: around.clock,
    change: (command) => (current ? command(current.change) : run(command)),
    async bulk(load) {
      loading += 1;
      try {
        return await load();
      } finally {
        loading -= 1;
        if (loading === 0) flush();
      }
    },
  };
}

/** Shopify's timestamps have no fraction of a second. */
export function stamp(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}
