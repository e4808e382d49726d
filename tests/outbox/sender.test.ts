import PostalMime from 'postal-mime';
import { afterAll, expect, it } from 'vitest';
import { deliverMessage, queueMessage } from '../../app/modules/outbox/index.server.ts';
import { changeSetting, senderSetting } from '../../app/modules/settings/index.server.ts';
import { createMailer } from '../../app/platform/mail/mailer.server.ts';
import { createMetrics } from '../../app/platform/metrics/metrics.server.ts';
import { startMailServer } from './mail-server.ts';
import { openTestShops } from './shop-context.ts';

const { database, newShop } = await openTestShops();
const server = await startMailServer();
const ctx = await newShop('Nordlicht & Co');
const mailer = createMailer({ smtpUrl: server.url, from: 'Aftercare <care@example.com>', log: ctx.log });
afterAll(async () => {
  mailer.close();
  await database.close();
});

async function received(dedupeKey: string) {
  const queued = await ctx.tx((tx) =>
    queueMessage(tx, { channel: 'email', kind: 'test', reason: 'A test asked for it.', to: 'ada@example.com', locale: 'en', subject: 'Hello', text: 'Words', html: null, dedupeKey }),
  );
  await deliverMessage(ctx, { mailer, sms: null, metrics: createMetrics() }, { id: String(queued.id) });
  return PostalMime.parse(server.received.at(-1)?.raw ?? '');
}

it('a mail bears the shop’s name until the merchant sets another, and then that one with the address answers go to', async () => {
  expect((await received('first')).from).toEqual({ name: 'Nordlicht & Co', address: 'care@example.com' });
  await changeSetting(ctx, senderSetting, { value: { displayName: 'Nordlicht Kundenservice', replyTo: 'hilfe@nordlicht.example' }, version: 0, by: null });
  const mail = await received('second');
  expect(mail.from).toEqual({ name: 'Nordlicht Kundenservice', address: 'care@example.com' });
  expect(mail.replyTo?.map(({ address }) => address)).toEqual(['hilfe@nordlicht.example']);
});
