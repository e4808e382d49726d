import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterAll } from 'vitest';
import { openMailDoor } from '#app/modules/inbox/index.server.ts';
import { saveMailbox } from '#app/modules/inbox/mailboxes/save-mailbox.server.ts';
import type { MailboxNeeds } from '#app/modules/inbox/mailboxes/save-mailbox.server.ts';
import { createSealer } from '#app/platform/crypto/seal.server.ts';
import { openDatabase } from '#app/platform/db/database.server.ts';
import { createDiskStore } from '#app/platform/files/disk-store.server.ts';
import { createLimits } from '#app/platform/limits/limits.server.ts';
import { createLog } from '#app/platform/log/log.server.ts';
import type { SmtpDoor } from '#app/platform/mail-in/smtp-door.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { freshDatabase } from '../harness/fresh-database.ts';
import { MovableClock } from '../harness/movable-clock.ts';
import { openShop } from '../harness/shop-context.ts';

export const doorName = 'in.aftercare.example';
/** Nobody signs in at Google or Microsoft. */
export const noLogins = { google: null, microsoft: null };
const log = createLog('silent', 'test');

/** Shops with mailboxes, our mail server at a free port, and mail programs that write to it. */
export async function openDoorStage() {
  const databaseUrl = await freshDatabase();
  const database = openDatabase({ url: databaseUrl, pool: 10, name: 'inbox doors' });
  const directory = await mkdtemp(join(tmpdir(), 'inbox-doors-'));
  const files = createDiskStore(directory);
  const clock = new MovableClock();
  const shops = new Map<number, ShopContext>();
  const doors: SmtpDoor[] = [];
  afterAll(async () => {
    await Promise.all(doors.map((door) => door.stop()));
    await database.close();
    await rm(directory, { recursive: true, force: true });
  });
  const sealer = createSealer([{ id: 'k', key: randomBytes(32) }]);
  const needs: MailboxNeeds = { sealer, allowInside: true, hasDoor: true };
  const stage = {
    database,
    databaseUrl,
    files,
    clock,
    sealer,
    needs,
    limits: createLimits(database, log),
    shops: { contextOf: async (id: number) => shops.get(id) ?? null },
    async newShop(domain: string) {
      const ctx = await openShop(database, { domain }, { clock });
      shops.set(ctx.shop.id, ctx);
      return ctx;
    },
    async openDoor(changes: Partial<Parameters<typeof openMailDoor>[0]> = {}) {
      const door = await openMailDoor({ door: { port: 0, name: doorName, certificate: null }, database, shops: stage.shops, files, limits: stage.limits, log, ...changes });
      doors.push(door);
      return door;
    },
    /** Adds a mailbox as the settings page does. */
    async addMailbox(ctx: ShopContext, fields: Record<string, string>) {
      const saved = await saveMailbox(ctx, formOf({ name: 'Nordlicht', wayIn: 'door', ...fields }), needs);
      if (!('saved' in saved)) throw new Error(JSON.stringify(saved));
      return ctx.tx((tx) => tx.mailboxes.findFirstOrThrow({ where: { id: saved.saved } }));
    },
    arrivals: (ctx: ShopContext) => ctx.tx((tx) => tx.mail_arrivals.findMany({ orderBy: { id: 'asc' } })),
    async bytesOf(key: string) {
      const stored = await files.get(key);
      return stored ? Buffer.from(await new Response(stored).arrayBuffer()) : null;
    },
    /** How often a job is waiting to be done. */
    async waiting(name: string) {
      const { rows } = await database.pool.query<{ count: number }>(
        'select count(*)::int as count from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1', [name]);
      return rows[0]?.count ?? 0;
    },
  };
  return stage;
}

export function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

/** A mail program at a port of this machine. */
export const mailProgram = (port: number, pool = false) => createTransport({ host: '127.0.0.1', port, ignoreTLS: true, ...(pool ? { pool: true as const, maxConnections: 8, maxMessages: 10_000 } : {}) });

export const lines = (...given: string[]): Buffer => Buffer.from(given.join('\r\n'));

/** A mail's source, one of its kind unless it is named. */
export const mailOf = (subject: string, id = randomBytes(6).toString('hex')): Buffer =>
  lines('From: Ada <ada@example.com>', 'To: care@nordlicht.example', `Subject: ${subject}`, `Message-ID: <${id}@example.com>`, 'Date: Tue, 24 Nov 2026 10:00:00 +0000', '', 'Where is my parcel?', '');
