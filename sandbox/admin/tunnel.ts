import { createServer, request as forward, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import type { SandboxUrls } from '../contract.ts';
import type { Worlds } from '../world/index.ts';
import { appDownPage } from './app-down-page.ts';
import { rewriteStream } from './rewrite-stream.ts';
import { toSandboxAddresses, toSandboxPolicy } from './sandbox-addresses.ts';

/** What the tunnel needs from its neighbours. */
export interface TunnelDeps {
  urls: SandboxUrls;
  worlds: Pick<Worlds, 'find'>;
}

const HOP_BY_HOP = ['connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'te', 'trailer', 'transfer-encoding', 'upgrade'];
const TEXT = /^(text\/html|text\/javascript|application\/javascript)/;

/**
 * Carries the app's public address to its own process, and stands in for DNS and TLS on the way back: the addresses of Shopify in documents,
 * scripts and headers become the sandbox's. The app itself stays unaware of it.
 */
export function createTunnel({ urls, worlds }: TunnelDeps) {
  const addresses = { urls, hasShop: (domain: string) => worlds.find(domain) !== null };
  const translate = (text: string) => toSandboxAddresses(text, addresses);

  function answerHeaders(answer: IncomingMessage, rewritten: boolean): OutgoingHttpHeaders {
    const headers: OutgoingHttpHeaders = {};
    for (const [name, value] of Object.entries(answer.headers)) {
      if (value === undefined || HOP_BY_HOP.includes(name) || (rewritten && name === 'content-length')) continue;
      if (name === 'content-security-policy') headers[name] = toSandboxPolicy(String(value), addresses);
      else if (name === 'location' || name === 'link' || name === 'x-shopify-api-request-failure-reauthorize-url') headers[name] = translate(String(value));
      else headers[name] = value;
    }
    return headers;
  }

  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const target = new URL(urls.appLocal);
    const headers: OutgoingHttpHeaders = { ...request.headers };
    for (const name of HOP_BY_HOP) delete headers[name];
    const upstream = forward(
      {
        hostname: target.hostname,
        port: target.port,
        method: request.method,
        path: request.url,
        headers: {
          ...headers,
          // Texts are rewritten on the way back, so they must come plain.
          'accept-encoding': 'identity',
          'x-forwarded-host': request.headers.host ?? new URL(urls.appPublic).host,
          'x-forwarded-proto': new URL(urls.appPublic).protocol.slice(0, -1),
          'x-forwarded-for': request.socket.remoteAddress ?? '',
        },
      },
      (answer) => {
        const rewritten = TEXT.test(answer.headers['content-type'] ?? '') && !answer.headers['content-encoding'];
        response.writeHead(answer.statusCode ?? 502, answerHeaders(answer, rewritten));
        if (rewritten) pipeline(answer, rewriteStream(translate), response, () => undefined);
        else pipeline(answer, response, () => undefined);
      },
    );
    upstream.on('error', (error) => {
      if (response.headersSent) return response.destroy();
      response.writeHead(502, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'retry-after': '2' });
      response.end(appDownPage(urls.appLocal, error.message));
    });
    response.on('close', () => upstream.destroy());
    request.pipe(upstream);
  });

  return {
    /** Listens; port 0 takes a free one. Answers with the port taken. */
    start: (port: number): Promise<number> =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, () => {
          const address = server.address();
          resolve(typeof address === 'object' && address ? address.port : port);
        });
      }),
    close: (): Promise<void> =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
