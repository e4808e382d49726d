import { z } from 'zod';
import type { ProviderEvent } from '../mail/events/provider-event.ts';
import type { SmsProvider } from './sms-provider.ts';

/** What came from an SMS provider: what became of a message, or what somebody wrote back. */
export type SmsNews = { told: Omit<ProviderEvent, 'at'> } | { answer: { id: string; from: string; text: string } };

const twilio = z.object({ MessageSid: z.string(), MessageStatus: z.string().optional(), ErrorCode: z.string().optional(), From: z.string().optional(), Body: z.string().optional() });
const vonage = z.object({ messageId: z.string(), status: z.string().optional(), 'err-code': z.string().optional(), 'client-ref': z.string().optional(), msisdn: z.string().optional(), text: z.string().optional() });

// The number does not exist or takes no SMS at all; whatever else kept a message from its phone may be another thing another day.
const deadAtTwilio = new Set(['21211', '21614', '30005', '30006']);
const deadAtVonage = new Set(['3', '9']);

/** What a provider's fields say; null where that is nothing final. */
export function readSmsNews(provider: SmsProvider, fields: unknown): SmsNews | null {
  return provider === 'twilio' ? readTwilio(fields) : readVonage(fields);
}

function readTwilio(fields: unknown): SmsNews | null {
  const read = twilio.safeParse(fields);
  if (!read.success) return null;
  const { MessageSid: id, MessageStatus, ErrorCode = '', From, Body } = read.data;
  if (MessageStatus === 'delivered') return { told: { providerId: id, event: 'delivered', detail: null } };
  if (MessageStatus === 'undelivered' || MessageStatus === 'failed') return { told: { providerId: id, event: deadAtTwilio.has(ErrorCode) ? 'bounced' : 'undelivered', detail: `Twilio: ${MessageStatus}, error ${ErrorCode || 'unknown'}` } };
  return From !== undefined && Body !== undefined ? { answer: { id, from: From, text: Body } } : null;
}

function readVonage(fields: unknown): SmsNews | null {
  const read = vonage.safeParse(fields);
  if (!read.success) return null;
  const { messageId: id, status, 'err-code': code = '', 'client-ref': ownId, msisdn, text } = read.data;
  const about = { providerId: id, ownId };
  if (status === 'delivered') return { told: { ...about, event: 'delivered', detail: null } };
  if (status === 'failed' || status === 'rejected' || status === 'expired') return { told: { ...about, event: deadAtVonage.has(code) ? 'bounced' : 'undelivered', detail: `Vonage: ${status}, error ${code || 'unknown'}` } };
  return msisdn !== undefined && text !== undefined ? { answer: { id, from: `+${msisdn}`, text } } : null;
}

const words = {
  stop: ['stop', 'stopall', 'stop all', 'unsubscribe', 'cancel', 'end', 'quit', 'optout', 'opt out', 'revoke', 'stopp', 'abmelden', 'arret', 'arrêt', 'stopper', 'baja', 'parar', 'cancelar', 'sair', 'td', '退订', '停止', '配信停止', '解除'],
  help: ['help', 'info', 'hilfe', 'aide', 'ayuda', 'ajuda', '帮助', 'ヘルプ'],
  start: ['start', 'unstop', 'yes', 'anmelden', 'alta', 'inicio', '订阅', '再開'],
} as const;

/** What a person asks for who answers with one of the words that carriers prescribe; null for any other answer. */
export function wishIn(text: string): keyof typeof words | null {
  const said = text.trim().toLowerCase().replace(/^["'«“]+|["'»”.!。！]+$/gu, '').trim();
  if (words.stop.some((word) => word === said)) return 'stop';
  if (words.help.some((word) => word === said)) return 'help';
  return words.start.some((word) => word === said) ? 'start' : null;
}
