import { isSame } from '#app/platform/crypto/signature.ts';
import { isFromMeta, readWhatsAppNews } from '#app/platform/whatsapp/read-whatsapp-news.ts';
import type { TopicHandler } from '#app/platform/webhooks/topic-handler.ts';
import { liftSuppression, recordProviderEvent, suppress } from '#app/modules/outbox/index.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { topicOf, type FindAccount } from '../provider-door.server.ts';
import { wishIn } from '../sms/sms-news.ts';
import { whatsAppSetting } from './whatsapp-account.ts';

/** The number that Meta's news is for. Before it tells anything it greets us, and wants its challenge back. */
export const findWhatsApp: FindAccount = async (tx, _provider, sealer) => {
  const { account } = (await readSetting(tx, whatsAppSetting)).value;
  if (!account) return null;
  return {
    token: account.token,
    greet({ searchParams: asked }) {
      const isTheirs = asked.get('hub.mode') === 'subscribe' && isSame(asked.get('hub.verify_token'), account.greeting);
      return isTheirs ? asked.get('hub.challenge') : null;
    },
    read: async (body, { headers }) => (isFromMeta(sealer.open(account.sealedAppSecret), body, headers.get('x-hub-signature-256')) ? body.toString('utf8') : null),
  };
};

/** Applies what Meta told: what became of messages, and who wants no more of them. */
export const whatsAppTopics: TopicHandler = {
  topics: [topicOf('whatsapp', 'meta')],
  async apply(tx, _shop, receipts) {
    const { account } = (await readSetting(tx, whatsAppSetting)).value;
    if (!account) return;
    for (const news of receipts.flatMap(({ body }) => readWhatsAppNews(body, account.phoneNumberId))) {
      if ('told' in news) {
        await recordProviderEvent(tx, { provider: 'whatsapp', ...news.told });
        continue;
      }
      const { from: address, text, at } = news.answer;
      const wish = wishIn(text);
      if (wish === 'stop') await suppress(tx, { channel: 'whatsapp', address, cause: 'stopped', at });
      if (wish === 'start') await liftSuppression(tx, { channel: 'whatsapp', address, by: null, at });
    }
  },
};
