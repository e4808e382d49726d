import { respondWithPage, type Store, type StoreRequest, type StoreResponse } from '../store.ts';

/** Pages whose words are the theme's own, by handle. */
const pageHandles = new Set(['about', 'contact', 'track-your-order']);

/** A content page; an unknown handle is 404. */
export async function showPage(store: Store, request: StoreRequest, handle: string): Promise<StoreResponse> {
  if (!pageHandles.has(handle)) return showNotFound(store, request);
  const words = (part: string): string => store.theme.translate(request.visit.locale, `pages.${handle}.${part}`, { shop: request.shop.name, email: request.shop.email }) ?? '';
  const page = { handle, title: words('title'), content: words('body_html'), url: `${request.visit.localePrefix}/pages/${handle}` };
  return respondWithPage(store, request, { template: 'page', blocksOf: 'page' }, { template: 'page', page_title: page.title, page });
}

/** A policy the merchant wrote; one the shop has not is 404. */
export async function showPolicy(store: Store, request: StoreRequest, handle: string): Promise<StoreResponse> {
  const policy = request.shop.policies.find((candidate) => candidate.handle === handle);
  if (!policy) return showNotFound(store, request);
  return respondWithPage(store, request, { template: 'policy' }, { template: 'policy', page_title: policy.title, policy });
}

/** The page for an address that does not exist. */
export function showNotFound(store: Store, request: StoreRequest): Promise<StoreResponse> {
  return respondWithPage(store, request, { template: '404' }, { template: '404' }, 404);
}
