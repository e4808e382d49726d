import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { isSame } from '#app/platform/crypto/signature.ts';

/** What Meta tells of a number: what became of a message, or what somebody wrote. */
export type WhatsAppNews =
  | { told: { providerId: string; ownId: string | undefined; event: 'delivered' | 'undelivered' | 'bounced'; at: Date; detail: string | null } }
  | { answer: { from: string; text: string; at: Date } };

/** Meta signs the raw body with HMAC-SHA256 under the app's secret. */
export function isFromMeta(appSecret: string, body: Buffer, signature: string | null): boolean {
  return isSame(signature, `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`);
}

const moment = z.string().regex(/^\d{9,11}$/).transform((seconds) => new Date(Number(seconds) * 1_000));
const status = z.object({ id: z.string(), status: z.string(), timestamp: moment, biz_opaque_callback_data: z.string().optional(), errors: z.array(z.object({ code: z.number(), title: z.string().optional() })).optional() });
const message = z.object({ from: z.string().regex(/^\d{5,16}$/), timestamp: moment, text: z.object({ body: z.string() }).optional(), button: z.object({ text: z.string() }).optional() });
const value = z.object({ metadata: z.object({ phone_number_id: z.string() }), statuses: z.array(z.unknown()).default([]), messages: z.array(z.unknown()).default([]) });
const news = z.object({ entry: z.array(z.object({ changes: z.array(z.object({ value: z.unknown() })) })) });

// No WhatsApp at this number, or a version of it that is too old to read what we send.
const noWhatsApp = 131026;

/** What a body says of this number; what is not final or is of another kind is left out. */
export function readWhatsAppNews(body: unknown, phoneNumberId: string): WhatsAppNews[] {
  const read = news.safeParse(body);
  const values = (read.data?.entry ?? []).flatMap(({ changes }) => changes.flatMap((change) => value.safeParse(change.value).data ?? []));
  return values.filter(({ metadata }) => metadata.phone_number_id === phoneNumberId).flatMap(({ statuses, messages }) => [...statuses.flatMap(readStatus), ...messages.flatMap(readMessage)]);
}

function readStatus(one: unknown): WhatsAppNews[] {
  const read = status.safeParse(one).data;
  if (!read) return [];
  const about = { providerId: read.id, ownId: read.biz_opaque_callback_data, at: read.timestamp };
  if (read.status === 'delivered' || read.status === 'read') return [{ told: { ...about, event: 'delivered', detail: null } }];
  if (read.status !== 'failed') return [];
  const error = read.errors?.find(({ code }) => code === noWhatsApp) ?? read.errors?.[0];
  return [{ told: { ...about, event: error?.code === noWhatsApp ? 'bounced' : 'undelivered', detail: `WhatsApp: ${error?.title ?? 'not delivered'} (${error?.code ?? 'no code'})` } }];
}

function readMessage(one: unknown): WhatsAppNews[] {
  const read = message.safeParse(one).data;
  const text = read?.text?.body ?? read?.button?.text;
  return read && text !== undefined ? [{ answer: { from: `+${read.from}`, text, at: read.timestamp } }] : [];
}
