import { afterAll } from 'vitest';
import { deliverMessage, messageDetail, queueMessage, type OutgoingMessage, type Transports, type TruthCheck } from '../../app/modules/outbox/index.server.ts';
import { createLog } from '../../app/platform/log/log.server.ts';
import { createMailer } from '../../app/platform/mail/mailer.server.ts';
import { createMetrics } from '../../app/platform/metrics/metrics.server.ts';
import { startMailServer } from './mail-server.ts';
import { openTestShops } from './shop-context.ts';

type Shop = Awaited<ReturnType<Awaited<ReturnType<typeof openTestShops>>['newShop']>>;

/** Shops that send to a real SMTP server. */
export async function setOutboxStage() {
  const { database, newShop } = await openTestShops();
  const server = await startMailServer();
  const mailer = createMailer({ smtpUrl: server.url, from: 'Nordlicht <care@example.com>', log: createLog('silent', 'test') });
  const transports: Transports = { mailer, sms: null, metrics: createMetrics() };
  afterAll(async () => {
    mailer.close();
    await database.close();
  });
  return {
    database,
    newShop,
    server,
    transports,
    queue: (ctx: Shop, changes: Partial<OutgoingMessage> & { dedupeKey: string }) => ctx.tx((tx) => queueMessage(tx, notice(changes))),
    deliver: (ctx: Shop, id: string, checks: readonly TruthCheck[] = []) => deliverMessage(ctx, transports, { id }, checks),
    fate: async (ctx: Shop, id: string) => {
      const { state, held, outcome } = await messageDetail(ctx, id);
      return { state, held, outcome };
    },
    /** What reached a mailbox, in order. */
    arrived: () => server.received.map(({ raw }) => /^Subject: (.*)$/m.exec(raw)?.[1]?.trim()),
  };
}

/** A notice as a module would write it. */
export function notice(changes: Partial<OutgoingMessage> & { dedupeKey: string }): OutgoingMessage {
  return {
    channel: 'email',
    kind: 'notices.shipped',
    reason: 'The parcel was handed to the carrier.',
    to: 'ada@example.com',
    subject: changes.dedupeKey,
    text: 'Your parcel left.',
    html: null,
    locale: 'en',
    ...changes,
  } as OutgoingMessage;
}

/** An order of the shop, as far as the outbox looks at one. */
export async function addOrder(ctx: Pick<Shop, 'tx'>, id: string, changes: { email?: string; test?: boolean; imported?: boolean; cancelled_at?: Date; shipping_address?: { province?: string; countryCode: string; zip?: string; phone?: string } } = {}) {
  const { email = null, test = false, imported = false, cancelled_at = null, shipping_address = null } = changes;
  await ctx.tx((tx) => tx.$executeRaw`
    insert into orders (id, name, created_at, processed_at, updated_at, currency, presentment_currency, fingerprint, search, subtotal, subtotal_presentment, discounts, discounts_presentment,
           shipping, shipping_presentment, tax, tax_presentment, total, total_presentment, email, test, imported, cancelled_at, shipping_address)
    values (${id}, ${`#${id}`}, now(), now(), now(), 'EUR', 'EUR', '', '', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ${email}, ${test}, ${imported}, ${cancelled_at}, ${JSON.stringify(shipping_address)}::jsonb)`);
}
