import type { IncomingMessage } from 'node:http';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '../../sandbox/machine/postgres.ts';
import { createJsonSmsSender } from '../../app/platform/sms/sms-sender.server.ts';
import { serveLocally } from '../harness/serve-locally.ts';

interface Asked {
  authorization: string | undefined;
  body: unknown;
}
const asked: Asked[] = [];
let answer: { status: number; body: string } | 'hang up' | 'silence';

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}
const { base, close } = await serveLocally(async (request, response) => {
  asked.push({ authorization: request.headers.authorization, body: JSON.parse(await read(request)) });
  if (answer === 'hang up') return request.socket.destroy();
  if (answer !== 'silence') response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
});
afterAll(close);
beforeEach(() => {
  asked.length = 0;
});

const url = `${base}/sms`;
const sender = createJsonSmsSender({ url, token: 'secret', from: 'Nordlicht' });
const sms = { id: '7.12', to: '+4915123456789', text: 'Ihr Paket ist da.' };

describe('an SMS', () => {
  it('is handed over once, with our id and the token, and known by the provider\'s id', async () => {
    answer = { status: 202, body: '{"id":"sm-1"}' };
    expect(await sender.send(sms)).toEqual({ providerId: 'sm-1' });
    expect(asked).toEqual([{ authorization: 'Bearer secret', body: { ...sms, from: 'Nordlicht' } }]);
  });

  it('is known by our id where the provider names none', async () => {
    answer = { status: 200, body: 'ok' };
    expect(await sender.send(sms)).toEqual({ providerId: '7.12' });
  });

  it('to something that is no number in full does not leave', async () => {
    await expect(sender.send({ ...sms, to: '0151 23456789' })).rejects.toMatchObject({ fate: 'permanent' });
    expect(asked).toEqual([]);
  });
});

describe('a failure', () => {
  it.each([
    [400, 'permanent'],
    [401, 'temporary'],
    [429, 'temporary'],
    [500, 'unknown'],
    [503, 'temporary'],
    [504, 'unknown'],
  ])('answered with %i is %s', async (status, fate) => {
    answer = { status, body: '{}' };
    await expect(sender.send(sms)).rejects.toMatchObject({ fate });
  });

  it('by a line that breaks or stays silent after the message left is unknown', async () => {
    answer = 'hang up';
    await expect(sender.send(sms)).rejects.toMatchObject({ fate: 'unknown' });
    answer = 'silence';
    const impatient = createJsonSmsSender({ url, token: 'secret', from: 'Nordlicht', timeoutMs: 300 });
    await expect(impatient.send(sms)).rejects.toMatchObject({ fate: 'unknown' });
  });

  it('to connect is temporary', async () => {
    const nobody = createJsonSmsSender({ url: `http://127.0.0.1:${await freePort()}/sms`, token: null, from: 'x' });
    await expect(nobody.send(sms)).rejects.toMatchObject({ fate: 'temporary' });
  });
});
