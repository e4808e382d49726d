import { z } from 'zod';
import type { OutboxMessage, OutboxStore } from './outbox-store.ts';

const shape = z.object({
  id: z.string().min(1).max(200),
  to: z.string().regex(/^\+[1-9]\d{6,14}$/, 'not a number in E.164'),
  from: z.string().min(1).max(20),
  text: z.string().min(1).max(1600),
});

/** The answer to the sender: HTTP status and JSON body. */
export interface SmsAnswer {
  status: 200 | 409 | 422;
  body: Record<string, unknown>;
}

/** Delivers an SMS once per `id`: a repeat answers the same, the same `id` with other content is refused. */
export function receiveSms(outbox: OutboxStore, posted: unknown, at: Date): SmsAnswer {
  const parsed = shape.safeParse(posted);
  if (!parsed.success) return { status: 422, body: { error: z.prettifyError(parsed.error) } };
  const { id, to, from, text } = parsed.data;
  const earlier = outbox.find(id);
  if (earlier) {
    const same = earlier.channel === 'sms' && earlier.to[0] === to && earlier.from === from && earlier.text === text;
    return same ? { status: 200, body: { id, status: 'delivered' } } : { status: 409, body: { error: 'This id belongs to another message' } };
  }
  const message: OutboxMessage = { id, channel: 'sms', at: at.toISOString(), from, to: [to], subject: null, text, html: null, headers: {}, messageId: null, raw: null, attachments: [] };
  outbox.add(message);
  return { status: 200, body: { id, status: 'delivered' } };
}
