import type { ServerResponse } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { callProvider } from '../../app/modules/parcels/sources/call-provider.server.ts';
import { serveLocally, type LocalServer } from '../harness/serve-locally.ts';

let server: LocalServer | undefined;
afterEach(() => server?.close());

const megabyte = Buffer.alloc(1024 * 1024, ' ');

/** A provider that answers like this; the address it is called at. */
async function provider(answer: (response: ServerResponse) => void): Promise<string> {
  server = await serveLocally((_request, response) => answer(response));
  return `${server.base}/`;
}

it('an answer without a length is read in its pieces, letters over two of them too', async () => {
  const [left, right] = [Buffer.from('{"name":"Zür'), Buffer.from('ich"}')];
  const split = left.length - 2;
  const url = await provider((response) => {
    response.write(left.subarray(0, split));
    setTimeout(() => response.end(Buffer.concat([left.subarray(split), right])), 20);
  });
  expect(await callProvider({ url, headers: {} })).toEqual({ status: 200, body: { name: 'Zürich' } });
});

it('an answer without a length that does not end is broken off after ten megabytes', async () => {
  let sent = 0;
  const url = await provider((response) => {
    const pour = () => {
      while (!response.destroyed && sent < 200) {
        sent += 1;
        if (!response.write(megabyte)) return response.once('drain', pour);
      }
      return response.end();
    };
    pour();
  });
  await expect(callProvider({ url, headers: {} })).rejects.toMatchObject({ kind: 'down' });
  expect(sent).toBeLessThan(60);
});

it('an answer that says it is longer is not read', async () => {
  const url = await provider((response) => response.writeHead(200, { 'content-length': 200 * 1024 * 1024 }).write(megabyte));
  await expect(callProvider({ url, headers: {} })).rejects.toMatchObject({ kind: 'down' });
});
