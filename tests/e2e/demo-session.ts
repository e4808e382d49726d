import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { portsFrom, root, takenPorts, tmp } from '../../sandbox/demo/places.ts';
import { clusterHome } from '../../sandbox/machine/postgres.ts';

const contract = z.strictObject({
  shop: z.string(),
  admin: z.url(),
  storefront: z.url(),
  adminApi: z.strictObject({ url: z.url(), token: z.string().startsWith('shpat_') }),
  app: z.strictObject({ url: z.url(), clientId: z.string().min(1), clientSecret: z.string().startsWith('shpss_') }),
  databaseUrl: z.string().startsWith('postgresql://'),
  smtp: z.strictObject({ host: z.string(), port: z.int() }),
  supportAddress: z.email(),
  outbox: z.url(),
  log: z.string(),
});

/** What a running demo says of itself in `tmp/<name>.json`. */
export type Contract = z.infer<typeof contract>;

export interface DemoSession {
  contract: Contract;
  /** Where the shop's own admin is, without the app. */
  shopAdmin: string;
  place: DemoPlace;
  pid: number;
  /** Ends it as ctrl-C does. */
  stop(): Promise<void>;
  /** Ends only its own process, as a crash does. */
  crash(): Promise<void>;
}

/** A demo's name and ports, its own among all demos on this machine. */
export interface DemoPlace {
  name: string;
  port: number;
}

/** Finds seven free ports in a row, below those the system hands out. */
export async function freePlace(): Promise<DemoPlace> {
  for (let attempt = 0; attempt < 500; attempt += 1) {
    const port = 20_000 + (((process.pid + attempt * 37) * 10) % 10_000);
    if ((await takenPorts(Object.values(portsFrom(port)))).length === 0) return { name: `e2e-${process.pid}-${port}`, port };
  }
  throw new Error('There are no seven free ports in a row between 20000 and 30000.');
}

/** Starts a demo of the tests' own on the built app; resolves when all of it answers. */
export async function startDemoSession({ place, orders = 25, fresh = true }: { place?: DemoPlace; orders?: number; fresh?: boolean } = {}): Promise<DemoSession> {
  const at = place ?? (await freePlace());
  const program = [join(import.meta.dirname, 'run-demo.ts'), at.name, String(at.port), String(orders), fresh ? 'fresh' : 'kept'];
  const child = spawn(process.execPath, program, { cwd: root, env: withoutVitest(), stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let said = '';
  child.stdout?.on('data', (chunk) => (said += chunk));
  child.stderr?.on('data', (chunk) => (said += chunk));
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  await new Promise<void>((ready, fail) => {
    child.once('message', () => ready());
    void ended.then(() => fail(new Error(`The demo did not start:\n${said}`)));
  }).catch((error: unknown) => {
    forget(at);
    throw error;
  });
  const read = contract.parse(JSON.parse(readFileSync(contractFile(at), 'utf8')));
  return { contract: read, shopAdmin: read.admin.replace(/\/apps\/.*$/, ''), place: at, pid: child.pid ?? 0, stop: () => end('SIGTERM'), crash: () => end('SIGKILL') };
}

/** Where a demo of this name writes its contract. */
export function contractFile({ name }: DemoPlace): string {
  return join(tmp, `${name}.json`);
}

/** Removes everything a demo kept: its shop, its database, its secrets and logs. */
export function forget(place: DemoPlace): void {
  for (const path of [join(tmp, place.name), clusterHome(place.name), contractFile(place)]) rmSync(path, { recursive: true, force: true });
}

/** The environment of a newcomer's shell: nothing in a demo may know that a test watches. */
export function withoutVitest(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^VITEST|^(NODE_ENV|TEST|DEV|PROD|MODE|SSR|BASE_URL)$/.test(name));
  return { ...Object.fromEntries(own), NODE_ENV: 'production' };
}
