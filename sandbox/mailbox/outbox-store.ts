import { join } from 'node:path';
import { mkdirSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

const attachment = z.object({ filename: z.string(), mimeType: z.string(), base64: z.string() });
const shape = z.object({
  id: z.string(),
  channel: z.enum(['email', 'sms']),
  at: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string().nullable(),
  text: z.string(),
  html: z.string().nullable(),
  headers: z.record(z.string(), z.string()),
  messageId: z.string().nullable(),
  raw: z.string().nullable(),
  attachments: z.array(attachment),
});

/** One mail or SMS that left. `headers` have lower-case names; `raw` is the mail as it came over the wire. */
export type OutboxMessage = z.infer<typeof shape>;

/** Keeps what left, newest first. */
export interface OutboxStore {
  add(message: OutboxMessage): void;
  find(id: string): OutboxMessage | null;
  list(filter?: { channel?: OutboxMessage['channel']; to?: string }): OutboxMessage[];
  clear(): void;
  close(): void;
}

/** Opens the outbox in `dataDir`, or in memory without one. */
export function openOutboxStore(dataDir: string | null): OutboxStore {
  if (dataDir) mkdirSync(dataDir, { recursive: true });
  const db = new DatabaseSync(dataDir ? join(dataDir, 'outbox.sqlite') : ':memory:');
  db.exec('PRAGMA journal_mode = WAL; CREATE TABLE IF NOT EXISTS message (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, channel TEXT NOT NULL, body TEXT NOT NULL)');
  const insert = db.prepare('INSERT INTO message (id, channel, body) VALUES (?, ?, ?)');
  const one = db.prepare('SELECT body FROM message WHERE id = ?');
  const all = db.prepare('SELECT body FROM message ORDER BY seq DESC');
  const read = (row: Record<string, unknown>): OutboxMessage => shape.parse(JSON.parse(String(row.body)));
  return {
    add: (message) => {
      insert.run(message.id, message.channel, JSON.stringify(message));
    },
    find: (id) => {
      const row = one.get(id);
      return row ? read(row) : null;
    },
    list: ({ channel, to } = {}) =>
      all
        .all()
        .map(read)
        .filter((message) => (!channel || message.channel === channel) && (!to || message.to.some((address) => address.toLowerCase() === to.toLowerCase()))),
    clear: () => db.exec('DELETE FROM message'),
    close: () => db.close(),
  };
}
