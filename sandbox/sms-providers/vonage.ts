import { createHmac, randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import type { SmsAccount, SmsEvent, TakenSms } from './account.ts';

/** Vonage's side of the wire: the SMS API, delivery receipts and incoming messages, signed with the account's signature secret. */
export const vonage = {
  loginIn(request: Request): { id: string; secret: string } {
    const { api_key = '', api_secret = '' } = request.body as Record<string, string>;
    return { id: api_key, secret: api_secret };
  },
  refuse(response: Response, code = 4): void {
    response.json({ 'message-count': '1', messages: [{ status: String(code), 'error-text': `Refused with ${code}` }] });
  },
  read(request: Request): Omit<TakenSms, 'id'> | null {
    if (request.method !== 'POST' || request.path !== '/sms/json') return null;
    const { to = '', from = '', text = '', callback = null, 'client-ref': ref = null } = request.body as Record<string, string>;
    return { to: `+${to}`, from, text, newsAddress: callback, ref };
  },
  accept(response: Response): string {
    const id = randomBytes(8).toString('hex');
    response.json({ 'message-count': '1', messages: [{ status: '0', 'message-id': id, 'remaining-balance': '9.9', 'message-price': '0.05' }] });
    return id;
  },
  news({ id, to, from, ref }: TakenSms, event: SmsEvent): Record<string, string> {
    const about = { msisdn: to.slice(1), to: from, messageId: id, scts: '2611221200', 'message-timestamp': '2026-11-22 12:00:00', ...(ref === null ? {} : { 'client-ref': ref }) };
    if (event === 'delivered') return { ...about, status: 'delivered', 'err-code': '0' };
    return { ...about, status: 'failed', 'err-code': event === 'dead' ? '3' : '2' };
  },
  answer: (from: string, to: string, text: string): Record<string, string> => ({ msisdn: from.slice(1), to: to.slice(1), messageId: randomBytes(8).toString('hex'), text, type: 'text', keyword: text.toUpperCase().split(' ')[0] ?? '' }),
  push({ signatureSecret }: SmsAccount, _address: string, told: Record<string, string>) {
    const fields: Record<string, string> = { ...told, timestamp: '1795348800', nonce: randomBytes(8).toString('hex') };
    const text = Object.keys(fields).sort().map((name) => `&${name}=${(fields[name] ?? '').replace(/[&=]/g, '_')}`).join('');
    return { body: JSON.stringify({ ...fields, sig: createHmac('sha256', signatureSecret).update(text).digest('hex') }), headers: { 'content-type': 'application/json' } };
  },
};
