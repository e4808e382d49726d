import express from 'express';
import { createChannels } from '../../sandbox/channels/index.ts';
import { sandboxAddress } from '../../sandbox/network-redirect.ts';
import { serveLocally } from '../harness/serve-locally.ts';

/** The stand-ins of Meta and Klaviyo on a port, with this process's calls to them led there. */
export async function openChannels() {
  const channels = createChannels({ outbox: null, now: () => new Date() });
  const server = await serveLocally(express().use(channels.router));
  const before = globalThis.fetch;
  globalThis.fetch = (input, init) => before(/graph\.facebook|klaviyo/.test(String(input)) ? (sandboxAddress(String(input), server.base) ?? input) : input, init);
  return {
    ...channels,
    close() {
      globalThis.fetch = before;
      return server.close();
    },
  };
}
