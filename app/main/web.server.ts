import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type Request as ExpressRequest, type RequestHandler } from 'express';
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { App } from '#app/wiring/app.server.ts';
import type { Health } from './health.server.ts';
import { serveDoor } from './serve-door.server.ts';

export interface Web {
  port: number;
  /** Takes no new connection, lets running requests finish. */
  stop(): Promise<void>;
}

/** Where pages and browser files come from: the build, or the development server. */
export interface Front {
  /** The Remix build, or a function giving the newest one while developing. */
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Files of the browser: the built ones, or the development server. */
  assets: RequestHandler[];
  mode: 'production' | 'development';
}

interface Options extends Front {
  app: App;
  health: Health;
}

/** The HTTP server: health, metrics, webhooks, the tracking page and files by themselves, everything else through Remix. */
export async function startWeb({ app, health, build, assets, mode }: Options): Promise<Web> {
  const web = express();
  web.disable('x-powered-by');
  web.set('trust proxy', app.config.trustProxy);
  web.get('/health/live', (_, res) => void res.status(health.live().status).json({ ok: true }));
  web.get(['/health', '/health/ready'], async (_, res) => {
    const { status, body } = await health.ready();
    res.status(status).json(body);
  });
  web.get('/metrics', async (req, res) => {
    if (!mayReadMetrics(req, app.config.metricsToken)) return void res.sendStatus(404);
    res.type(app.metrics.contentType).send(await app.metrics.text());
  });
  web.use(observe(app));
  // Webhooks come by the thousand: they skip the router and the compression.
  web.all('/webhooks', serveDoor(app.webhookDoor, { longest: () => null }));
  web.all('/webhooks/compliance', serveDoor(app.webhookDoor, { longest: () => null }));
  web.use(compression({ filter: (req, res) => req.path !== '/live' && compression.filter(req, res) }));
  web.all('/proxy/track', serveDoor(app.trackingDoor, { longest: longestForm }));
  // The short address of the same page, in text messages.
  web.all('/proxy/t', serveDoor(app.trackingDoor, { longest: longestForm }));
  web.all('/proxy/returns', serveDoor(app.portalDoor, { longest: longestForm }));
  web.all('/proxy/contact', serveDoor(app.contactDoor, { longest: longestForm }));
  for (const handler of assets) web.use(handler);
  web.all('*', serveDoor(createRequestHandler(build, mode), { longest: longestForm }));

  const server = createServer(web);
  server.keepAliveTimeout = 65_000;
  await listen(server, app.config.port);
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : app.config.port,
    stop: () => close(server),
  };
}

const megabyte = 1024 * 1024;
const photoForms: ReadonlySet<string> = new Set(['/proxy/track', '/proxy/returns', '/proxy/contact']);
/**
 * Customers send photos from the tracking page, the returns portal and the contact form, which limit each and read what they refuse to its end: who is told why in the middle of
 * sending does not hear it. Providers bring whole mails. No other form of ours is long.
 */
const longestForm = (req: ExpressRequest): number => (req.path.startsWith('/inbound/inbox/') ? 75 : photoForms.has(req.path) && req.is('multipart/form-data') ? 160 : 1) * megabyte;

/** Gives each request an id, times it, and logs the ones that went wrong. */
function observe(app: App): RequestHandler {
  return (req, res, next) => {
    const id = req.get('x-request-id')?.slice(0, 64) ?? randomUUID();
    const started = process.hrtime.bigint();
    // One id from the log to the page that says something went wrong.
    req.headers['x-request-id'] = id;
    res.setHeader('x-request-id', id);
    res.once('finish', () => {
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      const route = req.path.split('/').slice(0, 3).join('/').replace(/\d+/g, ':id');
      app.metrics.requests.observe({ method: req.method, route, status: String(res.statusCode) }, seconds);
      if (res.statusCode >= 500) app.log.warn({ requestId: id, method: req.method, path: req.path, status: res.statusCode, seconds }, 'request failed');
      else app.log.debug({ requestId: id, method: req.method, path: req.path, status: res.statusCode, seconds }, 'request');
    });
    next();
  };
}

function mayReadMetrics(req: ExpressRequest, token: string | null): boolean {
  if (token !== null) return req.get('authorization') === `Bearer ${token}`;
  const direct = req.socket.remoteAddress ?? '';
  return /^(::1|127\.|::ffff:127\.)/.test(direct) && req.get('x-forwarded-for') === undefined;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, done);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((done) => {
    // A connection whose last request ends only now would be kept alive for a next one.
    const idle = setInterval(() => server.closeIdleConnections(), 100);
    server.close(() => {
      clearInterval(idle);
      done();
    });
    // Streams never end by themselves; browsers come back to another process. Who stops us usually waits ten seconds.
    setTimeout(() => server.closeAllConnections(), 8_000).unref();
  });
}
