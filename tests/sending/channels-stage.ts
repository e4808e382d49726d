import express from 'express';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { createChannels } from '../../sandbox/channels/index.ts';
import { sandboxAddress } from '../../sandbox/network-redirect.ts';

/** The stand-ins of Meta and Klaviyo on a port, with this process's calls to them led there. */
export async function openChannels() {
  const channels = createChannels({ outbox: null, now: () => new Date() });
  const server = await new Promise<Server>((done) => {
    const started = express().use(channels.router).listen(0, '127.0.0.1', () => done(started));
  });
  const before = globalThis.fetch;
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  globalThis.fetch = (input, init) => before(/graph\.facebook|klaviyo/.test(String(input)) ? (sandboxAddress(String(input), base) ?? input) : input, init);
  return {
    ...channels,
    close() {
      globalThis.fetch = before;
      server.close();
    },
  };
}
