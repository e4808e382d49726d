import { randomBytes } from 'node:crypto';
import { createSealer } from '../../app/platform/crypto/seal.server.ts';
import { createLog } from '../../app/platform/log/log.server.ts';
import { createShopRegistry } from '../../app/platform/shops/shop-registry.server.ts';
import { drainReceipts } from '../../app/platform/webhooks/drain-receipts.server.ts';
import { createProviderDoor, findMailAccount, mailNews, saveMailAccount, type RecordProviderEvent } from '../../app/modules/sending/index.server.ts';
import { mailAccountSetting } from '../../app/modules/sending/mail/mail-account.ts';
import { readSetting } from '../../app/modules/settings/index.server.ts';
import type { MailProvider } from '../../sandbox/mail-providers/index.ts';
import { openTestShops } from '../outbox/shop-context.ts';
import { openMailProviders } from '../platform/mail-providers-stage.ts';

export type Ctx = Awaited<ReturnType<Awaited<ReturnType<typeof openTestShops>>['newShop']>>;
type News = Parameters<RecordProviderEvent>[1];

export function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

/** Shops that connect the stand-ins, and the door that these push to. */
export async function openSendingStage() {
  const { database, newShop } = await openTestShops();
  const providers = await openMailProviders();
  const sealer = createSealer([{ id: 'k1', key: randomBytes(32) }]);
  const log = createLog('silent', 'test');
  const clock = { now: () => new Date() };
  const shops = createShopRegistry({ database, clock, log, adminFor: () => ({ run: () => Promise.reject(new Error('Nothing here asks Shopify.')) }) });
  const needs = { shops, database, sealer, clock, log };
  const mailDoor = createProviderDoor(needs, 'mail', findMailAccount);
  const heard: News[] = [];
  const topics = [mailNews(async (_tx, news) => void heard.push(news))];

  return {
    ...providers,
    newShop,
    sealer,
    log,
    needs,
    mailDoor,
    /** Connects an account at a provider; its push address and the stand-in's side of it. */
    async connect(ctx: Ctx, provider: MailProvider, changes: Record<string, string> = {}) {
      const key = `${provider}-${randomBytes(4).toString('hex')}`;
      const account = providers.account(provider, key, { webhookSecret: `${key}-signing` });
      const secret = { postmark: '', mailgun: account.webhookSecret, ses: `arn:aws:sns:eu-central-1:123456789012:${key}`, sendgrid: '' };
      if (provider === 'sendgrid') secret.sendgrid = account.signing().publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
      const asked = { provider, from: 'care@nordlicht.example', key: provider === 'ses' ? account.secret : key, account: provider === 'ses' ? key : 'mg.nordlicht.example', region: provider === 'mailgun' ? 'eu' : 'eu-central-1', webhookSecret: secret[provider] };
      const saved = await saveMailAccount(ctx, sealer, formOf({ ...asked, ...changes }), 'Ada');
      if (!('saved' in saved)) throw new Error(JSON.stringify(saved));
      const stored = (await ctx.tx((tx) => readSetting(tx, mailAccountSetting))).value.account;
      if (provider === 'postmark' && stored?.sealedWebhookSecret) account.webhookSecret = sealer.open(stored.sealedWebhookSecret);
      return { account, key, address: `https://app.example.com/inbound/mail/${provider}?token=${stored?.token ?? ''}` };
    },
    /** What was told since the last time. */
    async heard(ctx: Ctx): Promise<News[]> {
      await drainReceipts(ctx, topics);
      return heard.splice(0);
    },
    async close() {
      providers.close();
      await database.close();
    },
  };
}
