import express from 'express';
import { createMailgunMailer } from '../../app/platform/mail/mailgun.server.ts';
import { createPostmarkMailer } from '../../app/platform/mail/postmark.server.ts';
import { createSendgridMailer } from '../../app/platform/mail/sendgrid.server.ts';
import { createSesMailer } from '../../app/platform/mail/ses.server.ts';
import { createMailProviders, type MailProvider } from '../../sandbox/mail-providers/index.ts';
import { sandboxAddress } from '../../sandbox/network-redirect.ts';
import { serveLocally } from '../harness/serve-locally.ts';

const from = 'care@nordlicht.example';

/** The mailer of an account that has this key. */
export const mailerFor = {
  postmark: (key: string) => createPostmarkMailer({ key, from }),
  sendgrid: (key: string) => createSendgridMailer({ key, from }),
  ses: (key: string) => createSesMailer({ region: 'eu-central-1', accessKeyId: key, secretAccessKey: `${key}-secret`, configurationSet: null }, from),
  mailgun: (key: string) => createMailgunMailer({ key, domain: 'mg.nordlicht.example', region: 'eu' }, from),
} satisfies Record<MailProvider, (key: string) => unknown>;

/** The four providers, reached by their own names from this process. */
export async function openMailProviders() {
  const providers = createMailProviders({ keep: () => undefined, now: () => new Date() });
  const { base, close } = await serveLocally(express().use(providers.router));
  const original = globalThis.fetch;
  const reach: { address: string } = { address: base };
  globalThis.fetch = (input, init) => original(sandboxAddress(String(input), reach.address) ?? input, init);
  return {
    ...providers,
    base,
    /** Where the providers' names lead to; another address makes them unreachable. */
    reach,
    close() {
      globalThis.fetch = original;
      return close();
    },
  };
}
