import { z } from 'zod';
import { DeliveryFailure } from '#app/platform/mail/delivery-failure.ts';
import type { Mailer, MailMessage } from '#app/platform/mail/mailer.server.ts';
import type { FileStore } from '#app/platform/files/file-store.ts';
import type { Metrics } from '#app/platform/metrics/metrics.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import type { SmsSender } from '#app/platform/sms/sms-sender.server.ts';
import { markLinks, messageMark } from './links/message-link.ts';
import { keyLinks, shortKey } from './links/short-link.ts';
import { optOutKey, preferencesPlaceholder, preferencesUrl, unsubscribeUrl, type OptOutLinks } from './preferences/opt-out-key.ts';
import { readLetter, type Letter } from './letter.ts';
import { mailSeal } from './mail-seal.ts';
import { couriers, type CourierChannel } from './message.ts';
import type { Message } from './store.server.ts';

/** Brings to another service what that makes a message of; it checks the payload. Resolves once the service took it, otherwise throws a DeliveryFailure. */
export interface Courier {
  send(parcel: { id: string; to: string; payload: unknown }): Promise<{ provider: string; providerId: string }>;
}

/** The ways out of the house. `sms` is null where no provider is configured. */
export interface Transports {
  mailer: Mailer;
  /** The app's own, where `mailer` is the merchant's. */
  house?: Mailer;
  sms: SmsSender | null;
  couriers?: Partial<Record<CourierChannel, Courier>>;
  metrics: Pick<Metrics, 'messages'>;
  /** Where the files of letters lie. */
  files?: FileStore;
  /** What links to opting out are made of; without it nothing carries one. */
  optOut?: OptOutLinks;
}

export interface Outgoing {
  message: Message;
  shop: Pick<Shop, 'id' | 'primaryUrl'>;
  sender: MailMessage['sender'];
  /** Whether its links tell which message they came with. */
  marksLinks: boolean;
}

/** What shows us who reads an address: the merchant's own server would show it to whoever has the server. */
const proofs: ReadonlySet<string> = new Set(['inbox.check']);

const storedHeaders = z.record(z.string(), z.string());

/** Gives a message to its provider, under one id for every attempt; otherwise throws a DeliveryFailure. */
export async function handOver(transports: Transports, { message, shop, sender, marksLinks }: Outgoing): Promise<{ provider: string; providerId: string }> {
  const id = `${shop.id}.${message.id}`;
  const { optOut } = transports;
  const preferences = optOut ? preferencesUrl(shop, optOutKey(shop.id, String(message.id), optOut.secret)) : preferencesPlaceholder;
  const mark = optOut && marksLinks ? messageMark(shop.id, message.id, optOut.secret) : null;
  const key = optOut ? shortKey(shop.id, message.id, optOut.secret) : null;
  const letter = readLetter(message.letter);
  // A letter is people's words, and quotes strangers': what stands for a key of ours in it would hand them one to the order it is about.
  const addressed = (words: string) => (letter === null ? keyLinks(markLinks(words.replaceAll(preferencesPlaceholder, preferences), mark), key) : words);
  const text = addressed(message.text_body);
  if (message.channel === 'sms') {
    if (!transports.sms) throw new DeliveryFailure('permanent', 'No SMS provider is configured.');
    return { provider: 'sms', ...(await transports.sms.send({ id, to: message.recipient, text })) };
  }
  const carried = couriers.find((channel) => channel === message.channel);
  if (carried) {
    const courier = transports.couriers?.[carried];
    if (!courier) throw new DeliveryFailure('permanent', 'What carries it is not connected any more.');
    const payload: unknown = JSON.parse(addressed(JSON.stringify(message.payload)));
    return courier.send({ id, to: message.recipient, payload });
  }
  const mailer = (proofs.has(message.kind) ? transports.house : undefined) ?? transports.mailer;
  const sent = await mailer.send({
    id,
    ...(optOut ? { seal: mailSeal(shop.id, message.id, optOut.secret) } : {}),
    to: message.recipient,
    subject: message.subject ?? '',
    text,
    html: message.html_body === null ? null : addressed(message.html_body),
    headers: { ...storedHeaders.parse(message.headers), ...(optOut && message.topic !== null ? unsubscribeHeaders(unsubscribeUrl(optOut, shop.id, String(message.id))) : {}) },
    ...(letter === null ? { sender } : { ...(await bodyOf(letter, transports.files)), sender: { ...sender, name: letter.from.name || sender.name, address: letter.from.address } }),
  });
  return { provider: 'smtp', ...sent };
}

async function bodyOf({ messageId, cc, files }: Letter, store: FileStore | undefined): Promise<Pick<MailMessage, 'messageId' | 'cc' | 'files'>> {
  return { messageId, cc, files: await Promise.all(files.map(async ({ file, filename, type }) => ({ filename, type, content: await contentOf(file, store) }))) };
}

async function contentOf(file: string, store: FileStore | undefined): Promise<Buffer> {
  const stream = await store?.get(file);
  if (!stream) throw new DeliveryFailure('permanent', 'A file that goes with it is not there any more.');
  return Buffer.from(await new Response(stream).arrayBuffer());
}

/** What nobody asked for is left with one click (RFC 2369, RFC 8058). */
function unsubscribeHeaders(url: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}
