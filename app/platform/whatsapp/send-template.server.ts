import { z } from 'zod';
import { callProvider, refusedBy } from '#app/platform/mail/call-provider.server.ts';
import type { Fate } from '#app/platform/mail/delivery-failure.ts';
import { phoneNumber } from '#app/platform/sms/phone-number.ts';

/** The number that a shop writes from, and what lets us in. */
export interface WhatsAppAccess {
  phoneNumberId: string;
  accessToken: string;
}

export interface TemplateMessage {
  /** Ours; it comes back with every status. */
  id: string;
  to: string;
  template: string;
  /** As Meta writes it: `pt_PT`. */
  language: string;
  /** What stands for {{1}}, {{2}}, … in the template's body. */
  values: readonly string[];
}

const accepted = z.object({ messages: z.array(z.object({ id: z.string() })).min(1) });
const refused = z.object({ error: z.object({ code: z.number() }) });

// The account, what it may do, its limits, or a template that is not there, not approved or paused: the message is fine.
const notNow = new Set([4, 10, 190, 200, 368, 80007, 130429, 131005, 131016, 131031, 131042, 131048, 131056, 131057, 132001, 132015, 132016, 133004]);
// "Something went wrong", without saying before or after it was taken.
const unclear = new Set([1, 2, 131000]);

/** Hands a template message to Meta and answers with its name there; otherwise throws a DeliveryFailure. */
export async function sendTemplate({ phoneNumberId, accessToken }: WhatsAppAccess, { id, to, template, language, values }: TemplateMessage): Promise<{ providerId: string }> {
  const answer = await callProvider({
    provider: 'WhatsApp',
    url: `https://graph.facebook.com/v24.0/${encodeURIComponent(phoneNumberId)}/messages`,
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: phoneNumber(to).slice(1),
      type: 'template',
      template: { name: template, language: { code: language }, ...(values.length === 0 ? {} : { components: [{ type: 'body', parameters: values.map((text) => ({ type: 'text', text: oneLine(text) })) }] }) },
      biz_opaque_callback_data: id,
    }),
  });
  const providerId = accepted.safeParse(answer.body).data?.messages[0]?.id;
  if (answer.status === 200 && providerId !== undefined) return { providerId };
  throw refusedBy('WhatsApp', answer, answer.status === 200 ? 'unknown' : fateOf(refused.safeParse(answer.body).data?.error.code));
}

function fateOf(code: number | undefined): Fate | undefined {
  if (code === undefined) return undefined;
  if (notNow.has(code)) return 'temporary';
  return unclear.has(code) ? 'unknown' : 'permanent';
}

/** A value holds no line break, no tab and no run of spaces, and is not empty. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 1_000) || '–';
}
