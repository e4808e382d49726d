import { mkdirSync, readFileSync, existsSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
export const tmp = join(root, 'tmp');
export const demoShop = { domain: 'juniper-and-pine.myshopify.com', handle: 'juniper-and-pine', name: 'Juniper & Pine' };

/** Every port of the demo, counted from `PORT`. */
export function portsFrom(base: number) {
  return { sandbox: base, storefront: base + 1, appPublic: base + 2, app: base + 3, smtp: base + 4, postgres: base + 5, inboundSmtp: base + 6 };
}

/** The ones that somebody else listens on. */
export async function takenPorts(ports: readonly number[]): Promise<number[]> {
  const free = await Promise.all(ports.map((port) => isFree(port)));
  return ports.filter((_, at) => !free[at]);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(false));
    probe.listen(port, () => probe.close(() => done(true)));
  });
}

/** Secrets of this clone's demo, made once, so that what was sealed before can be opened again. */
export function demoSecrets(folder: string): { clientSecret: string; merchantToken: string; encryptionKey: string } {
  const file = join(folder, 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const made = {
    clientSecret: `shpss_${randomBytes(16).toString('hex')}`,
    merchantToken: `shpat_${randomBytes(16).toString('hex')}`,
    encryptionKey: randomBytes(32).toString('base64'),
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify(made, null, 2), { mode: 0o600 });
  return made;
}
