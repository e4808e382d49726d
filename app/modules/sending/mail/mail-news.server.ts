import { readJson } from '#app/kernel/json.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { TopicHandler } from '#app/platform/webhooks/topic-handler.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { topicOf, type FindAccount } from '../provider-door.server.ts';
import { confirmSubscription, signedByAmazon } from './events/amazon-notice.server.ts';
import { isFromMailgun, isFromPostmark, isFromSendgrid } from './events/is-from-provider.ts';
import type { ProviderEvent } from './events/provider-event.ts';
import { readMailgun } from './events/read-mailgun.ts';
import { readPostmark } from './events/read-postmark.ts';
import { readSendgrid } from './events/read-sendgrid.ts';
import { readSes } from './events/read-ses.ts';
import { mailAccountSetting } from './mail-account.ts';
import { isMailProvider, mailProviders, type MailProvider } from './mail-provider.ts';

const readers: Readonly<Record<MailProvider, (body: unknown) => ProviderEvent[]>> = { postmark: readPostmark, sendgrid: readSendgrid, ses: readSes, mailgun: readMailgun };

/** Writes down what a provider told of a message; telling it twice changes nothing. */
export type RecordProviderEvent = (tx: ShopTx, news: ProviderEvent & { provider: string }) => Promise<unknown>;

/** The account that a mail provider's news is for. Without something to verify it by, no news is believed. */
export const findMailAccount: FindAccount = async (tx, provider, sealer) => {
  const { account } = (await readSetting(tx, mailAccountSetting)).value;
  if (!account || account.provider !== provider) return null;
  const secret = account.sealedWebhookSecret === null ? null : sealer.open(account.sealedWebhookSecret);
  return {
    token: account.token,
    async read(body, { headers }) {
      const told = objectIn(body);
      if (secret === null || told === null) return null;
      if (account.provider !== 'ses') return isFrom[account.provider]({ secret, body, told, headers }) ? JSON.stringify(told) : null;
      const notice = await signedByAmazon(told, secret);
      if (!notice || notice.Type === 'Notification') return notice && JSON.stringify(notice);
      return notice.Type === 'UnsubscribeConfirmation' || (await confirmSubscription(notice)) ? 'done' : null;
    },
  };
};

interface Told {
  secret: string;
  body: Buffer;
  told: object;
  headers: Headers;
}

const isFrom: Readonly<Record<Exclude<MailProvider, 'ses'>, (news: Told) => boolean>> = {
  postmark: ({ secret, headers }) => isFromPostmark(secret, headers),
  sendgrid: ({ secret, body, headers }) => isFromSendgrid(secret, body, headers),
  mailgun: ({ secret, told }) => isFromMailgun(secret, told),
};

function objectIn(body: Buffer): object | null {
  const told = readJson(body.toString('utf8'));
  return typeof told === 'object' ? told : null;
}

/** Applies what mail providers told. */
export function mailNews(record: RecordProviderEvent): TopicHandler {
  return {
    topics: mailProviders.map((provider) => topicOf('mail', provider)),
    async apply(tx, _shop, receipts) {
      for (const { topic, body } of receipts) {
        const provider = topic.slice(topicOf('mail', '').length);
        if (!isMailProvider(provider)) continue;
        for (const news of readers[provider](body)) await record(tx, { provider, ...news });
      }
    },
  };
}
