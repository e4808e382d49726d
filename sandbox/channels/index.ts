import { randomUUID } from 'node:crypto';
import express from 'express';
import type { OutboxStore } from '../mailbox/index.ts';
import { createKlaviyo } from './klaviyo.ts';
import { createMeta } from './meta.ts';

export type { KlaviyoEvent } from './klaviyo.ts';
export type { TakenTemplate, TemplateEvent, WhatsAppNumber } from './meta.ts';

/** So long a message is under way before Meta knows what became of it. */
const wayToThePhone = 500;

/** WhatsApp and Klaviyo of one sandbox: what WhatsApp takes is shown on the phone page, and told as delivered. */
export function createChannels({ outbox, now }: { outbox: Pick<OutboxStore, 'add'> | null; now(): Date }) {
  const klaviyo = createKlaviyo();
  const meta = createMeta({
    now,
    onTaken(number, message) {
      const text = `[${message.template}, ${message.language}] ${message.values.join(' · ')}`;
      outbox?.add({ id: randomUUID(), channel: 'sms', at: now().toISOString(), from: 'WhatsApp', to: [message.to], subject: null, text, html: null, headers: { 'x-taken-by': 'whatsapp' }, messageId: null, raw: null, attachments: [] });
      const { webhookUrl } = number;
      if (webhookUrl !== null) setTimeout(() => void fetch(webhookUrl, { method: 'POST', ...meta.statusNews(number, message, 'delivered') }).catch(() => null), wayToThePhone).unref();
    },
  });
  meta.number('1000000000000001', { templates: { 'order_update/en': 3, 'order_update/de': 3 } });
  const router = express.Router();
  router.use(meta.router, klaviyo.router);
  router.post('/control/channels/whatsapp', express.json(), (request, response) => {
    const { number = '1000000000000001', webhookUrl = null } = request.body as { number?: string; webhookUrl?: string | null };
    meta.number(number, { webhookUrl });
    response.json({ number, webhookUrl });
  });
  return { router, meta, klaviyo };
}
