import { z } from 'zod';
import { momentIn, type ProviderEvent } from './provider-event.ts';

const shape = z.object({
  'event-data': z.object({
    event: z.string(),
    severity: z.string().optional(),
    timestamp: z.number(),
    recipient: z.string().optional(),
    message: z.object({ headers: z.object({ 'message-id': z.string() }) }),
    'user-variables': z.object({ 'aftercare-id': z.string().optional() }).optional(),
    'delivery-status': z.object({ message: z.string().nullish(), description: z.string().nullish() }).optional(),
  }),
});

/** What Mailgun told: a delivery, a failure for good, a complaint. */
export function readMailgun(body: unknown): ProviderEvent[] {
  const read = shape.safeParse(body);
  const at = read.success ? momentIn(read.data['event-data'].timestamp) : null;
  if (!read.success || at === null) return [];
  const { event, severity, message, recipient, 'user-variables': variables, 'delivery-status': status } = read.data['event-data'];
  // They acknowledge `<id>` and write `id`.
  const about = { providerId: `<${message.headers['message-id'].replace(/^<|>$/g, '')}>`, ownId: variables?.['aftercare-id'], at, recipients: recipient === undefined ? undefined : [recipient] };
  const detail = status?.message || status?.description || null;
  if (event === 'delivered') return [{ ...about, event, detail }];
  if (event === 'complained') return [{ ...about, event, detail: null }];
  if (event === 'failed' && severity === 'permanent') return [{ ...about, event: 'bounced', detail }];
  return [];
}
