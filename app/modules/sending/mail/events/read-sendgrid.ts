import { z } from 'zod';
import { momentIn, type ProviderEvent } from './provider-event.ts';

const shape = z.object({ event: z.string(), type: z.string().optional(), timestamp: z.number(), sg_message_id: z.string(), reason: z.string().optional(), response: z.string().optional(), aftercare_id: z.string().optional() });

const fromSuppression = /^(?:bounced address|spam reporting address|invalid)/i;

/** What SendGrid told, many at once. `blocked` is a refusal of the moment; a `dropped` mail met its own list of dead addresses. */
export function readSendgrid(body: unknown): ProviderEvent[] {
  return (Array.isArray(body) ? body : []).flatMap((one: unknown): ProviderEvent[] => {
    const read = shape.safeParse(one);
    const at = read.success ? momentIn(read.data.timestamp) : null;
    if (!read.success || at === null) return [];
    const { event, type, sg_message_id, reason = null, response = null, aftercare_id: ownId } = read.data;
    // Their id goes on after the first point with the machine's name.
    const about = { providerId: sg_message_id.split('.')[0] ?? sg_message_id, ownId, at };
    if (event === 'delivered') return [{ ...about, event, detail: response }];
    if (event === 'spamreport') return [{ ...about, event: 'complained', detail: null }];
    if (event === 'bounce' && type !== 'blocked') return [{ ...about, event: 'bounced', detail: reason }];
    if (event === 'dropped' && reason !== null && fromSuppression.test(reason)) return [{ ...about, event: 'bounced', detail: reason }];
    return [];
  });
}
