import type { IncomingHttpHeaders } from 'node:http';
import { type AskShop, askShopOf } from './admin-query.ts';
import { globalObjects, metafieldsObject, productObject } from './liquid-objects.ts';
import { CollectionsDrop } from './liquid/collections-drop.ts';
import { loadCatalogue } from './load-catalogue.ts';
import { type Shop } from './load-shop.ts';
import { type PageBody, renderPage } from './render-page.ts';
import { loadTheme, type Theme } from './theme.ts';
import { type AppBlock, loadAppBlocks } from './theme-extensions.ts';
import { trackingLinks } from './tracking-links.ts';
import type { StorefrontDeps, Visit } from './types.ts';
import { type CartLines, readCart } from './cart.ts';

/** One shop's storefront while it runs. */
export interface Store {
  deps: StorefrontDeps;
  ask: AskShop;
  theme: Theme;
  appBlocks: Map<string, AppBlock>;
  /** Orders placed in this run, by the order form's token, so that a form sent twice places one order. */
  placed: Map<string, Promise<PlacedResult>>;
}

/** The outcome an order form's token stands for. */
export interface PlacedResult {
  orderName: string | null;
  confirmationNumber: string | null;
  contact: string;
  refused: string[];
}

/** A request as the pages see it. */
export interface StoreRequest {
  method: string;
  visit: Visit;
  shop: Shop;
  origin: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  cookies: Map<string, string>;
  body: Buffer;
  address: string;
}

/** What a page sends back. */
export interface StoreResponse {
  status: number;
  headers: Record<string, string | string[]>;
  body: string | Buffer;
}

/** Opens a store over its dependencies; theme and blocks are read once. */
export function openStore(deps: StorefrontDeps): Store {
  return {
    deps,
    ask: askShopOf(deps.runAdmin, deps.shopDomain),
    theme: loadTheme(),
    appBlocks: loadAppBlocks(deps.extensionsDir),
    placed: new Map(),
  };
}

/** The cart the visitor's cookie holds. */
export function cartOf(request: StoreRequest): CartLines {
  return readCart(request.cookies.get('cart'));
}

/** The fields of a posted form. */
export function formOf(request: StoreRequest): URLSearchParams {
  return new URLSearchParams(request.body.toString('utf8'));
}

/** Sends the visitor on within their language. */
export function seeOther(request: StoreRequest, path: string, headers: StoreResponse['headers'] = {}): StoreResponse {
  return { status: 303, headers: { ...headers, location: `${request.visit.localePrefix}${path}` }, body: '' };
}

/** Renders a page of the theme with the objects every page has. */
export async function respondWithPage(
  store: Store,
  request: StoreRequest,
  body: PageBody,
  objects: Record<string, unknown> = {},
  status = 200,
): Promise<StoreResponse> {
  const itemCount = cartOf(request).reduce((count, line) => count + line.quantity, 0);
  const placements = await store.deps.blockPlacements(store.deps.shopDomain);
  const tracking = trackingLinks(await store.deps.installedApps(), placements, request.visit.localePrefix);
  const collections = new CollectionsDrop(async () => (await loadCatalogue(store.ask)).map((product) => productObject(product, request.shop, request.visit)));
  const html = await renderPage({
    theme: store.theme,
    visit: request.visit,
    body,
    objects: { cart: { item_count: itemCount }, collections, tracking, ...globalObjects(request.shop, request.visit, request.origin), ...objects },
    appBlocks: store.appBlocks,
    placements,
    app: { metafields: metafieldsObject(store.deps.appMetafields()) },
  });
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }, body: html };
}
