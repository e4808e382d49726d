import type { ServerBuild } from '@remix-run/node';
import express from 'express';
import { resolve } from 'node:path';
import type { Front } from './web.server.ts';

/** What the build left beside this file. */
export async function builtFront(): Promise<Front> {
  const build: ServerBuild = await import('virtual:remix/server-build');
  const client = resolve('build/client');
  const forever = express.Router().use('/assets', express.static(resolve(client, 'assets'), { immutable: true, maxAge: '1y' }));
  return { build, assets: [forever, express.static(client, { maxAge: '1h', index: false })], mode: 'production' };
}
