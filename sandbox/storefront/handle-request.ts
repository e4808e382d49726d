import { findProxy } from './app-proxy.ts';
import { addLine, showCart, updateCart } from './pages/cart-pages.ts';
import { showAllProducts, showHome, showProduct } from './pages/catalogue-pages.ts';
import { payOrder, showOrderPayment } from './pages/order-payment.ts';
import { changeLocalization } from './pages/change-localization.ts';
import { showCheckout, showThankYou, submitCheckout } from './pages/checkout-pages.ts';
import { showNotFound, showPage, showPolicy } from './pages/content-pages.ts';
import { showProxied } from './pages/show-proxied.ts';
import { seeOther, type Store, type StoreRequest, type StoreResponse } from './store.ts';

type Page = (store: Store, request: StoreRequest, part: string) => Promise<StoreResponse | null> | StoreResponse;

const pages: [method: 'GET' | 'POST', path: RegExp, page: Page][] = [
  ['GET', /^\/$/, showHome],
  ['GET', /^\/collections\/all$/, showAllProducts],
  ['GET', /^\/collections$/, (_, request) => seeOther(request, '/collections/all')],
  ['GET', /^\/products\/([\w-]+)$/, showProduct],
  ['GET', /^\/pages\/([\w-]+)$/, showPage],
  ['GET', /^\/policies\/([\w-]+)$/, showPolicy],
  ['GET', /^\/cart$/, showCart],
  ['POST', /^\/cart$/, updateCart],
  ['POST', /^\/cart\/add$/, addLine],
  ['GET', /^\/checkout$/, showCheckout],
  ['POST', /^\/checkout$/, submitCheckout],
  ['GET', /^\/checkouts\/([0-9a-f]{32})\/thank-you$/, showThankYou],
  ['GET', /^\/\d+\/order_payment\/(\d+)$/, showOrderPayment],
  ['POST', /^\/\d+\/order_payment\/(\d+)$/, payOrder],
  ['POST', /^\/localization$/, changeLocalization],
];

/** Answers one request: an app's proxy first, then the shop's own pages; a known path with the wrong method is 405. */
export async function handleRequest(store: Store, request: StoreRequest): Promise<StoreResponse> {
  const path = request.visit.path.length > 1 ? request.visit.path.replace(/\/$/, '') : '/';
  const proxied = findProxy(await store.deps.installedApps(), path);
  if (proxied) return showProxied(store, request, proxied.app, proxied.rest);
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const matching = pages.filter(([, pattern]) => pattern.test(path));
  for (const [wanted, pattern, page] of matching) {
    if (wanted !== method) continue;
    const answer = await page(store, request, pattern.exec(path)?.[1] ?? '');
    if (answer) return answer;
  }
  const allowed = matching.map(([wanted]) => wanted);
  if (allowed.length > 0 && !allowed.some((wanted) => wanted === method)) {
    return { status: 405, headers: { allow: allowed.join(', '), 'content-type': 'text/plain' }, body: 'Method Not Allowed' };
  }
  return showNotFound(store, request);
}
