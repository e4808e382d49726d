import { createHmac, randomBytes } from 'node:crypto';
import express, { type Request, type Response, type Router } from 'express';

/** A template message that was taken. */
export interface TakenTemplate {
  id: string;
  to: string;
  template: string;
  language: string;
  values: string[];
  callbackData: string | null;
}

/** A number at WhatsApp. */
export interface WhatsAppNumber {
  id: string;
  token: string;
  appSecret: string;
  /** Each approved template with how many values its body takes, by `name/language`. */
  templates: Record<string, number>;
  webhookUrl: string | null;
  /** The next calls are refused so: Meta's own code. */
  refuseWith: number | null;
  messages: TakenTemplate[];
}

const words: Readonly<Record<number, [status: number, message: string]>> = {
  100: [400, '(#100) Invalid parameter'],
  190: [401, 'Invalid OAuth access token - Cannot parse access token'],
  130429: [429, '(#130429) Rate limit hit'],
  131000: [500, '(#131000) Something went wrong'],
  131026: [400, '(#131026) Message undeliverable'],
  132000: [400, '(#132000) Number of parameters does not match the expected number of params'],
  132001: [404, '(#132001) Template name does not exist in the translation'],
  132015: [400, '(#132015) Template is paused'],
};

interface Body {
  to?: string;
  type?: string;
  messaging_product?: string;
  template?: { name?: string; language?: { code?: string }; components?: { type?: string; parameters?: { type?: string; text?: string }[] }[] };
  biz_opaque_callback_data?: string;
}

/** What becomes of a message; `nobody`: there is no WhatsApp at the number. */
export type TemplateEvent = 'sent' | 'delivered' | 'read' | 'nobody' | 'limited';

/** WhatsApp's Cloud API for numbers that are made as they are asked for. */
export function createMeta({ onTaken, now }: { onTaken(number: WhatsAppNumber, message: TakenTemplate): void; now(): Date }) {
  const numbers = new Map<string, WhatsAppNumber>();
  const number = (id: string, change: Partial<WhatsAppNumber> = {}): WhatsAppNumber => {
    const one = numbers.get(id) ?? { id, token: 'demo-whatsapp-token', appSecret: 'demo-app-secret', templates: {}, webhookUrl: null, refuseWith: null, messages: [] };
    numbers.set(id, Object.assign(one, change));
    return one;
  };

  const refuse = (response: Response, code: number) => {
    const [status, message] = words[code] ?? [400, `(#${code}) Refused`];
    response.status(status).json({ error: { message, type: 'OAuthException', code, error_data: { messaging_product: 'whatsapp', details: message }, fbtrace_id: randomBytes(6).toString('base64url') } });
  };

  const take = (request: Request, response: Response) => {
    const one = numbers.get(String(request.params.number));
    if (!one || request.get('authorization') !== `Bearer ${one.token}`) return refuse(response, 190);
    if (one.refuseWith !== null) return refuse(response, one.refuseWith);
    const { to = '', type, messaging_product: product, template, biz_opaque_callback_data: callbackData = null } = request.body as Body;
    const name = template?.name ?? '';
    const language = template?.language?.code ?? '';
    if (product !== 'whatsapp' || type !== 'template' || !/^\d{5,16}$/.test(to)) return refuse(response, 100);
    const expected = one.templates[`${name}/${language}`];
    if (expected === undefined) return refuse(response, 132001);
    const values = (template?.components?.find((component) => component.type === 'body')?.parameters ?? []).map(({ text = '' }) => text);
    if (values.length !== expected) return refuse(response, 132000);
    if (values.some((text) => text === '' || /[\n\t]| {5}/.test(text))) return refuse(response, 100);
    const message = { id: `wamid.${randomBytes(24).toString('base64')}`, to: `+${to}`, template: name, language, values, callbackData };
    one.messages.push(message);
    response.json({ messaging_product: 'whatsapp', contacts: [{ input: to, wa_id: to }], messages: [{ id: message.id, message_status: 'accepted' }] });
    onTaken(one, message);
  };

  /** The body of a webhook, and the signature that goes with it. */
  const signed = ({ id, appSecret }: WhatsAppNumber, value: Record<string, unknown>) => {
    const about = { messaging_product: 'whatsapp', metadata: { display_phone_number: '12025550143', phone_number_id: id } };
    const body = JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '102290129340398', changes: [{ field: 'messages', value: { ...about, ...value } }] }] });
    return { body, headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}` } };
  };
  const timestamp = () => String(Math.floor(now().getTime() / 1_000));

  const router: Router = express.Router();
  router.post('/channels/meta/:version/:number/messages', express.json(), (request, response) => void take(request, response));

  return {
    router,
    number,
    statusNews: (one: WhatsAppNumber, { id, to, callbackData }: TakenTemplate, event: TemplateEvent) => {
      const failures = {
        nobody: { code: 131026, title: 'Message undeliverable', error_data: { details: 'Message Undeliverable.' } },
        limited: { code: 131049, title: 'This message was not delivered to maintain healthy ecosystem engagement.' },
      };
      const failure = event === 'nobody' || event === 'limited' ? failures[event] : null;
      return signed(one, { statuses: [{ id, status: failure ? 'failed' : event, timestamp: timestamp(), recipient_id: to.slice(1), biz_opaque_callback_data: callbackData, ...(failure ? { errors: [failure] } : {}) }] });
    },
    messageNews: (one: WhatsAppNumber, from: string, text: string) =>
      signed(one, { contacts: [{ profile: { name: 'Ada' }, wa_id: from.slice(1) }], messages: [{ from: from.slice(1), id: `wamid.${randomBytes(24).toString('base64')}`, timestamp: timestamp(), type: 'text', text: { body: text } }] }),
  };
}
