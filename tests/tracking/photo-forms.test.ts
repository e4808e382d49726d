import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request as ask, type ClientRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDoor } from '../../app/main/serve-door.server.ts';
import { orderKey } from '../../app/modules/access/index.server.ts';
import { createLimits, limitPolicies } from '../../app/platform/limits/limits.server.ts';
import { openStorefront, placeOrder, secret } from './storefront.ts';

const { database, ctx, log, address, openDoor } = await openStorefront();
const limits = createLimits(database, log);
const megabyte = 1024 * 1024;
const web = createServer(express().all('/proxy/track', serveDoor(openDoor(limits), { longest: () => 160 * megabyte })));
const photo = new Uint8Array(await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a33' } }).png().toBuffer());
const notNow = 'Your photos could not be taken just now';
let port = 0;

beforeAll(async () => {
  await once(web.listen(0, '127.0.0.1'), 'listening');
  ({ port } = web.address() as AddressInfo);
});
afterAll(() => Promise.all([database.close(), web.close()]));

let orders = 3000;
/** A form of an order of its own, as a browser writes it: the photos last. */
async function formOf(photos: readonly (Uint8Array<ArrayBuffer> | string)[], { key }: { key?: string } = {}): Promise<FormData> {
  const id = String((orders += 1));
  await placeOrder(ctx, { id, email: 'ada@example.com' });
  const form = new FormData();
  const proven = orderKey(ctx.shop, { orderId: id, purpose: 'full', expiresAt: new Date('2026-11-21T13:00:00Z') }, secret);
  for (const [name, value] of Object.entries({ key: key ?? proven, do: 'send', form: randomUUID(), kind: 'damaged', words: 'It was torn open' })) form.append(name, value);
  for (const each of photos) form.append('photos', new File([each], 'photo.jpg', { type: 'image/jpeg' }));
  return form;
}

const headersOf = (visitor: string) => ({ 'accept-language': 'en', 'x-forwarded-for': visitor });
async function send(body: FormData, visitor: string = randomUUID()) {
  const answer = await fetch(`http://127.0.0.1:${port}${address()}`, { method: 'POST', body, headers: headersOf(visitor) });
  return { status: answer.status, html: await answer.text() };
}

/** Sends a form up to the middle of its photo; what it gives sends the rest and hears the answer. */
async function beginSending(visitor: string = randomUUID()): Promise<() => Promise<string>> {
  const asked = new Request('http://x', { method: 'POST', body: await formOf([photo]) });
  const body = Buffer.from(await asked.arrayBuffer());
  const half = body.length - Math.floor(photo.length / 2);
  const sending: ClientRequest = ask({ port, path: address(), method: 'POST', headers: { ...headersOf(visitor), 'content-type': asked.headers.get('content-type') ?? '' } });
  sending.write(body.subarray(0, half));
  return async () => {
    sending.end(body.subarray(half));
    const [answer] = await once(sending, 'response');
    return new Response(answer).text();
  };
}

const keepsWords = (html: string) => expect(html).toMatch(/<textarea[^>]*>It was torn open<\/textarea>/);
const isHeld = (visitor: string) => expect.poll(async () => (await limits.used([['problem-form', visitor]]))[0]?.points, { timeout: 5_000 });

describe('a form with photos, over HTTP', () => {
  it('with a photo of 20 MB is told why, and keeps what was written', async () => {
    const { status, html } = await send(await formOf([new Uint8Array(20 * megabyte).fill(65)]));
    expect(status).toBe(200);
    expect(html).toContain('A photo is too large: each may have up to 10 MB');
    keepsWords(html);
  });

  it('with a file that is no picture is told why, and keeps what was written', async () => {
    const { html } = await send(await formOf(['%PDF-1.7 not a picture at all']));
    expect(html).toContain('One of the files is not a photo that we can read');
    keepsWords(html);
  });

  it('is refused while three others are being read, keeping what was written; one without photos is taken, and so is the next once there is room', async () => {
    const others = ['a', 'b', 'c'];
    const finish = await Promise.all(others.map(beginSending));
    for (const visitor of others) await isHeld(`${ctx.shop.id}:${visitor}`).toBe(1);
    const refused = await send(await formOf([photo]));
    expect(refused.html).toContain(notNow);
    keepsWords(refused.html);
    expect((await send(await formOf([]))).html).toContain('Thank you, we have your report');
    for (const end of finish) expect(await end()).toContain('Thank you, we have your report');
    expect((await send(await formOf([photo]))).html).toContain('Thank you, we have your report');
  });

  it('leaves room for others, however many one visitor sends slowly', async () => {
    const first = await Promise.all([beginSending('slow'), beginSending('slow')]);
    await isHeld(`${ctx.shop.id}:slow`).toBe(2);
    expect((await send(await formOf([photo]), 'slow')).html).toContain(notNow);
    expect((await send(await formOf([photo]))).html).toContain('Thank you, we have your report');
    for (const end of first) await end();
  });

  it('is counted by visitor before a byte of a photo is kept: beyond the limit it is refused with its words, and neighbours are not', async () => {
    const { points } = limitPolicies['problem-form'];
    for (let at = 0; at < points; at += 1) await limits.take('problem-form', `${ctx.shop.id}:often`);
    const { html } = await send(await formOf([photo]), 'often');
    expect(html).toContain(notNow);
    keepsWords(html);
    expect((await send(await formOf([photo]), 'seldom')).html).toContain('Thank you, we have your report');
  });

  it('of somebody without a key to an order takes neither a place nor a count', async () => {
    expect((await send(await formOf([photo], { key: 'forged' }), 'stranger')).html).toContain('This link is no longer valid');
    expect((await limits.used([['problem-form', `${ctx.shop.id}:stranger`]]))[0]?.points).toBe(0);
  });
});
