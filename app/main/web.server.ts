import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type Request as ExpressRequest, type RequestHandler, type Response as ExpressResponse } from 'express';
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { Readable } from 'node:stream';
import type { App } from '#app/wiring/app.server.ts';
import type { Health } from './health.server.ts';

export interface Web {
  port: number;
  /** Takes no new connection, lets running requests finish. */
  stop(): Promise<void>;
}

interface Options {
  app: App;
  health: Health;
  /** The Remix build, or a function giving the newest one while developing. */
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Files of the browser: the built ones, or the development server. */
  assets: RequestHandler[];
  mode: 'production' | 'development';
}

/** The HTTP server: health, metrics, webhooks and files by themselves, everything else through Remix. */
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
  web.all('/webhooks', fetchHandler(app.webhookDoor));
  web.all('/webhooks/compliance', fetchHandler(app.webhookDoor));
  web.use(refuseHugeForms);
  web.use(compression({ filter: (req, res) => req.path !== '/live' && compression.filter(req, res) }));
  for (const handler of assets) web.use(handler);
  web.all('*', createRequestHandler({ build, mode }));

  const server = createServer(web);
  server.keepAliveTimeout = 65_000;
  await listen(server, app.config.port);
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : app.config.port,
    stop: () => close(server),
  };
}

/** No form of ours is longer; what says that it is, is not read. */
const longestForm = 1024 * 1024;

const refuseHugeForms: RequestHandler = (req, res, next) => {
  if (Number(req.get('content-length') ?? 0) <= longestForm) return next();
  res.set('connection', 'close').sendStatus(413);
};

/** Serves a door that speaks Request and Response without the router in between. */
function fetchHandler(door: (request: Request) => Promise<Response>): RequestHandler {
  return (req: ExpressRequest, res: ExpressResponse, next) => {
    const headers = new Headers();
    for (const [name, value] of Object.entries(req.headers)) if (value !== undefined) headers.set(name, String(value));
    const hasBody = req.method !== 'GET' && req.method !== 'HEAD';
    const init = { method: req.method, headers, ...(hasBody ? { body: Readable.toWeb(req), duplex: 'half' } : {}) } as RequestInit;
    const request = new Request(`http://${req.get('host') ?? 'localhost'}${req.originalUrl}`, init);
    door(request)
      .then(async (answer) => {
        res.status(answer.status);
        answer.headers.forEach((value, name) => res.setHeader(name, value));
        // A body that was given up half way leaves a connection on which nothing more can be said.
        if (request.bodyUsed && !req.complete) res.setHeader('connection', 'close');
        res.end(Buffer.from(await answer.arrayBuffer()));
        // What was refused unread is read to its end all the same: the sender's next request comes behind it.
        if (!request.bodyUsed) await request.body?.pipeTo(new WritableStream());
      })
      .catch(next);
  };
}

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
