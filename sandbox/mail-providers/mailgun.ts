import { createHmac, randomBytes } from 'node:crypto';
import type { Request } from 'express';
import type { MailEvent } from './account.ts';
import { fieldsOf, listed, textOf, type MailStandIn } from './stand-in.ts';

const refusals = { 401: [401, 'Forbidden'], 429: [429, 'Too many requests'], 503: [503, 'Service unavailable'], unverified: [404, 'Domain not found'] } as const;

/** Mailgun, v3. Its webhooks carry an HMAC over a timestamp and a token. */
export const mailgun: MailStandIn = {
  keyIn(request) {
    const [, packed = ''] = /^Basic (.+)$/.exec(request.get('authorization') ?? '') ?? [];
    const [user, key = null] = Buffer.from(packed, 'base64').toString('utf8').split(':');
    return user === 'api' ? key : null;
  },
  refuse(response, why) {
    const [status, message] = refusals[why];
    response.status(status).json({ message });
  },
  async read(request) {
    if (request.method !== 'POST' || !/^\/v3\/[^/]+\/messages$/.test(request.path)) return null;
    const { form, files } = await formOf(request);
    const given = (prefix: 'h:' | 'v:') => Object.entries(form).flatMap(([name, value]) => (name.startsWith(prefix) ? [[name.slice(2).toLowerCase(), textOf(value)] as const] : []));
    return { from: textOf(form.from), to: textOf(form.to), cc: listed(form.cc), files, subject: textOf(form.subject), text: textOf(form.text), html: typeof form.html === 'string' ? form.html : null, headers: Object.fromEntries(given('h:')), custom: Object.fromEntries(given('v:')) };
  },
  accept(response) {
    const id = `<${randomBytes(10).toString('hex')}@mg.example.com>`;
    response.json({ id, message: 'Queued. Thank you.' });
    return id;
  },
  reject: (response, message) => void response.status(400).json({ message }),
  push(account, { id, to, custom }, event, at) {
    const timestamp = String(Math.floor(at.getTime() / 1_000));
    const token = randomBytes(25).toString('hex');
    const signature = createHmac('sha256', account.webhookSecret).update(timestamp + token).digest('hex');
    const failed = (severity: string, code: number, description: string) => ({ event: 'failed', severity, reason: 'generic', 'delivery-status': { code, message: description, description: '' } });
    const told: Record<MailEvent, object> = {
      delivered: { event: 'delivered', 'delivery-status': { code: 250, message: 'OK' } },
      bounced: failed('permanent', 550, '5.1.1 unknown user'),
      deferred: failed('temporary', 451, 'try again later'),
      complained: { event: 'complained' },
    };
    const data = { id: randomBytes(11).toString('base64url'), timestamp: at.getTime() / 1_000, recipient: to, message: { headers: { to, 'message-id': id.slice(1, -1) } }, 'user-variables': custom, ...told[event] };
    return { body: JSON.stringify({ signature: { timestamp, token, signature }, 'event-data': data }), headers: {} };
  },
};

/** Fields as a form has them; with files it comes in parts. */
async function formOf(request: Request): Promise<{ form: Readonly<Record<string, unknown>>; files: { filename: string; type: string; size: number }[] }> {
  const type = request.get('content-type') ?? '';
  if (!type.startsWith('multipart/')) return { form: fieldsOf(request.body), files: [] };
  const parts: Uint8Array[] = [];
  for await (const part of request) parts.push(part);
  const data = await new Response(Buffer.concat(parts), { headers: { 'content-type': type } }).formData();
  const files = data.getAll('attachment').flatMap((file) => (typeof file === 'string' ? [] : { filename: file.name, type: file.type, size: file.size }));
  return { form: Object.fromEntries([...data].filter(([name]) => name !== 'attachment')), files };
}
