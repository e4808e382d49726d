import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** One stored record; `json` null removes it. */
export interface StoredRow {
  shop: string;
  type: string;
  id: string;
  json: string | null;
}

/** Where the worlds survive a restart. */
export interface Storage {
  load(): IterableIterator<StoredRow>;
  /** Writes all rows in one transaction, or none. */
  save(rows: Iterable<StoredRow>): void;
  /** Gives every row of a shop to its new domain. */
  rename(from: string, to: string): void;
  close(): void;
}

/** Opens `world.sqlite` in `dataDir`; null keeps nothing. */
export function openStorage(dataDir: string | null): Storage {
  if (dataDir === null) return { *load() {}, save() {}, rename() {}, close() {} };
  mkdirSync(dataDir, { recursive: true });
  const db = new DatabaseSync(join(dataDir, 'world.sqlite'));
  db.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS record (
      seq INTEGER PRIMARY KEY, shop TEXT NOT NULL, type TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL,
      UNIQUE (shop, type, id)
    );
  `);
  const put = db.prepare(
    'INSERT INTO record (shop, type, id, json) VALUES (?, ?, ?, ?) ON CONFLICT (shop, type, id) DO UPDATE SET json = excluded.json',
  );
  const drop = db.prepare('DELETE FROM record WHERE shop = ? AND type = ? AND id = ?');

  return {
    *load() {
      for (const row of db.prepare('SELECT shop, type, id, json FROM record ORDER BY seq').iterate()) {
        yield { shop: String(row['shop']), type: String(row['type']), id: String(row['id']), json: String(row['json']) };
      }
    },
    save(rows) {
      db.exec('BEGIN IMMEDIATE');
      try {
        for (const row of rows) {
          if (row.json === null) drop.run(row.shop, row.type, row.id);
          else put.run(row.shop, row.type, row.id, row.json);
        }
        db.exec('COMMIT');
      } catch (error) {
        db.exec('ROLLBACK');
        throw error;
      }
    },
    rename(from, to) {
      db.prepare('UPDATE record SET shop = ? WHERE shop = ?').run(to, from);
    },
    close: () => db.close(),
  };
}
