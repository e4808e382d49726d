import express, { type Router } from 'express';
import { createMailExchange, type MailExchange } from './mail-exchange.ts';
import { createSmtpSink } from './smtp-sink.ts';
import { mailSwitchesShape, wellBehaved } from './mail-switches.ts';
import { type OutboxMessage, openOutboxStore, type OutboxStore } from './outbox-store.ts';
import { mailboxPages } from './pages/mailbox-pages.ts';
import { phonePages } from './pages/phone-pages.ts';
import { receiveSms } from './receive-sms.ts';

export type { OutboxMessage, OutboxStore } from './outbox-store.ts';

/** The mailbox and phone of one sandbox. */
export interface Mailbox {
  /** Pages, SMS door, `/outbox.json` and `/control/mail`, to be mounted at the root. */
  router: Router;
  outbox: OutboxStore;
  /** Listens for mail; port 0 takes a free one. Answers with the port taken. */
  startSmtp(port: number, host?: string): Promise<number>;
  close(): Promise<void>;
}

/** A message without its bulk: no raw source, attachments by name and type only. */
function publicForm(message: OutboxMessage) {
  const { id, channel, at, from, to, subject, text, html, headers, messageId } = message;
  return { id, channel, at, from, to, subject, text, html, headers, messageId, attachments: message.attachments.map(({ filename, mimeType }) => ({ filename, mimeType })) };
}

/** Makes a mailbox that keeps its messages in `dataDir`, or in memory without one; mail to the domain of `exchange` goes to that domain's server. */
export function createMailbox(deps: { dataDir: string | null; now?: () => Date; exchange?: MailExchange }): Mailbox {
  const now = deps.now ?? (() => new Date());
  const outbox = openOutboxStore(deps.dataDir);
  const switches = wellBehaved();
  const exchange = deps.exchange ? createMailExchange(deps.exchange) : null;
  const smtp = createSmtpSink(outbox, { switches, now, passOn: exchange?.passOn ?? null });
  let listening = false;

  const router = express.Router();
  router.post('/sms/messages', express.json({ limit: '64kb' }), (request, response) => {
    const answer = receiveSms(outbox, request.body, now());
    response.status(answer.status).json(answer.body);
  });
  router.get('/outbox.json', (request, response) => {
    const to = typeof request.query.to === 'string' ? { to: request.query.to } : {};
    response.json(outbox.list(to).map(publicForm));
  });
  router.delete('/outbox.json', (_, response) => {
    outbox.clear();
    response.status(204).end();
  });
  router.get('/control/mail', (_, response) => {
    response.json(switches);
  });
  router.post('/control/mail', express.json(), (request, response) => {
    const parsed = mailSwitchesShape.safeParse(request.body);
    if (!parsed.success) {
      response.status(422).json({ error: parsed.error.issues });
      return;
    }
    response.json(Object.assign(switches, parsed.data));
  });
  router.delete('/control/mail', (_, response) => {
    response.json(Object.assign(switches, wellBehaved()));
  });
  router.use(mailboxPages(outbox));
  router.use(phonePages(outbox));

  return {
    router,
    outbox,
    startSmtp: (port, host = '127.0.0.1') =>
      new Promise((resolve, reject) => {
        smtp.server.once('error', reject);
        smtp.listen(port, host, () => {
          listening = true;
          const address = smtp.server.address();
          resolve(typeof address === 'object' && address ? address.port : port);
        });
      }),
    close: async () => {
      if (listening) await new Promise<void>((resolve) => smtp.close(() => resolve()));
      exchange?.close();
      outbox.close();
    },
  };
}
