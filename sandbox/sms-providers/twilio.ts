import { createHmac, randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import type { SmsAccount, SmsEvent, TakenSms } from './account.ts';

const errors: Readonly<Record<number, [status: number, message: string]>> = {
  20003: [401, 'Authenticate'],
  20429: [429, 'Too Many Requests'],
  21211: [400, "Invalid 'To' Phone Number"],
  21408: [400, 'Permission to send an SMS has not been enabled for the region'],
  21606: [400, "The 'From' phone number provided is not a valid message-capable Twilio phone number"],
  21610: [400, 'Attempt to send to unsubscribed recipient'],
};

/** Twilio's side of the wire: `Messages.json`, status callbacks and incoming messages, signed with the account's token. */
export const twilio = {
  loginIn(request: Request): { id: string; secret: string } {
    const [id = '', secret = ''] = Buffer.from((request.get('authorization') ?? '').slice('Basic '.length), 'base64').toString('utf8').split(':');
    return { id, secret };
  },
  refuse(response: Response, code = 20003): void {
    const [status, message] = errors[code] ?? [400, 'Bad request'];
    response.status(status).json({ code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status });
  },
  read(request: Request): Omit<TakenSms, 'id'> | null {
    if (request.method !== 'POST' || !/^\/2010-04-01\/Accounts\/\w+\/Messages\.json$/.test(request.path)) return null;
    const { To = '', From = '', Body = '', StatusCallback = null } = request.body as Record<string, string>;
    return { to: To, from: From, text: Body, newsAddress: StatusCallback, ref: null };
  },
  accept(response: Response): string {
    const sid = `SM${randomBytes(16).toString('hex')}`;
    response.status(201).json({ sid, status: 'queued', error_code: null });
    return sid;
  },
  news({ id, to, from }: TakenSms, event: SmsEvent): Record<string, string> {
    const about = { MessageSid: id, SmsSid: id, To: to, From: from };
    if (event === 'delivered') return { ...about, MessageStatus: 'delivered' };
    return { ...about, MessageStatus: 'undelivered', ErrorCode: event === 'dead' ? '30005' : '30003' };
  },
  answer: (from: string, to: string, text: string): Record<string, string> => ({ MessageSid: `SM${randomBytes(16).toString('hex')}`, From: from, To: to, Body: text, NumMedia: '0' }),
  push({ secret }: SmsAccount, address: string, fields: Record<string, string>) {
    const text = address + Object.keys(fields).sort().map((name) => `${name}${fields[name] ?? ''}`).join('');
    return { body: new URLSearchParams(fields).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': createHmac('sha1', secret).update(text).digest('base64') } };
  },
};
