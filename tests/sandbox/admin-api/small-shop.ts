import type { Caller, Installation, SandboxClock } from '#sandbox/contract.ts';
import type { AdminApi, AdminApiDeps } from '#sandbox/admin-api/index.ts';
import { createAdminApi } from '#sandbox/admin-api/index.ts';
import type { Resolvers } from '#sandbox/admin-api/resolver.ts';
import { honours } from '#sandbox/admin-api/resolver.ts';
import type { World, Worlds } from '#sandbox/world/index.ts';
import { openWorlds } from '#sandbox/world/index.ts';

export const DOMAIN = 'small.myshopify.com';
export const NOW = new Date('2026-11-21T12:00:00Z');

/** A clock that stands still until it is moved. */
export function standingClock(at: Date = NOW): SandboxClock {
  let now = at;
  return {
    now: () => now,
    travelTo(to) {
      now = to;
    },
    returnToPresent() {
      now = at;
    },
  };
}

export interface FakeOrder {
  id: string;
  name: string;
  email: string | null;
  createdAt: string;
  lines: { id: string; title: string }[];
}

export function fakeOrders(count: number, lines = 2): FakeOrder[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `gid://shopify/Order/${index + 1}`,
    name: `#${1001 + index}`,
    email: `buyer${index + 1}@example.com`,
    createdAt: '2026-11-01T00:00:00Z',
    lines: Array.from({ length: lines }, (_, line) => ({
      id: `gid://shopify/LineItem/${(index + 1) * 100 + line}`,
      title: `Line ${line + 1}`,
    })),
  }));
}

/** Resolvers over fake orders: enough of the schema to show what the engine does around resolvers. */
export function fakeResolvers(orders: FakeOrder[]): Resolvers {
  let refunds = 0;
  const named = (order: FakeOrder) => ({ ...order, __typename: 'Order' });
  return {
    QueryRoot: {
      orders: honours(['query'], (_source, _args, context) =>
        orders.filter((order) => context.ordersVisibleSince === null || new Date(order.createdAt) >= context.ordersVisibleSince),
      ),
      order: honours(['id'], (_source, args) => orders.find((order) => order.id === args['id']) ?? null),
      node: honours(['id'], (_source, args) => orders.map(named).find((order) => order.id === args['id']) ?? null),
      shop: () => ({ id: 'gid://shopify/Shop/1', name: 'Small', orders }),
      customer: honours(['id'], () => ({ id: 'gid://shopify/Customer/1', displayName: 'Ada Byron', firstName: 'Ada', phone: null })),
    },
    Order: {
      lineItems: (order: FakeOrder) => order.lines,
      currentTotalPriceSet: () => ({ shopMoney: { amount: '12.00', currencyCode: 'EUR' } }),
    },
    Mutation: {
      refundCreate: honours(['input.orderId', 'input.note'], () => {
        refunds += 1;
        return { refund: { id: `gid://shopify/Refund/${refunds}` }, order: null, userErrors: [] };
      }),
      orderUpdate: honours(['input.id', 'input.note'], (_source, args) => ({ order: { id: Reflect.get(Object(args['input']), 'id') }, userErrors: [] })),
      orderClose: (_source, _args, context) => {
        const job = context.jobs.start(() => undefined);
        return { order: null, userErrors: [], job };
      },
    },
  };
}

export function installation(changes: Partial<Installation> = {}): Installation {
  return {
    shopDomain: DOMAIN,
    clientId: 'app-1',
    scopes: new Set(['read_orders', 'write_orders', 'read_customers', 'read_all_orders']),
    protectedData: { level1: true, name: true, email: true, phone: true, address: true },
    installedAt: NOW,
    uninstalledAt: null,
    ...changes,
  };
}

export const MERCHANT: Caller = { kind: 'merchant' };

export function app(changes: Partial<Installation> = {}): Caller {
  return { kind: 'app', installation: installation(changes) };
}

export interface SmallShop {
  api: AdminApi;
  worlds: Worlds;
  world: World;
  clock: SandboxClock;
  ask(query: string, variables?: Record<string, unknown>, caller?: Caller): Promise<Answer>;
}

export interface Answer {
  status: number;
  data: unknown;
  errors: { message: string; path?: unknown; extensions?: Record<string, unknown> }[];
  extensions: Record<string, unknown>;
}

/** A shop with the engine around fake resolvers, in memory. */
export function smallShop(changes: Partial<AdminApiDeps> & { orders?: FakeOrder[] } = {}): SmallShop {
  const clock = standingClock();
  const worlds = openWorlds({ dataDir: changes.dataDir ?? null, clock });
  const world =
    worlds.find(DOMAIN) ??
    worlds.createShop({
      domain: DOMAIN,
      name: 'Small',
      email: 'owner@small.example',
      currency: 'EUR',
      ianaTimezone: 'Europe/Berlin',
      locales: ['en'],
      taxesIncluded: true,
    });
  const api = createAdminApi({
    worlds,
    clock,
    resolvers: fakeResolvers(changes.orders ?? fakeOrders(3)),
    urls: { base: 'http://sandbox.test', storefront: () => '', appPublic: '', appLocal: '' },
    dataDir: null,
    merchantToken: 'merchant-token',
    authenticate: (_domain, token) => (token === 'app-token' ? installation() : token === 'old-token' ? 'expired' : null),
    ...changes,
  });
  return {
    api,
    worlds,
    world,
    clock,
    async ask(query, variables = {}, caller = MERCHANT) {
      const { status, body } = await api.runAdmin(DOMAIN, { query, variables }, caller);
      return readAnswer(status, body);
    },
  };
}

export function readAnswer(status: number, body: { data?: unknown; errors?: unknown; extensions?: unknown }): Answer {
  return {
    status,
    data: body.data,
    errors: (body.errors ?? []) as Answer['errors'],
    extensions: (body.extensions ?? {}) as Answer['extensions'],
  };
}
