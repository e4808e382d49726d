import { z } from 'zod';
import { momentIn, type ProviderEvent } from './provider-event.ts';

const shape = z.object({ event: z.string(), type: z.string().optional(), timestamp: z.number(), sg_message_id: z.string(), reason: z.string().optional(), response: z.string().optional(), aftercare_id: z.string().optional(), email: z.string().optional() });

const fromSuppression = /^(?:bounced address|spam reporting address|invalid)/i;

/** What SendGrid told, many at once. What it gave up for an address that is dead, to the server there or on its own list, `bounced`; what it gave up otherwise was not delivered. */
export function readSendgrid(body: unknown): ProviderEvent[] {
  return (Array.isArray(body) ? body : []).flatMap((one: unknown): ProviderEvent[] => {
    const read = shape.safeParse(one);
    const at = read.success ? momentIn(read.data.timestamp) : null;
    if (!read.success || at === null) return [];
    const { event, type, sg_message_id, reason = null, response = null, aftercare_id: ownId, email } = read.data;
    // Their id goes on after the first point with the machine's name.
    const about = { providerId: sg_message_id.split('.')[0] ?? sg_message_id, ownId, at, recipients: email === undefined ? undefined : [email] };
    if (event === 'delivered') return [{ ...about, event, detail: response }];
    if (event === 'spamreport') return [{ ...about, event: 'complained', detail: null }];
    if (event === 'bounce') return [{ ...about, event: type === 'blocked' ? 'undelivered' : 'bounced', detail: reason }];
    if (event === 'dropped') return [{ ...about, event: reason !== null && fromSuppression.test(reason) ? 'bounced' : 'undelivered', detail: reason }];
    return [];
  });
}
