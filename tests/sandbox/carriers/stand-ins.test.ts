import express from 'express';
import { createHash, createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCarriers, type Carriers } from '../../../sandbox/carriers/index.ts';
import { sandboxAddress } from '../../../sandbox/network-redirect.ts';
import { serveLocally, type LocalServer } from '../../harness/serve-locally.ts';

let server: LocalServer;
let base: string;
let carriers: Carriers;
const pushed: { body: string; headers: Record<string, unknown> }[] = [];

beforeAll(async () => {
  carriers = createCarriers();
  const app = express();
  app.post('/hook', express.text({ type: '*/*' }), (request, response) => {
    pushed.push({ body: String(request.body), headers: request.headers });
    response.sendStatus(200);
  });
  app.use(carriers.router);
  server = await serveLocally(app);
  ({ base } = server);
});
afterAll(() => server.close());

const call = async (address: string, init: RequestInit = {}) => {
  const answer = await fetch(sandboxAddress(address, base) ?? '', { ...init, headers: { 'content-type': 'application/json', ...Object.fromEntries(new Headers(init.headers)) } });
  return { status: answer.status, body: JSON.parse(await answer.text()) as unknown };
};
const post = (headers: Record<string, string>, body: unknown): RequestInit => ({ method: 'POST', headers, body: JSON.stringify(body) });

const doors = [
  ['17track', 'https://api.17track.net/track/v2.4/register', (key: string) => ({ '17token': key }), (number: string) => [{ number }]],
  ['aftership', 'https://api.aftership.com/tracking/2026-07/trackings', (key: string) => ({ 'as-api-key': key }), (number: string) => ({ tracking_number: number })],
  ['easypost', 'https://api.easypost.com/v2/trackers', (key: string) => ({ authorization: `Basic ${btoa(`${key}:`)}` }), (number: string) => ({ tracker: { tracking_code: number } })],
  ['karrio', 'https://api.karrio.io/v1/trackers', (key: string) => ({ authorization: `Token ${key}` }), (number: string) => ({ tracking_number: number, carrier_name: 'ups' })],
] as const;

it.each(doors)('%s answers an unknown key with 401', async (_provider, address, key, body) => {
  expect((await call(address, post(key('nobody'), body('A1')))).status).toBe(401);
});

it.each(doors)('%s follows a number once, and says so when the account is used up', async (provider, address, key, body) => {
  const account = carriers.account(provider, 'k1', { quota: 1 });
  expect((await call(address, post(key('k1'), body('A1')))).status).toBeLessThan(300);
  await call(address, post(key('k1'), body('A1')));
  expect([...account.parcels.keys()]).toEqual(['A1']);
  expect(account.quota).toBe(0);
  const refused = await call(address, post(key('k1'), body('B2')));
  if (provider === '17track') expect(refused.body).toMatchObject({ data: { accepted: [], rejected: [{ number: 'B2', error: { code: -18_019_908 } }] } });
  else expect(refused.status).toBe(402);
});

it.each(doors)('%s is asked too often and fails as often as it is told to', async (provider, address, key, body) => {
  carriers.account(provider, 'k2', { slowDown: 1, failing: 1 });
  const statuses = [];
  for (let at = 0; at < 3; at += 1) statuses.push((await call(address, post(key('k2'), body('A1')))).status);
  expect(statuses.slice(0, 2)).toEqual([429, 503]);
  expect(statuses[2]).toBeLessThan(300);
});

it.each([
  ['17track', 'InTransit_Other', (body: string) => ({ sign: createHash('sha256').update(`${body}/k3`).digest('hex') })],
  ['aftership', 'InTransit_003', (body: string) => ({ 'aftership-hmac-sha256': createHmac('sha256', 's3').update(body).digest('base64') })],
  ['easypost', 'in_transit.arrived_at_facility', (body: string) => ({ 'x-hmac-signature': `hmac-sha256-hex=${createHmac('sha256', 's3').update(body).digest('hex')}` })],
  ['karrio', 'in_transit', () => ({ 'x-event-id': 's3' })],
] as const)('%s pushes what happened, signed as documented', async (provider, code, signature) => {
  const door = doors.find(([name]) => name === provider);
  if (!door) throw new Error('no such door');
  carriers.account(provider, 'k3', { webhookUrl: `${base}/hook`, webhookSecret: 's3' });
  await call(door[1], post(door[2]('k3'), door[3]('A1')));
  expect(await carriers.advance(provider, 'k3', 'A1', { code, at: '2026-11-18T09:12:00+01:00', city: 'Leipzig', country: 'DE' })).toBe(200);
  const push = pushed.at(-1);
  expect(push?.headers).toMatchObject(signature(push?.body ?? ''));
  expect(push?.body).toContain('A1');
});
