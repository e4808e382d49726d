import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response, Router } from 'express';
import express from 'express';
import { z } from 'zod';
import type { AdminAnswer, Caller, Installation } from '../../contract.ts';
import type { AdminRequest, RequestOptions } from '../execution/execute.ts';
import type { Fault, Faults } from './faults.ts';

const API_VERSION = '2026-10';

/** Whose token this is. */
export type Authenticate = (shopDomain: string, accessToken: string) => Installation | 'expired' | null;

const body = z.looseObject({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

export interface AdminRouterDeps {
  authenticate: Authenticate;
  merchantToken: string;
  hasShop(shopDomain: string): boolean;
  answer(shopDomain: string, request: AdminRequest, caller: Caller, options: RequestOptions): Promise<AdminAnswer>;
  faults: Faults;
}

/** What Shopify says of a shop that is frozen, closed to the app, gone or locked. */
const UNAVAILABLE = { 402: 'Payment Required', 403: 'Forbidden', 404: 'Not Found', 423: 'Locked' };

const INVALID_TOKEN = '[API] Invalid API key or access token (unrecognized login or wrong password)';

/** `/shop/{domain}/admin/api/{version}/graphql.json`, as Shopify's own address answers it. */
export function adminRouter(deps: AdminRouterDeps): Router {
  const router = express.Router();

  function identify(shopDomain: string, token: string | undefined): Caller | null {
    if (token === undefined || token === '') return null;
    if (token === deps.merchantToken) return { kind: 'merchant' };
    const installation = deps.authenticate(shopDomain, token);
    return installation === null || installation === 'expired' ? null : { kind: 'app', installation };
  }

  function admit(request: Request, response: Response, next: NextFunction): void {
    response.set({ 'X-Request-Id': randomUUID(), 'X-Shopify-API-Version': API_VERSION });
    if (!deps.hasShop(request.params['domain'] ?? '')) return void response.status(404).json({ errors: 'Not Found' });
    if (request.params['version'] !== API_VERSION) return void response.status(404).json({ errors: 'Not Found' });
    if (request.method !== 'POST') return void response.status(405).set('Allow', 'POST').json({ errors: 'Method Not Allowed' });
    next();
  }

  async function answer(request: Request, response: Response): Promise<void> {
    const shopDomain = request.params['domain'] ?? '';
    const caller = identify(shopDomain, request.header('x-shopify-access-token'));
    if (caller === null) return void response.status(401).json({ errors: INVALID_TOKEN });
    const parsed = body.safeParse(request.body);
    if (!parsed.success) return void response.status(400).json({ errors: { query: 'Required parameter missing or invalid' } });
    const { query, variables, operationName } = parsed.data;
    const run = () =>
      deps.answer(
        shopDomain,
        { query, variables: variables ?? {}, ...(operationName ? { operationName } : {}) },
        caller,
        { costDebug: request.header('shopify-graphql-cost-debug') === '1' },
      );
    const fault = caller.kind === 'app' ? deps.faults.next(shopDomain) : null;
    if (fault !== null && !(await suffer(fault, run, response))) return;
    const result = await run();
    if (!response.destroyed) response.status(result.status).json(result.body);
  }

  function refuseBody(_error: unknown, _request: Request, response: Response, next: NextFunction): void {
    if (response.headersSent) return next(_error);
    const tooLarge = typeof _error === 'object' && _error !== null && 'type' in _error && _error.type === 'entity.too.large';
    response.status(tooLarge ? 413 : 400).json({ errors: tooLarge ? 'Request Entity Too Large' : 'Bad Request' });
  }

  const read = express.json({ limit: '10mb', type: () => true });
  router.all('/shop/:domain/admin/api/:version/graphql.json', admit, read, (request, response, next) => {
    answer(request, response).catch(next);
  });
  router.use('/shop/:domain/admin/api/:version/graphql.json', refuseBody);
  return router;
}

/** Fails as told; true when the request is to be answered after all. */
async function suffer(fault: Fault, run: () => Promise<AdminAnswer>, response: Response): Promise<boolean> {
  switch (fault.kind) {
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, fault.milliseconds).unref());
      return true;
    case '429':
      response.status(429).set('Retry-After', '2.0').json({ errors: 'Throttled' });
      return false;
    case '402':
    case '403':
    case '404':
    case '423':
      response.status(Number(fault.kind)).json({ errors: UNAVAILABLE[fault.kind] });
      return false;
    case 'internal':
      response.json({ errors: [{ message: 'Internal error. Looks like something went wrong on our end.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] });
      return false;
    case 'garbage':
      response.type('application/json').send('{"data":{"shop":');
      return false;
    case '500':
    case '502':
    case '503':
      response.status(Number(fault.kind)).type('text/html').send('<html><body>Something went wrong</body></html>');
      return false;
    case 'timeout':
      // The connection stays open without an answer until the caller gives up.
      if (fault.performed) await run();
      return false;
    case 'reset':
      if (fault.performed) await run();
      response.destroy();
      return false;
  }
}
