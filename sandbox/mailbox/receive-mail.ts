import { randomUUID } from 'node:crypto';
import PostalMime from 'postal-mime';
import type { OutboxMessage } from './outbox-store.ts';

/** Reads a mail as it came over SMTP; who it is for is what the envelope says, so blind copies show too. */
export async function receiveMail(raw: Buffer, envelope: { from: string; to: string[] }, at: Date): Promise<OutboxMessage> {
  const mail = await PostalMime.parse(raw, { attachmentEncoding: 'base64' });
  return {
    id: randomUUID(),
    channel: 'email',
    at: at.toISOString(),
    from: mail.from?.address ? (mail.from.name ? `${mail.from.name} <${mail.from.address}>` : mail.from.address) : envelope.from,
    to: envelope.to,
    subject: mail.subject ?? null,
    text: mail.text ?? '',
    html: mail.html ?? null,
    headers: headersOf(mail.headers),
    messageId: mail.messageId ?? null,
    raw: raw.toString('utf8'),
    attachments: mail.attachments.map((file) => ({
      filename: file.filename ?? 'attachment',
      mimeType: file.mimeType,
      base64: typeof file.content === 'string' ? file.content : Buffer.from(new Uint8Array(file.content)).toString('base64'),
    })),
  };
}

function headersOf(headers: { key: string; value: string }[]): Record<string, string> {
  const joined: Record<string, string> = {};
  for (const { key, value } of headers) joined[key] = key in joined ? `${joined[key]}\n${value}` : value;
  return joined;
}
