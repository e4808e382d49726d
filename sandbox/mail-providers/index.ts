import express, { type Request, type Response, type Router } from 'express';
import { mailAccountShape, mailEvents, mailProviders, newMailAccount, type MailAccount, type MailEvent, type MailProvider, type TakenMail } from './account.ts';
import { mailgun } from './mailgun.ts';
import { postmark } from './postmark.ts';
import { selfSigned } from './self-signed.ts';
import { sendgrid } from './sendgrid.ts';
import { ses } from './ses.ts';
import { complaintAbout, textOf, type MailStandIn } from './stand-in.ts';

export type { MailAccount, MailEvent, MailProvider, TakenMail } from './account.ts';
export { inMailbox } from './in-mailbox.ts';
export { subscriptionRequest } from './ses.ts';

/** The providers' sides of the wire. */
export const mailStandIns: Readonly<Record<MailProvider, MailStandIn>> = { postmark, sendgrid, ses, mailgun };

/** So long a mail is under way before its provider knows what became of it. */
const wayToTheReader = 500;

/** The mail providers of one sandbox. */
export interface MailProviders {
  /** The providers' APIs under `/mail-providers/{provider}` and their switches under `/control/mail-providers`. */
  router: Router;
  /** Opens an account, or changes one. */
  account(provider: MailProvider, key: string, change?: Partial<MailAccount>): MailAccount;
  /** Tells the account's webhook what became of a mail; the answer's status, null where there is no webhook. */
  tell(provider: MailProvider, key: string, mail: TakenMail, event: MailEvent): Promise<number | null>;
}

/** Mails are handed to `keep`; those to an address that begins with `bounce` or `complain` end so, all others are delivered. */
export function createMailProviders({ keep, now }: { keep(provider: MailProvider, mail: TakenMail): void; now(): Date }): MailProviders {
  const accounts = new Map<string, MailAccount>();
  const account: MailProviders['account'] = (provider, key, change = {}) => {
    const one = accounts.get(`${provider} ${key}`) ?? newMailAccount(provider, key);
    accounts.set(`${provider} ${key}`, Object.assign(one, change));
    return one;
  };
  for (const provider of mailProviders) account(provider, `demo-${provider}-key`);

  const tell: MailProviders['tell'] = async (provider, key, mail, event) => {
    const one = account(provider, key);
    if (one.webhookUrl === null) return null;
    const { body, headers } = mailStandIns[provider].push(one, mail, event, now());
    const { origin, pathname, search } = new URL(one.webhookUrl);
    const answer = await fetch(`${origin}${pathname}${search}`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } }).catch(() => null);
    one.pushes.push(answer?.status ?? 0);
    return answer?.status ?? 0;
  };

  const call = (provider: MailProvider) => async (request: Request, response: Response) => {
    const standIn = mailStandIns[provider];
    const key = standIn.keyIn(request);
    const one = key === null ? undefined : accounts.get(`${provider} ${key}`);
    if (!one || one.withdrawn) return standIn.refuse(response, 401);
    for (const [switched, why] of [['slowDown', 429], ['failing', 503]] as const) {
      if (one[switched] === 0) continue;
      one[switched] -= 1;
      return standIn.refuse(response, why);
    }
    const read = await standIn.read(request, one, request.baseUrl);
    if (read === null) return void response.status(404).json({ message: `The stand-in of ${provider} knows no ${request.method} ${request.path}.` });
    const wrong = typeof read === 'string' ? read : complaintAbout(read);
    if (typeof read === 'string' || wrong !== null) return standIn.reject(response, wrong ?? '');
    if (one.unverified) return standIn.refuse(response, 'unverified');
    if (one.hangUp > 0) {
      one.hangUp -= 1;
      const lost = { ...read, id: 'lost' };
      one.mails.push(lost);
      keep(provider, lost);
      return void request.socket.destroy();
    }
    const mail = { ...read, id: standIn.accept(response) };
    one.mails.push(mail);
    keep(provider, mail);
    const event = mail.to.startsWith('bounce') ? 'bounced' : mail.to.startsWith('complain') ? 'complained' : 'delivered';
    setTimeout(() => void tell(provider, one.key, mail, event), wayToTheReader).unref();
  };

  const router = express.Router();
  router.get(/^\/mail-providers\/sns\/SimpleNotificationService-(.+)\.pem$/, (request, response) => {
    const one = accounts.get(`ses ${request.params[0]}`);
    if (one) response.type('application/x-pem-file').send(selfSigned('sns.amazonaws.com', one.signing()));
    else response.status(404).end();
  });
  router.get('/mail-providers/sns', (_request, response) => void response.type('text/xml').send('<ConfirmSubscriptionResponse/>'));
  for (const provider of mailProviders) router.use(`/mail-providers/${provider}`, express.json({ limit: '40mb' }), express.urlencoded({ extended: false, limit: '10mb' }), call(provider));
  router.use('/control/mail-providers', controls(accounts, account, tell));
  return { router, account, tell };
}

function controls(accounts: ReadonlyMap<string, MailAccount>, account: MailProviders['account'], tell: MailProviders['tell']): Router {
  const control = express.Router().use(express.json());
  control.post('/:provider/:key/events', async (request, response) => {
    const { mail: id, event } = request.body as { mail?: unknown; event?: unknown };
    const provider = mailProviders.find((one) => one === request.params.provider);
    const known = mailEvents.find((one) => one === event);
    const mail = accounts.get(`${provider} ${request.params.key}`)?.mails.find((one) => one.id === textOf(id));
    if (!provider || !known || !mail) return void response.status(422).json({ error: 'There is no such mail or event.' });
    response.json({ pushed: await tell(provider, request.params.key, mail, known) });
  });
  control.route('/:provider/:key')
    .get((request, response) => {
      const one = accounts.get(`${request.params.provider} ${request.params.key}`);
      if (!one) return void response.status(404).json({ error: 'There is no such account.' });
      const { signing, ...shown } = one;
      response.json({ ...shown, publicKey: signing().publicKey.export({ type: 'spki', format: 'der' }).toString('base64') });
    })
    .post((request, response) => {
      const provider = mailProviders.find((one) => one === request.params.provider);
      const change = mailAccountShape.partial().safeParse(request.body);
      if (!provider || !change.success) return void response.status(422).json({ error: change.error?.issues ?? 'There is no such provider.' });
      account(provider, request.params.key, change.data);
      response.json({ ok: true });
    });
  return control;
}
