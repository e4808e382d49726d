import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import type { Receipt, TopicHandler } from '#app/platform/webhooks/topic-handler.ts';
import { liftSuppression, queueMessage, recordProviderEvent, suppress } from '#app/modules/outbox/index.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { topicOf, type FindAccount } from '../provider-door.server.ts';
import { smsHelp } from '../words.server.ts';
import { isFromTwilio, isFromVonage } from './is-from-sms-provider.ts';
import { smsAccountSetting, type SmsAccount } from './sms-account.ts';
import { readSmsNews, wishIn } from './sms-news.ts';
import { isSmsProvider, smsProviderFacts, smsProviders, type SmsProvider } from './sms-provider.ts';

/** The account that an SMS provider's news is for; `appUrl` is how the provider knows us, whatever stands between. */
export const findSmsAccount = (appUrl: string): FindAccount => async (tx, provider, sealer) => {
  const { account } = (await readSetting(tx, smsAccountSetting)).value;
  if (!account || account.provider !== provider) return null;
  return {
    token: account.token,
    async read(body, request) {
      const { pathname, search } = new URL(request.url);
      const fields = fieldsIn(body.toString('utf8'));
      const isTheirs = fields !== null && isFrom(account, sealer, { fields, address: `${appUrl}${pathname}${search}`, signature: request.headers.get('x-twilio-signature') });
      return isTheirs ? JSON.stringify(fields) : null;
    },
  };
};

function isFrom(account: SmsAccount, sealer: Sealer, { fields, address, signature }: { fields: Record<string, string>; address: string; signature: string | null }): boolean {
  if (account.provider === 'twilio') return isFromTwilio(sealer.open(account.sealedKey), address, fields, signature);
  return account.sealedWebhookSecret !== null && isFromVonage(sealer.open(account.sealedWebhookSecret), fields);
}

/** A form's fields, or a flat JSON object's. */
function fieldsIn(text: string): Record<string, string> | null {
  if (!text.startsWith('{')) return Object.fromEntries(new URLSearchParams(text));
  try {
    const told: unknown = JSON.parse(text);
    return typeof told === 'object' && told !== null ? Object.fromEntries(Object.entries(told).map(([name, value]) => [name, String(value)])) : null;
  } catch {
    return null;
  }
}

/** Applies what SMS providers told: what became of messages, and what people answered. */
export const smsTopics: TopicHandler = {
  topics: smsProviders.map((provider) => topicOf('sms', provider)),
  async apply(tx, shop, receipts) {
    for (const receipt of receipts) {
      const provider = receipt.topic.slice(topicOf('sms', '').length);
      const news = isSmsProvider(provider) ? readSmsNews(provider, receipt.body) : null;
      if (!news || !isSmsProvider(provider)) continue;
      if ('told' in news) await recordProviderEvent(tx, { provider, ...news.told, at: receipt.receivedAt });
      else await heed(tx, shop, provider, news.answer, receipt);
    }
  },
};

/** STOP holds from the moment it is heard, for everything we send by SMS; START takes it back; HELP is answered where the provider does not. */
async function heed(tx: ShopTx, shop: Shop, provider: SmsProvider, { id, from, text }: { id: string; from: string; text: string }, { receivedAt: at }: Receipt): Promise<void> {
  const wish = wishIn(text);
  if (wish === 'stop') await suppress(tx, { channel: 'sms', address: from, cause: 'stopped', at });
  if (wish === 'start') await liftSuppression(tx, { channel: 'sms', address: from, by: null, at });
  if (wish !== 'help' || smsProviderFacts[provider].answersHelp) return;
  const { locale, words } = smsHelp(shop);
  await queueMessage(tx, { channel: 'sms', kind: 'sending.help', reason: 'The customer asked for help by SMS.', dedupeKey: `sms-help:${provider}:${id}`, to: from, text: words, locale });
}
