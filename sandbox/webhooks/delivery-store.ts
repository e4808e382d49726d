import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

const KEPT = 5_000;

/** `dropped` never left (a switch), `failed` was given up after all retries, `cancelled` ended with an uninstall. */
export type DeliveryState = 'pending' | 'delivered' | 'dropped' | 'failed' | 'cancelled';

/** One webhook on its way, or past it. Times are epoch milliseconds. */
export interface Delivery {
  id: number;
  webhookId: string;
  eventId: string;
  shopDomain: string;
  topic: string;
  uri: string;
  triggeredAt: string;
  /** The exact bytes that are signed and sent, also at every retry. */
  body: string;
  state: DeliveryState;
  attempts: number;
  nextAt: number;
  lastStatus: number | null;
  lastAnswer: string | null;
}

/** What a delivery list can be narrowed by. */
export interface DeliveryQuery {
  shopDomain?: string;
  topic?: string;
  state?: string;
  limit: number;
}

const row = z
  .object({
    id: z.number(),
    webhook_id: z.string(),
    event_id: z.string(),
    shop_domain: z.string(),
    topic: z.string(),
    uri: z.string(),
    triggered_at: z.string(),
    body: z.string(),
    state: z.enum(['pending', 'delivered', 'dropped', 'failed', 'cancelled']),
    attempts: z.number(),
    next_at: z.number(),
    last_status: z.number().nullable(),
    last_answer: z.string().nullable(),
  })
  .transform(
    (found): Delivery => ({
      id: found.id,
      webhookId: found.webhook_id,
      eventId: found.event_id,
      shopDomain: found.shop_domain,
      topic: found.topic,
      uri: found.uri,
      triggeredAt: found.triggered_at,
      body: found.body,
      state: found.state,
      attempts: found.attempts,
      nextAt: found.next_at,
      lastStatus: found.last_status,
      lastAnswer: found.last_answer,
    }),
  );

/** Where deliveries are kept. */
export type DeliveryStore = ReturnType<typeof openDeliveryStore>;

/** Opens `webhooks.sqlite` in the folder, or a store in memory when there is none; pending deliveries are found again after a restart. */
export function openDeliveryStore(dataDir: string | null) {
  if (dataDir) mkdirSync(dataDir, { recursive: true });
  const db = new DatabaseSync(dataDir ? join(dataDir, 'webhooks.sqlite') : ':memory:');
  db.exec(`
    pragma journal_mode = wal;
    pragma synchronous = normal;
    create table if not exists deliveries (
      id integer primary key autoincrement, webhook_id text not null, event_id text not null, shop_domain text not null, topic text not null,
      uri text not null, triggered_at text not null, state text not null, attempts integer not null, next_at real not null,
      last_status integer, last_answer text);
    create table if not exists bodies (webhook_id text primary key, body text not null) without rowid;
    create index if not exists deliveries_pending on deliveries (next_at) where state = 'pending';
    create index if not exists deliveries_webhook on deliveries (webhook_id);
  `);
  const insert = db.prepare(`insert into deliveries
    (webhook_id, event_id, shop_domain, topic, uri, triggered_at, state, attempts, next_at) values (?, ?, ?, ?, ?, ?, ?, 0, ?)`);
  // Bodies stand apart, so that the progress of a delivery is a small write.
  const insertBody = db.prepare('insert or ignore into bodies values (?, ?)');
  const update = db.prepare('update deliveries set state = ?, attempts = ?, next_at = ?, last_status = ?, last_answer = ? where id = ?');
  const select = 'select * from deliveries join bodies using (webhook_id)';
  const due = db.prepare(`${select} where state = 'pending' and next_at <= ? order by next_at, id limit ?`);
  const byId = db.prepare(`${select} where id = ?`);
  const earliest = db.prepare("select min(next_at) as at from deliveries where state = 'pending'");
  const prune = db.prepare("delete from deliveries where state <> 'pending' and id <= (select max(id) from deliveries) - ?");
  const pruneBodies = db.prepare('delete from bodies where webhook_id not in (select webhook_id from deliveries)');

  return {
    add(one: Omit<Delivery, 'id' | 'attempts' | 'lastStatus' | 'lastAnswer'>): void {
      insertBody.run(one.webhookId, one.body);
      const { lastInsertRowid } = insert.run(one.webhookId, one.eventId, one.shopDomain, one.topic, one.uri, one.triggeredAt, one.state, one.nextAt);
      if (Number(lastInsertRowid) % 500 !== 0) return;
      prune.run(KEPT);
      pruneBodies.run();
    },
    save(one: Delivery): void {
      update.run(one.state, one.attempts, one.nextAt, one.lastStatus, one.lastAnswer, one.id);
    },
    due: (now: number, limit: number): Delivery[] => due.all(now, limit).map((found) => row.parse(found)),
    /** When the next pending delivery is due, or null when none is pending. */
    nextDue: (): number | null => z.object({ at: z.number().nullable() }).parse(earliest.get()).at,
    byWebhookId: (webhookId: string): Delivery[] =>
      db.prepare(`${select} where webhook_id = ? order by id`).all(webhookId).map((found) => row.parse(found)),
    byId(id: number): Delivery | null {
      const found = byId.get(id);
      return found ? row.parse(found) : null;
    },
    list(query: DeliveryQuery): Delivery[] {
      const narrowed = [
        ['shop_domain', query.shopDomain],
        ['topic', query.topic],
        ['state', query.state],
      ].filter((pair): pair is [string, string] => pair[1] !== undefined);
      const where = narrowed.length ? `where ${narrowed.map(([column]) => `${column} = ?`).join(' and ')}` : '';
      const values = narrowed.map(([, value]) => value);
      return db.prepare(`${select} ${where} order by id desc limit ?`).all(...values, query.limit).map((found) => row.parse(found));
    },
    counts: (): Record<string, number> =>
      Object.fromEntries(
        z
          .array(z.object({ state: z.string(), many: z.number() }))
          .parse(db.prepare('select state, count(*) as many from deliveries group by state').all())
          .map(({ state, many }) => [state, many]),
      ),
    /** Ends what is still on its way to an app that was uninstalled. */
    cancelPending(shopDomain: string, except: string[]): void {
      const marks = except.map(() => '?').join(', ');
      db.prepare(`update deliveries set state = 'cancelled' where shop_domain = ? and state = 'pending' and topic not in (${marks})`).run(shopDomain, ...except);
    },
    /** Brings pending deliveries forward, as when the retry scale changes. */
    rush(now: number): void {
      db.prepare("update deliveries set next_at = ? where state = 'pending'").run(now);
    },
    close: () => db.close(),
  };
}
