import { z } from 'zod';
import { readJson } from '#app/kernel/json.ts';
import { momentIn, type ProviderEvent } from './provider-event.ts';

const envelope = z.object({ Type: z.literal('Notification'), Message: z.string() });
const shape = z.object({
  eventType: z.string().optional(),
  notificationType: z.string().optional(),
  mail: z.object({ messageId: z.string(), timestamp: z.string(), commonHeaders: z.object({ messageId: z.string().optional() }).optional() }),
  delivery: z.object({ timestamp: z.string(), smtpResponse: z.string().optional(), recipients: z.array(z.string()).default([]) }).optional(),
  bounce: z.object({ timestamp: z.string(), bounceType: z.string(), bouncedRecipients: z.array(z.object({ diagnosticCode: z.string().optional(), emailAddress: z.string().optional() })).default([]) }).optional(),
  complaint: z.object({ timestamp: z.string(), complaintFeedbackType: z.string().optional(), complainedRecipients: z.array(z.object({ emailAddress: z.string() })).default([]) }).optional(),
});

/** What Amazon SES told through Amazon SNS, by event publishing or feedback notifications. */
export function readSes(body: unknown): ProviderEvent[] {
  const wrapped = envelope.safeParse(body);
  const read = wrapped.success ? shape.safeParse(readJson(wrapped.data.Message)) : null;
  if (!read?.success) return [];
  const { eventType, notificationType, mail, delivery, bounce, complaint } = read.data;
  const kind = eventType ?? notificationType;
  const at = momentIn(delivery?.timestamp ?? bounce?.timestamp ?? complaint?.timestamp ?? mail.timestamp);
  if (at === null) return [];
  // The mail's own Message-ID, which begins with what we call it.
  const ownId = /^<(\d+\.\d+)[.@]/.exec(mail.commonHeaders?.messageId ?? '')?.[1];
  const named = [...(delivery?.recipients ?? []), ...[...(bounce?.bouncedRecipients ?? []), ...(complaint?.complainedRecipients ?? [])].flatMap(({ emailAddress }) => emailAddress ?? [])];
  const about = { providerId: mail.messageId, ownId, at, recipients: named };
  if (kind === 'Delivery') return [{ ...about, event: 'delivered', detail: delivery?.smtpResponse ?? null }];
  if (kind === 'Complaint') return [{ ...about, event: 'complained', detail: complaint?.complaintFeedbackType ?? null }];
  if (kind === 'Bounce' && bounce?.bounceType === 'Permanent') return [{ ...about, event: 'bounced', detail: bounce.bouncedRecipients[0]?.diagnosticCode ?? null }];
  return [];
}
