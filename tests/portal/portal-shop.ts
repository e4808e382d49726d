import { createHmac } from 'node:crypto';
import { after, hour } from '#app/kernel/time.ts';
import { orderKey, type KeyPurpose } from '#app/modules/access/index.server.ts';
import { createPortalDoor } from '#app/modules/portal/index.server.ts';
import { portalSetting } from '#app/modules/returns/policy/portal/portal-setting.ts';
import { changeSetting, readSetting } from '#app/modules/settings/index.server.ts';
import type { FileStore } from '#app/platform/files/file-store.ts';
import type { Limits } from '#app/platform/limits/limits.server.ts';
import { createAuthenticateProxy } from '#app/platform/shopify/authenticate-proxy.server.ts';
import type { openRequestsStage, RequestsShop } from '../returns-requests/stage.ts';

export const secret = 'portal-test-secret';

export interface PortalVisit {
  /** Fields of the form; a POST. With photos it is a `FormData`. */
  form?: Record<string, string | string[]> | FormData;
  query?: Record<string, string>;
  pathPrefix?: string;
  language?: string;
}

export interface PortalPage {
  status: number;
  html: string;
  /** What a reader reads. */
  text: string;
  /** A hidden field's value. */
  hidden(name: string): string;
}

/** A shop whose portal is open, and a customer of its order who holds a key to it. */
export async function openPortalShop(stage: Awaited<ReturnType<typeof openRequestsStage>>, promised: Parameters<typeof stage.open>[0] = {}) {
  const shop = await stage.open(promised);
  await turnPortal(shop, true);
  return { ...shop, ...customerOf(shop, shop.orderId) };
}
export type PortalShop = Awaited<ReturnType<typeof openPortalShop>>;

/** Opens a shop's portal, or closes it. */
export async function turnPortal({ ctx }: Pick<RequestsShop, 'ctx'>, open: boolean): Promise<void> {
  const { version } = await ctx.tx((tx) => readSetting(tx, portalSetting));
  await changeSetting(ctx, portalSetting, { value: { open }, version, by: null });
}

/** Whoever visits a shop's portal for an order. */
export function customerOf({ ctx }: Pick<RequestsShop, 'ctx'>, orderId: string) {
  const files = filesInMemory();
  const limits = openLimits();
  const authenticate = createAuthenticateProxy({
    registry: { byDomain: async () => ctx.shop, context: () => ctx },
    secrets: [secret],
    trustProxy: false,
    clock: ctx.clock,
  });
  const door = createPortalDoor({ authenticate, limits, files, secrets: [secret], log: ctx.log });
  const keyOf = (purpose: KeyPurpose = 'full', life = hour, order = orderId) => orderKey(ctx.shop, { orderId: order, purpose, expiresAt: after(ctx.clock.now(), life) }, secret);

  async function visit({ form, query = {}, pathPrefix = '/apps/aftercare', language = 'en' }: PortalVisit = {}): Promise<PortalPage> {
    const parameters: Record<string, string> = { ...query, shop: ctx.shop.domain, path_prefix: pathPrefix, logged_in_customer_id: '', timestamp: String(Math.floor(ctx.clock.now().getTime() / 1_000)) };
    const message = Object.keys(parameters).sort().map((key) => `${key}=${parameters[key]}`).join('');
    const signature = createHmac('sha256', secret).update(message).digest('hex');
    const response = await door(
      new Request(`https://app.example/proxy/returns?${new URLSearchParams({ ...parameters, signature })}`, {
        headers: { 'accept-language': language, 'x-forwarded-for': '198.51.100.7', 'user-agent': 'a browser' },
        ...(form ? { method: 'POST', body: form instanceof FormData ? form : bodyOf(form) } : {}),
      }),
    );
    return pageOf(response.status, await response.text());
  }
  /** One step of the holder of a key. */
  const step = (what: string, fields: Record<string, string | string[]> = {}) => visit({ form: { key: keyOf(), do: what, ...fields } });
  /** Photos for one line. */
  const send = (lineId: string, photos: Uint8Array[], fields: Record<string, string> = {}) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ key: keyOf(), do: 'evidence', line: lineId, ...fields })) form.set(name, value);
    photos.forEach((bytes, at) => form.append('photos', new Blob([bytes.slice()]), `photo-${at}.png`));
    return visit({ form });
  };
  return { files, limits, keyOf, visit, step, send };
}

function bodyOf(form: Record<string, string | string[]>): URLSearchParams {
  return new URLSearchParams(Object.entries(form).flatMap(([name, value]) => [value].flat().map((each): [string, string] => [name, each])));
}

export function pageOf(status: number, html: string): PortalPage {
  const text = html.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]+>/g, ' ').replaceAll('&#x27;', '’').replaceAll('&nbsp;', ' ').replace(/\s+/g, ' ').trim();
  return { status, html, text, hidden: (name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '' };
}

/** Limits that allow everything until one is closed. */
function openLimits(): Limits & { closed: Set<string> } {
  const closed = new Set<string>();
  return {
    closed,
    take: async (name) => (closed.has(name) ? { allowed: false, retryAfter: 120 } : { allowed: true }),
    used: async (asked) => asked.map(() => ({ points: 0, retryAfter: null })),
    knownUsed: () => null,
    usedBeside: async (several) => ({ used: several.map((asked) => asked.map(() => ({ points: 0, retryAfter: null }))), rows: [] }),
    giveBack: async () => undefined,
  };
}

function filesInMemory(): FileStore & { held: Map<string, Uint8Array> } {
  const held = new Map<string, Uint8Array>();
  return {
    held,
    put: async (key, bytes) => void held.set(key, bytes),
    get: async (key) => new Response(held.get(key)?.slice() ?? null).body,
    remove: async (keys) => keys.forEach((key) => held.delete(key)),
    removeAll: async () => held.clear(),
  };
}
