import pg from 'pg';
import { second } from '#app/kernel/time.ts';
import type { Database } from '#app/platform/db/database.server.ts';
import type { Logger } from '#app/platform/log/log.server.ts';
import type { ImapReader } from '#app/platform/mail-in/imap-reader.server.ts';
import type { ShopRegistry } from '#app/platform/shops/shop-registry.server.ts';
import { readMailbox, type ReadingNeeds } from './read-mailbox.server.ts';

export interface MailboxesNeeds extends ReadingNeeds {
  database: Pick<Database, 'pool'>;
  /** For the one connection whose locks say which mailboxes this process reads. */
  databaseUrl: string;
  shops: Pick<ShopRegistry, 'contextOf'>;
  log: Logger;
  /** How often to look for mailboxes that were added, changed or removed. */
  every?: number;
}

interface Wanted {
  mailboxId: string;
  shopId: number;
  changedAt: string;
}

const lockClass = 7_236_413;

/**
 * Reads the mailboxes of all shops that are fetched, each by one process at a time: who holds its lock reads it, and a process that dies gives its locks up. A mailbox that
 * was changed is opened anew.
 */
export function readMailboxes({ database, databaseUrl, shops, log, every = 5 * second, ...needs }: MailboxesNeeds): { stop(): Promise<void> } {
  const readers = new Map<string, { reader: ImapReader; changedAt: string }>();
  let locks: pg.Client | null = null;
  let stopping = false;

  const lockHolder = async (): Promise<pg.Client> => {
    if (locks) return locks;
    const client = new pg.Client({ connectionString: databaseUrl, application_name: 'aftercare-mailboxes', keepAlive: true });
    client.on('error', () => lose(client));
    client.on('end', () => lose(client));
    await client.connect();
    locks = client;
    return client;
  };
  /** Without the connection others may take our mailboxes. */
  const lose = (client: pg.Client): void => {
    if (locks !== client) return;
    locks = null;
    for (const { reader } of readers.values()) void reader.stop();
    readers.clear();
  };
  const ask = async (client: pg.Client, verb: 'pg_try_advisory_lock' | 'pg_advisory_unlock', mailboxId: string): Promise<boolean> =>
    (await client.query<{ answer: boolean }>(`select ${verb}($1, hashtext($2)) as answer`, [lockClass, mailboxId])).rows[0]?.answer === true;

  const look = async (): Promise<void> => {
    const { rows } = await database.pool.query<Wanted>(
      `select d.mailbox_id as "mailboxId", d.shop_id as "shopId", d.changed_at::text as "changedAt"
         from platform.mail_doors d join platform.shops s on s.id = d.shop_id and s.state = 'installed' where d.reads`,
    );
    const client = await lockHolder();
    const wanted = new Map(rows.map((row) => [row.mailboxId, row]));
    for (const [mailboxId, { reader, changedAt }] of readers) {
      if (wanted.get(mailboxId)?.changedAt === changedAt) continue;
      readers.delete(mailboxId);
      await reader.stop();
      await ask(client, 'pg_advisory_unlock', mailboxId);
    }
    for (const { mailboxId, shopId, changedAt } of rows) {
      if (stopping || readers.has(mailboxId) || !(await ask(client, 'pg_try_advisory_lock', mailboxId))) continue;
      const ctx = await shops.contextOf(shopId);
      if (ctx && locks === client) readers.set(mailboxId, { reader: readMailbox(ctx, mailboxId, needs), changedAt });
    }
  };

  let looking = Promise.resolve();
  const lookAfterThat = () => {
    looking = looking.then(() => (stopping ? undefined : look())).catch((error: unknown) => log.warn({ error }, 'mailboxes were not looked for'));
  };
  lookAfterThat();
  const timer = setInterval(lookAfterThat, every);
  return {
    async stop() {
      stopping = true;
      clearInterval(timer);
      await looking;
      await Promise.all([...readers.values()].map(({ reader }) => reader.stop()));
      const client = locks;
      locks = null;
      await client?.end();
    },
  };
}
