import { randomUUID } from 'node:crypto';
import express, { type Request, type Response, type Router } from 'express';
import type { OutboxStore } from '../mailbox/index.ts';
import { smsProviders, type SmsAccount, type SmsEvent, type SmsProvider, type TakenSms } from './account.ts';
import { twilio } from './twilio.ts';
import { vonage } from './vonage.ts';

export type { SmsAccount, SmsEvent, SmsProvider, TakenSms } from './account.ts';

/** The providers' sides of the wire. */
export const smsStandIns = { twilio, vonage };

/** So long a message is under way before its provider knows what became of it. */
const wayToThePhone = 500;

/** The SMS providers of one sandbox. */
export interface SmsProviders {
  /** The providers' APIs under `/sms-providers/{provider}`. */
  router: Router;
  /** Opens an account, or changes one. */
  account(provider: SmsProvider, id: string, change?: Partial<SmsAccount>): SmsAccount;
}

/** What they take is shown on the phone page, and told as delivered to whoever asked to be told. */
export function createSmsProviders({ outbox, now }: { outbox: Pick<OutboxStore, 'add'> | null; now(): Date }): SmsProviders {
  const accounts = new Map<string, SmsAccount>();
  const account: SmsProviders['account'] = (provider, id, change = {}) => {
    const one = accounts.get(`${provider} ${id}`) ?? { id, secret: 'demo-secret', signatureSecret: 'demo-signature-secret', refuseWith: null, messages: [] };
    accounts.set(`${provider} ${id}`, Object.assign(one, change));
    return one;
  };
  for (const provider of smsProviders) account(provider, `demo${provider}`);

  const tell = async (provider: SmsProvider, one: SmsAccount, message: TakenSms, event: SmsEvent) => {
    if (message.newsAddress === null) return;
    const { body, headers } = smsStandIns[provider].push(one, message.newsAddress, smsStandIns[provider].news(message, event));
    await fetch(message.newsAddress, { method: 'POST', body, headers }).catch(() => null);
  };

  const call = (provider: SmsProvider) => (request: Request, response: Response) => {
    const standIn = smsStandIns[provider];
    const { id, secret } = standIn.loginIn(request);
    const one = accounts.get(`${provider} ${id}`);
    if (!one || one.secret !== secret) return standIn.refuse(response);
    const read = standIn.read(request);
    if (read === null) return void response.status(404).json({ message: `The stand-in of ${provider} knows no ${request.method} ${request.path}.` });
    if (one.refuseWith !== null) return standIn.refuse(response, one.refuseWith);
    const message = { ...read, id: standIn.accept(response) };
    one.messages.push(message);
    outbox?.add({ id: randomUUID(), channel: 'sms', at: now().toISOString(), from: read.from, to: [read.to], subject: null, text: read.text, html: null, headers: { 'x-taken-by': provider }, messageId: null, raw: null, attachments: [] });
    setTimeout(() => void tell(provider, one, message, 'delivered'), wayToThePhone).unref();
  };

  const router = express.Router();
  for (const provider of smsProviders) router.use(`/sms-providers/${provider}`, express.urlencoded({ extended: false }), call(provider));
  return { router, account };
}
