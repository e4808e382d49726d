import type { ServerBuild } from '@remix-run/node';
import { createServer } from 'vite';
import { migrate } from '../../prisma/migrate.ts';
import { clusterHome, freePort, startPostgres } from './postgres.ts';

/**
 * `npm run dev:web`, started by the Shopify CLI, which gives PORT, HOST, SHOPIFY_API_KEY, SHOPIFY_API_SECRET and SCOPES: the app with its worker
 * in one process, reloading as you type, on a Postgres of its own unless DATABASE_URL names one.
 */
if (!process.env.DATABASE_URL) {
  const postgres = await startPostgres({ home: clusterHome('dev'), port: await freePort(), durable: true });
  await postgres.createDatabase('aftercare').catch((error: { code?: string }) => {
    if (error.code !== '42P04') throw error; // It is there from yesterday.
  });
  process.env.DATABASE_URL = postgres.url('aftercare');
}
process.env.SHOPIFY_APP_URL ||= process.env.HOST ?? '';
// For development only: what is sealed here never leaves this machine's dev database.
process.env.ENCRYPTION_KEYS ||= `dev:${Buffer.alloc(32, 'aftercare').toString('base64')}`;
process.env.SMTP_URL ||= 'smtp://localhost:1025';
process.env.MAIL_FROM ||= 'Aftercare <hello@localhost>';
await migrate(process.env.DATABASE_URL);

const vite = await createServer({ server: { middlewareMode: true } });
interface Main {
  runProcess(role: 'all', front: () => Promise<{ build: () => Promise<ServerBuild>; assets: unknown[]; mode: 'development' }>): Promise<void>;
}
const main = (await vite.ssrLoadModule('/app/main/run-process.server.ts')) as Main;
await main.runProcess('all', async () => ({
  build: () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<unknown> as Promise<ServerBuild>,
  assets: [vite.middlewares],
  mode: 'development',
}));
