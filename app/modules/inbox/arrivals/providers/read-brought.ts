import { z } from 'zod';
import { readJson } from '#app/kernel/json.ts';
import { day } from '#app/kernel/time.ts';
import { isFromMailgun, isFromPostmark, isFromSendgrid } from '#app/modules/sending/index.server.ts';
import { readFields } from './form-fields.ts';

export const broughtBy = ['postmark', 'mailgun', 'sendgrid'] as const;
export type BroughtBy = (typeof broughtBy)[number];

export function isBroughtBy(value: string): value is BroughtBy {
  return broughtBy.some((known) => known === value);
}

/** A mail as a provider brought it. */
export interface Brought {
  from: string;
  to: string[];
  bytes: Buffer;
}

interface Call {
  body: Buffer;
  headers: Headers;
  /** What this provider's calls are verified by. */
  secret: string;
  now: Date;
}

/** The mail in a provider's call; `forged` where the provider did not make this call, `not-raw` where it was not told to bring mails as they are. */
export function readBrought(provider: BroughtBy, call: Call): Brought | 'forged' | 'not-raw' {
  return readers[provider](call);
}

const postmark = z.object({ RawEmail: z.string().min(1).optional(), OriginalRecipient: z.string().default(''), From: z.string().default('') });
const envelope = z.object({ from: z.string().default(''), to: z.array(z.string()).default([]) });

const readers: Record<BroughtBy, (call: Call) => Brought | 'forged' | 'not-raw'> = {
  postmark({ body, headers, secret }) {
    if (!isFromPostmark(secret, headers)) return 'forged';
    const read = postmark.safeParse(readJson(body.toString('utf8')));
    if (read.data?.RawEmail === undefined) return 'not-raw';
    const { RawEmail, OriginalRecipient, From } = read.data;
    return { from: From, to: OriginalRecipient === '' ? [] : [OriginalRecipient], bytes: Buffer.from(RawEmail, 'utf8') };
  },
  mailgun({ body, headers, secret, now }) {
    const fields = readFields(body, headers.get('content-type') ?? '');
    const text = (name: string) => fields.get(name)?.toString('utf8') ?? '';
    const signature = { timestamp: text('timestamp'), token: text('token'), signature: text('signature') };
    // What is signed says nothing of the mail itself: it must not be good for ever.
    const isFresh = Math.abs(now.getTime() - Number(signature.timestamp) * 1_000) < day;
    if (!isFresh || !isFromMailgun(secret, { signature })) return 'forged';
    const bytes = fields.get('body-mime');
    if (bytes === undefined) return 'not-raw';
    return { from: text('sender'), to: text('recipient').split(',').map((address) => address.trim()).filter(Boolean), bytes };
  },
  sendgrid({ body, headers, secret }) {
    if (!isFromSendgrid(secret, body, headers)) return 'forged';
    const fields = readFields(body, headers.get('content-type') ?? '');
    const bytes = fields.get('email');
    if (bytes === undefined) return 'not-raw';
    const { from, to } = envelope.safeParse(readJson(fields.get('envelope')?.toString('utf8') ?? '')).data ?? { from: '', to: [] };
    return { from, to, bytes };
  },
};
