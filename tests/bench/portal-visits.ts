import { randomInt } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { signProxyQuery } from '../../sandbox/storefront/proxy-signature.ts';
import { clientSecret } from './stage.ts';

/** Pages of a customer's way through the portal, in their order, of which the app knows everything by itself. */
export const ownPages = ['enter', 'items', 'reasons', 'outcomes'] as const;
/** `review`: what it means in money, which is asked of Shopify. */
export type Step = (typeof ownPages)[number] | 'review';

/** Somebody with a key to a delivered order, and what is on it. */
export interface Customer {
  key: string;
  lineId: string;
}

interface Target {
  url: string;
  domain: string;
}

/** By step, the milliseconds of every answer. */
export type Times = Record<Step, number[]>;

const agent = new Agent({ keepAlive: true, maxSockets: 128 });
const changedMind = '2';

/** What each page says that was reached, and nothing else says. */
const proof: Record<Step, string> = { enter: 'What would you like to send back?', items: 'Why are you sending it back?', reasons: 'What would you like for it?', outcomes: 'How does it go back?', review: 'You get back' };

/** Customers who take these steps, so many pages a second of all of them together, whether or not they are answered in time. */
export async function walk(target: Target, customers: readonly Customer[], perSecond: number, steps: readonly Step[]): Promise<Times> {
  const times: Times = { enter: [], items: [], reasons: [], outcomes: [], review: [] };
  // So many walk beside each other that everybody reads a page for two seconds.
  const beside = perSecond * 2;
  const visits: { customer: Customer; step: Step }[] = [];
  for (let first = 0; first < customers.length; first += beside) for (const step of steps) for (const customer of customers.slice(first, first + beside)) visits.push({ customer, step });
  const underway: Promise<void>[] = [];
  // Nobody fills in a page that has not come.
  const pages = new Map<Customer, Promise<void>>();
  for (const started = performance.now(); underway.length < visits.length; await sleep(2)) {
    const due = Math.min(visits.length, ((performance.now() - started) / 1_000) * perSecond);
    while (underway.length < due) {
      const visit = visits[underway.length];
      if (!visit) break;
      const page = (pages.get(visit.customer) ?? Promise.resolve()).then(() => take(target, visit.customer, visit.step)).then((ms) => void times[visit.step].push(ms));
      pages.set(visit.customer, page);
      underway.push(page);
    }
  }
  await Promise.all(underway);
  return times;
}

/** One page; milliseconds to the whole answer. Throws where it is another. */
async function take({ url, domain }: Target, { key, lineId }: Customer, step: Step): Promise<number> {
  const query = signProxyQuery(new URLSearchParams(step === 'enter' ? { key } : {}), { shop: domain, path_prefix: '/apps/aftercare', timestamp: String(Math.floor(Date.now() / 1_000)), logged_in_customer_id: '' }, clientSecret);
  const started = performance.now();
  const { status, text } = await ask(`${url}/proxy/returns?${query}`, step === 'enter' ? null : new URLSearchParams({ key, ...fieldsOf(step, lineId) }).toString());
  if (status !== 200 || !text.includes(proof[step])) throw new Error(`The step ${step} was answered ${status}: ${text.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').slice(0, 600)}`);
  return performance.now() - started;
}

function fieldsOf(step: Exclude<Step, 'enter'>, lineId: string): Record<string, string> {
  switch (step) {
    case 'items':
      return { do: 'items', line: lineId, [`units-${lineId}`]: '1' };
    case 'reasons':
      return { do: 'reasons', [`reason-${lineId}`]: changedMind };
    case 'outcomes':
      return { do: 'outcomes', [`outcome-${lineId}`]: 'refund' };
    case 'review':
      return { do: 'back', back: 'label' };
  }
}

function ask(url: string, body: string | null): Promise<{ status: number; text: string }> {
  return new Promise((done, fail) => {
    const visitor = Array.from({ length: 4 }, () => randomInt(256)).join('.');
    const headers = { 'accept-language': 'en', 'user-agent': 'a phone', 'x-forwarded-for': visitor, ...(body === null ? {} : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }) };
    const sending = request(url, { method: body === null ? 'GET' : 'POST', agent, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => done({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }));
      answer.on('error', fail);
    });
    sending.on('error', fail);
    sending.end(body ?? undefined);
  });
}
