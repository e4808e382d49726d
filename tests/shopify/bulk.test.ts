import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { streamBulkResult } from '#app/platform/shopify/stream-bulk-result.server.ts';
import { bulkOperation, runBulk } from '#app/platform/shopify/bulk.server.ts';
import { UserErrors } from '#app/platform/shopify/errors.ts';
import { serveLocally, type LocalServer } from '../harness/serve-locally.ts';
import { setStage } from './stage.ts';

const lines = Array.from({ length: 2_000 }, (_, at) => JSON.stringify({ id: `gid://shopify/Order/${at}`, note: at % 3 ? 'Grüße 你好' : '' }));
const file = Buffer.from(`${lines.join('\n')}\n`);
let server: LocalServer;
let base: string;
let ranges: (string | undefined)[];
/** Bytes of the endless result that were handed to the network. */
let served = 0;

beforeAll(async () => {
  ranges = [];
  server = await serveLocally((request, response) => {
    ranges.push(request.headers.range);
    if (request.url === '/gone') return void response.writeHead(403).end();
    if (request.url === '/endless') return endless(response);
    const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
    if (request.url === '/no-ranges' || from === 0) return void response.end(request.url === '/no-end' ? file.subarray(0, -1) : file);
    if (from >= file.length) return void response.writeHead(416).end();
    // In pieces that cut lines and letters anywhere.
    response.writeHead(206);
    for (let at = from; at < file.length; at += 777) response.write(file.subarray(at, at + 777));
    response.end();
  });
  ({ base } = server);
});
afterAll(() => server.close());

/** 128 MB of lines, as fast as they are taken. */
function endless(response: ServerResponse): void {
  const chunk = Buffer.from(`${JSON.stringify({ id: 'x'.repeat(990) })}\n`.repeat(64));
  let left = 128 * 1024 * 1024;
  const push = () => {
    while (left > 0) {
      left -= chunk.length;
      served += chunk.length;
      if (!response.write(chunk)) return void response.once('drain', push);
    }
    response.end();
  };
  push();
}

async function read(url: string, fromByte?: number, limit = Infinity) {
  const found: { line: string; endByte: number }[] = [];
  for await (const line of streamBulkResult(url, { fromByte })) {
    found.push(line);
    if (found.length >= limit) break;
  }
  return found;
}

describe('a bulk result', () => {
  it('is read line by line, each with the byte behind it', async () => {
    const found = await read(`${base}/result`);
    expect(found.map(({ line }) => line)).toEqual(lines);
    expect(found.at(-1)?.endByte).toBe(file.length);
    expect((await read(`${base}/no-end`)).map(({ line }) => line)).toEqual(lines);
  });

  it('goes on exactly where an earlier reading stopped, asking only for the rest', async () => {
    const first = await read(`${base}/result`, 0, 700);
    const rest = await read(`${base}/result`, first.at(-1)?.endByte);
    expect([...first, ...rest].map(({ line }) => line)).toEqual(lines);
    expect(rest.at(-1)?.endByte).toBe(file.length);
    expect(ranges.at(-1)).toBe(`bytes=${first.at(-1)?.endByte}-`);
  });

  it('goes on rightly also where the server sends everything again', async () => {
    const first = await read(`${base}/no-ranges`, 0, 700);
    const rest = await read(`${base}/no-ranges`, first.at(-1)?.endByte);
    expect([...first, ...rest].map(({ line }) => line)).toEqual(lines);
  });

  it('that was read to its end has no more lines', async () => {
    expect(await read(`${base}/result`, file.length)).toEqual([]);
  });

  it('that is no longer there fails and is not taken for an empty one', async () => {
    await expect(read(`${base}/gone`)).rejects.toThrow('answered 403');
  });

  it('is taken at the pace of its reader: what is not read is not fetched', async () => {
    const result = streamBulkResult(`${base}/endless`);
    for (let read = 0; read < 1_000; read += 1) await result.next();
    await sleep(300);
    expect(served).toBeLessThan(16 * 1024 * 1024);
    let rest = 0;
    for await (const { line } of result) rest += line.length + 1;
    expect(rest).toBeGreaterThan(120 * 1024 * 1024);
  });
});

describe('a bulk operation', () => {
  let stage: Awaited<ReturnType<typeof setStage>>;
  beforeAll(async () => {
    stage = await setStage();
  });

  it('is started, runs at Shopify and says where its result is; a bad query is refused in words', async () => {
    const app = stage.start();
    const { ctx } = await app.shopify.authenticateAdmin(await stage.visit());
    const id = await runBulk(ctx, '{ orders { edges { node { id name } } } }');
    await stage.sandbox.settled();
    expect(await bulkOperation(ctx, id)).toMatchObject({ id, status: 'COMPLETED' });
    await expect(runBulk(ctx, '{ shop { name } }')).rejects.toBeInstanceOf(UserErrors);
  });
});
