import { z } from 'zod';
import type { Bounce } from './bounce.ts';
import { tellsAnnoyance } from './complaint.ts';
import type { Complaint } from './complaint.ts';

const LONGEST = 256 * 1024;

const recipient = z.object({ emailAddress: z.string().max(1_000), status: z.string().optional(), diagnosticCode: z.string().optional() });
const recipients = z.array(recipient).min(1).max(1_000);

/** What Amazon SES publishes about a mail; of a subscription by mail, its JSON is the text. */
const notice = z
  .object({
    notificationType: z.string().optional(),
    eventType: z.string().optional(),
    mail: z.object({
      commonHeaders: z.object({ messageId: z.string().optional() }).optional(),
      headers: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
    }),
    bounce: z.object({ bouncedRecipients: recipients }).optional(),
    deliveryDelay: z.object({ delayedRecipients: recipients }).optional(),
    complaint: z.object({ complainedRecipients: recipients, complaintFeedbackType: z.string().nullish() }).optional(),
  })
  .refine(({ notificationType, eventType }) => notificationType !== undefined || eventType !== undefined);

/** The same as SNS wraps it, unless it was told to leave it raw. */
const wrapped = z.object({ Type: z.literal('Notification'), Message: z.string() });

export interface ServiceNotice {
  bounce: Bounce | null;
  complaint: Complaint | null;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What the JSON at the beginning of a text says; servers broke its long line, some with a mark. */
function told(text: string): unknown {
  const [opening, closing] = [text.indexOf('{'), text.lastIndexOf('}')];
  if (closing < opening || opening < 0 || text.slice(0, opening).trim() !== '') return null;
  const whole = text.slice(opening, closing + 1);
  return json(whole.replace(/!\n[ \t]?/g, '')) ?? json(whole.replace(/!?\n[ \t]?/g, ''));
}

function bounced(action: Bounce['action'], failed: z.infer<typeof recipients>, originalMessageId: string | null): Bounce {
  const addresses = failed.map(({ emailAddress }) => (/<([^<>]+)>\s*$/.exec(emailAddress)?.[1] ?? emailAddress).trim().toLowerCase());
  const [first] = failed;
  return { action, recipient: addresses[0] ?? null, status: /^[45]\.\d{1,3}\.\d{1,3}$/.exec(first?.status ?? '')?.[0] ?? null, diagnostic: first?.diagnosticCode ?? null, originalMessageId, recipients: addresses };
}

/** Reads a mail whose text is a notice of Amazon SES as JSON; null when it is none. */
export function readSesNotice(text: string): ServiceNotice | null {
  if (!/^\s{0,100}\{/.test(text) || text.length > LONGEST) return null;
  const outer = told(text);
  const inner = wrapped.safeParse(outer);
  const { success, data } = notice.safeParse(inner.success ? told(inner.data.Message) : outer);
  if (!success) return null;
  const id = data.mail.headers?.find(({ name }) => name.toLowerCase() === 'message-id')?.value ?? data.mail.commonHeaders?.messageId ?? null;
  const originalMessageId = id === null ? null : (/<[^<>\s]{1,500}>/.exec(id)?.[0] ?? null);
  const [complaining] = data.complaint?.complainedRecipients ?? [];
  const type = data.complaint?.complaintFeedbackType ?? 'abuse';
  if (complaining !== undefined && tellsAnnoyance(type)) return { bounce: null, complaint: { type, recipient: complaining.emailAddress.toLowerCase(), originalMessageId } };
  if (data.bounce !== undefined) return { bounce: bounced('failed', data.bounce.bouncedRecipients, originalMessageId), complaint: null };
  if (data.deliveryDelay !== undefined) return { bounce: bounced('delayed', data.deliveryDelay.delayedRecipients, originalMessageId), complaint: null };
  return { bounce: null, complaint: null };
}
