import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

/** What the engine remembers of one shop. */
export interface ShopMemory {
  /** The arguments and the result kept under an idempotency key. */
  recall(slot: string): { args: string; result: unknown } | null;
  remember(slot: string, args: string, result: unknown): void;
  /** The kept bulk operations, oldest first, as they were saved. */
  operations(): unknown[];
  saveOperation(id: string, operation: object): void;
}

/** The engine's memory: a file in the data folder, or the process's own. */
export interface EngineStore {
  of(shopId: string): ShopMemory;
  /** Signs the addresses of results; the same after a restart. */
  secret: string;
  close(): void;
}

const row = z.object({ args: z.string(), result: z.string() });
const operationRow = z.object({ json: z.string() });
const secretRow = z.object({ value: z.string() });

/** Opens `admin-api.sqlite` in `dataDir`; null keeps everything in memory. */
export function openEngineStore(dataDir: string | null): EngineStore {
  if (dataDir !== null) mkdirSync(dataDir, { recursive: true });
  const db = new DatabaseSync(dataDir === null ? ':memory:' : join(dataDir, 'admin-api.sqlite'));
  db.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS idempotency (shop TEXT, slot TEXT, args TEXT NOT NULL, result TEXT NOT NULL, PRIMARY KEY (shop, slot));
    CREATE TABLE IF NOT EXISTS operation (seq INTEGER PRIMARY KEY, shop TEXT NOT NULL, id TEXT NOT NULL UNIQUE, json TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS secret (value TEXT NOT NULL);
  `);
  const recall = db.prepare('SELECT args, result FROM idempotency WHERE shop = ? AND slot = ?');
  const remember = db.prepare('INSERT INTO idempotency (shop, slot, args, result) VALUES (?, ?, ?, ?)');
  const operations = db.prepare('SELECT json FROM operation WHERE shop = ? ORDER BY seq');
  const save = db.prepare('INSERT INTO operation (shop, id, json) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET json = excluded.json');

  const kept = secretRow.optional().parse(db.prepare('SELECT value FROM secret').get());
  const secret = kept?.value ?? randomBytes(32).toString('hex');
  if (kept === undefined) db.prepare('INSERT INTO secret (value) VALUES (?)').run(secret);

  return {
    secret,
    of: (shopId) => ({
      recall(slot) {
        const found = row.optional().parse(recall.get(shopId, slot));
        return found === undefined ? null : { args: found.args, result: JSON.parse(found.result) };
      },
      remember: (slot, args, result) => void remember.run(shopId, slot, args, JSON.stringify(result)),
      operations: () => z.array(operationRow).parse(operations.all(shopId)).map(({ json }): unknown => JSON.parse(json)),
      saveOperation: (id, operation) => void save.run(shopId, id, JSON.stringify(operation)),
    }),
    close: () => db.close(),
  };
}
