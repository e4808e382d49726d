import { randomInt } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { signProxyQuery } from '../../sandbox/storefront/proxy-signature.ts';
import { clientSecret } from './stage.ts';

/** What answers look-ups: where, for which shop, over how many orders. */
export interface Target {
  url: string;
  domain: string;
  orders: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** One look-up of an order at random by a visitor never seen before; milliseconds to the whole answer. Throws where it is not the order. */
async function lookUp({ url, domain, orders }: Target): Promise<number> {
  const number = 1 + randomInt(orders);
  const query = signProxyQuery(new URLSearchParams(), { shop: domain, path_prefix: '/apps/aftercare', timestamp: String(Math.floor(Date.now() / 1_000)), logged_in_customer_id: '' }, clientSecret);
  const body = new URLSearchParams({ order: `#${number}`, contact: `ada${number}@example.com` }).toString();
  const started = performance.now();
  const { status, text } = await post(`${url}/proxy/track?${query}`, body);
  if (status !== 200 || !text.includes('ac-events')) throw new Error(`A look-up was answered ${status}: ${text.replace(/<style>.*?<\/style>/s, '').slice(0, 300)}`);
  return performance.now() - started;
}

/** Look-ups at a steady rate, whether or not they are answered in time; the sorted milliseconds of each. */
export async function atRate(target: Target, perSecond: number, seconds: number): Promise<number[]> {
  const underway: Promise<number>[] = [];
  for (const started = performance.now(); ; await sleep(2)) {
    const passed = (performance.now() - started) / 1_000;
    while (underway.length < Math.min(passed, seconds) * perSecond) underway.push(lookUp(target));
    if (passed >= seconds) break;
  }
  return (await Promise.all(underway)).toSorted((left, right) => left - right);
}

/** Look-ups a second with so many under way at any time. */
export async function saturated(target: Target, atOnce: number, seconds: number): Promise<number> {
  const started = performance.now();
  let answered = 0;
  const visitor = async () => {
    for (; performance.now() - started < seconds * 1_000; answered += 1) await lookUp(target);
  };
  await Promise.all(Array.from({ length: atOnce }, visitor));
  return answered / ((performance.now() - started) / 1_000);
}

function post(url: string, body: string): Promise<{ status: number; text: string }> {
  return new Promise((done, fail) => {
    const visitor = Array.from({ length: 4 }, () => randomInt(256)).join('.');
    const sending = request(url, { method: 'POST', agent, headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body), 'accept-language': 'en', 'x-forwarded-for': visitor } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => done({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }));
      answer.on('error', fail);
    });
    sending.on('error', fail);
    sending.end(body);
  });
}
