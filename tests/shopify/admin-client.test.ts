import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insideTransaction } from '#app/platform/db/open-transaction.server.ts';
import { createLog } from '#app/platform/log/log.server.ts';
import { createAdminClients } from '#app/platform/shopify/admin-client.server.ts';
import { AdminApiError, OutcomeUnknown, ShopAccessLost, UserErrors } from '#app/platform/shopify/errors.ts';
import { RunBulkDocument, ShopDetailsDocument } from '#app/platform/shopify/operations.generated.ts';
import type { Shop } from '#app/platform/shops/shop.ts';

const shop: Shop = {
  id: 7, domain: 'quill.myshopify.com', name: 'Quill', email: null, primaryUrl: 'https://quill.example', ianaTimezone: 'UTC', currency: 'EUR', locales: ['en'], scopes: [],
  state: 'installed', access: 'ok', installedAt: new Date(),
};
const cost = { requestedQueryCost: 10, actualQueryCost: 5, throttleStatus: { maximumAvailable: 2000, currentlyAvailable: 1990, restoreRate: 100 } };

/** What Shopify answers, one after the other; `offline` breaks the line. */
type Scripted = { status?: number; body?: unknown; headers?: Record<string, string> } | 'offline';

const original = globalThis.fetch;
let script: Scripted[];
let sent: { token: string | null; url: string }[];
let paused: number[];
let lost: string[];
let logged: string[];
let settled: unknown[];
/** The token that is stored. */
let current: string;

beforeEach(() => {
  current = 'old';
  [script, sent, paused, lost, logged, settled] = [[], [], [], [], [], []];
  globalThis.fetch = async (input, init) => {
    sent.push({ token: new Headers(init?.headers).get('x-shopify-access-token'), url: String(input) });
    const next = script.shift();
    if (!next) throw new Error('Nothing was scripted for this request.');
    if (next === 'offline') throw new TypeError('fetch failed');
    return new Response(typeof next.body === 'string' ? next.body : JSON.stringify(next.body ?? {}), {
      status: next.status ?? 200,
      headers: { 'content-type': 'application/json', 'x-request-id': 'req-1', ...next.headers },
    });
  };
});
afterEach(() => {
  globalThis.fetch = original;
});

function client() {
  const log = createLog('silent', 'test');
  log.warn = ((facts: { withheld?: string[] }) => void logged.push(...(facts.withheld ?? []))) as typeof log.warn;
  return createAdminClients({
    tokens: { current: () => Promise.resolve(current), replace: () => Promise.resolve((current = 'new')) },
    budget: {
      reserve: () => Promise.resolve(0),
      settle: (...given) => {
        settled.push(given);
        return Promise.resolve();
      },
    },
    log,
    needsReopen: (which) => {
      lost.push(which.domain);
      return Promise.resolve();
    },
    pause: (milliseconds) => {
      paused.push(milliseconds);
      return Promise.resolve();
    },
  })(shop);
}
const read = () => client().run(ShopDetailsDocument, {});
const write = () => client().run(RunBulkDocument, { query: '{ orders { edges { node { id } } } }' });
const done = { body: { data: { shop: { name: 'Quill' } }, extensions: { cost } } };
const failure = (code: string, path?: (string | number)[]) => ({ message: `About ${code}`, path, extensions: { code } });
const caught = (work: Promise<unknown>) => work.then(() => Promise.reject(new Error('It did not fail.')), (error: unknown) => error);

describe('a read', () => {
  it('goes to the shop with its token and tells the bucket what it cost', async () => {
    script = [done];
    await expect(read()).resolves.toEqual({ shop: { name: 'Quill' } });
    expect(sent).toEqual([{ token: 'old', url: 'https://quill.myshopify.com/admin/api/2026-10/graphql.json' }]);
    expect(settled).toEqual([[7, 20, cost]]);
  });

  it('is tried again after a broken line, a 502, a 429 and an answer that is no JSON', async () => {
    script = ['offline', { status: 502, body: 'Bad gateway' }, { status: 429, headers: { 'retry-after': '2' } }, { body: '<html>' }, done];
    await expect(read()).resolves.toEqual({ shop: { name: 'Quill' } });
    expect(paused).toContain(2_000);
  });

  it('gives up after six tries and says why', async () => {
    script = Array.from({ length: 6 }, () => ({ status: 503 }));
    const error = await caught(read());
    expect(error).toBeInstanceOf(AdminApiError);
    expect(error).toMatchObject({ status: 503, requestId: 'req-1' });
    expect(sent).toHaveLength(6);
    script = Array.from({ length: 6 }, () => 'offline' as const);
    expect(await caught(read())).toMatchObject({ problems: [{ code: 'NO_ANSWER' }] });
  });

  it('never waits longer than a minute, whatever the other side asks for', async () => {
    script = [{ status: 429, headers: { 'retry-after': '86400' } }, done];
    await read();
    expect(Math.max(...paused)).toBe(60_000);
  });

  it('is sent again when it was throttled', async () => {
    script = [{ body: { errors: [failure('THROTTLED')], extensions: { cost: { ...cost, actualQueryCost: null } } } }, done];
    await expect(read()).resolves.toEqual({ shop: { name: 'Quill' } });
    expect(settled[0]).toEqual([7, 20, { ...cost, actualQueryCost: null }]);
    // The second try reserves what Shopify said the document asks for.
    expect(settled[1]).toEqual([7, 10, cost]);
  });

  it.each(['ACCESS_DENIED', 'MAX_COST_EXCEEDED', 'INTERNAL_SERVER_ERROR'])('that fails with %s says so, with the id of the request', async (code) => {
    script = [{ body: { data: null, errors: [failure(code, ['shop'])] } }];
    const error = await caught(read());
    expect(error).toBeInstanceOf(AdminApiError);
    expect(error).toMatchObject({ problems: [{ code, message: `About ${code}`, path: 'shop' }], requestId: 'req-1' });
  });

  it('that Shopify cannot parse fails without being repeated', async () => {
    script = [{ body: { errors: [{ message: 'syntax error, unexpected end of file', locations: [{ line: 1, column: 1 }] }] } }];
    expect(await caught(read())).toMatchObject({ problems: [{ code: 'GRAPHQL', path: null }] });
    expect(sent).toHaveLength(1);
  });

  it('of a whole field that is denied fails, although Shopify sends data with it', async () => {
    script = [{ body: { data: { order: null }, errors: [failure('ACCESS_DENIED', ['order'])] } }];
    expect(await caught(read())).toBeInstanceOf(AdminApiError);
  });

  it('keeps what it got when protected fields are withheld, and says once which', async () => {
    const body = { data: { orders: { nodes: [{ email: null }, { email: null }] } }, errors: [0, 1].map((at) => failure('ACCESS_DENIED', ['orders', 'nodes', at, 'email'])) };
    const admin = client();
    script = [{ body }, { body }];
    await expect(admin.run(ShopDetailsDocument, {})).resolves.toEqual(body.data);
    await admin.run(ShopDetailsDocument, {});
    expect(logged).toEqual(['orders.nodes.email']);
  });

  it('does not take a field that broke inside the answer for an empty one', async () => {
    script = [{ body: { data: { orders: { nodes: [null] } }, errors: [failure('INTERNAL_SERVER_ERROR', ['orders', 'nodes', 0])] } }];
    expect(await caught(read())).toBeInstanceOf(AdminApiError);
  });

  it('tries one other token when its own is refused, then asks for the app to be opened', async () => {
    script = [{ status: 401, body: { errors: '[API] Invalid API key or access token' } }, done];
    await read();
    expect(sent.map(({ token }) => token)).toEqual(['old', 'new']);
    current = 'old';
    script = [{ status: 401 }, { status: 401 }];
    expect(await caught(read())).toBeInstanceOf(ShopAccessLost);
    expect(lost).toEqual(['quill.myshopify.com']);
  });

  it('takes the token that a merchant brought while it was asking', async () => {
    script = [{ status: 401 }, { status: 401 }, done];
    const before = globalThis.fetch;
    globalThis.fetch = (input, init) => {
      if (sent.length === 1) current = 'brought';
      return before(input, init);
    };
    await read();
    expect([sent.map(({ token }) => token), lost]).toEqual([['old', 'new', 'brought'], []]);
  });

  it('of a frozen shop fails with its status', async () => {
    script = [{ status: 402, body: { errors: 'Unavailable Shop' } }];
    expect(await caught(read())).toMatchObject({ status: 402, problems: [{ code: 'HTTP_402' }] });
  });

  it('is refused inside a transaction', async () => {
    await expect(insideTransaction(read)).rejects.toThrow('inside a database transaction');
    expect(sent).toEqual([]);
  });
});

describe('a mutation', () => {
  it('that was refused throws what Shopify says about it', async () => {
    script = [{ body: { data: { bulkOperationRunQuery: { bulkOperation: null, userErrors: [{ field: ['query'], message: 'is invalid', code: 'INVALID' }] } } } }];
    const error = await caught(write());
    expect(error).toBeInstanceOf(UserErrors);
    expect(error).toMatchObject({ operation: 'RunBulk', errors: [{ field: ['query'], message: 'is invalid', code: 'INVALID' }] });
  });

  it.each<[string, Scripted]>([
    ['the line breaks', 'offline'],
    ['Shopify breaks', { status: 500 }],
    ['the answer is no JSON', { body: 'oops' }],
  ])('is never repeated when %s: its outcome is unknown', async (_, answer) => {
    script = [answer, done];
    expect(await caught(write())).toBeInstanceOf(OutcomeUnknown);
    expect(sent).toHaveLength(1);
  });

  it('is repeated when Shopify says that it did not begin', async () => {
    const accepted = { body: { data: { bulkOperationRunQuery: { bulkOperation: { id: 'gid://shopify/BulkOperation/1' }, userErrors: [] } } } };
    script = [{ status: 429 }, { body: { errors: [failure('THROTTLED')] } }, { status: 401 }, accepted];
    await expect(write()).resolves.toEqual(accepted.body.data);
  });
});
