import { fileURLToPath } from 'node:url';
import express, { type NextFunction, type Request, type RequestHandler, type Response, type Router } from 'express';
import { Liquid } from 'liquidjs';
import { z } from 'zod';
import { shopHandle } from '../oauth/launch-parameters.ts';
import type { World } from '../world/index.ts';
import { appPage } from './app-page.ts';
import { customersPage, productsPage } from './catalog-pages.ts';
import type { AdminDeps } from './deps.ts';
import type { Act, Page, ShowPage } from './page.ts';
import { orderActions } from './order-actions.ts';
import { orderPage } from './order-page.ts';
import { ordersPage } from './orders-page.ts';
import type { AdminPreferences } from './preferences.ts';
import { returnActions } from './return-actions.ts';
import { returnPage } from './return-page.ts';
import { settingsActions, settingsPage } from './settings-page.ts';
import { shopOfHandle } from './shop-of-handle.ts';
import { signedInStaff, staffCookie } from './signed-in-staff.ts';
import { themeActions, themePage } from './theme-page.ts';
import { wordsOf } from './words.ts';

const engine = new Liquid({ root: fileURLToPath(new URL('./templates/', import.meta.url)), extname: '.liquid', outputEscape: 'escape', cache: true, strictFilters: true });
const form = z.looseObject({ back: z.string().startsWith('/store/').optional() }).catchall(z.string());

/** The admin's pages below `/store/{handle}`, and the list of stores at `/`. */
export function adminPages(deps: AdminDeps, preferences: AdminPreferences): Router {
  const router = express.Router();

  async function send(response: Response, world: World, page: Page, query: Request['query'], status = 200): Promise<void> {
    const { shop, domain } = world;
    const handle = shopHandle(domain);
    const installation = deps.oauth.installation(domain);
    const language = preferences.language(domain);
    const layout = {
      shop: { name: shop.name, domain, handle, initial: shop.name.slice(0, 1) },
      app: { name: deps.app.name, handle: deps.app.handle, installed: installation !== null && installation.uninstalledAt === null },
      at: `/store/${handle}`,
      language,
      words: wordsOf(language),
      storefront: deps.urls.storefront(domain),
      section: page.section,
      title: page.title,
      done: query.done,
      error: query.error,
    };
    response.status(status).set('Cache-Control', 'no-store').type('html');
    response.send(await engine.renderFile('layout', { ...layout, ...page.data, body: await engine.renderFile(page.template, { ...layout, ...page.data }) }));
  }

  const missing: Page = { template: 'missing', title: 'Not here', section: '', data: {} };
  const inShop =
    (work: (world: World, request: Request, response: Response) => Promise<void>): RequestHandler =>
    (request, response, next) => {
      const world = shopOfHandle(deps.worlds, request.params.handle ?? '');
      if (world) work(world, request, response).catch(next);
      else next();
    };
  const show = (path: string, page: ShowPage) =>
    router.get(
      `/store/:handle${path}`,
      inShop(async (world, request, response) => {
        const found = await page(world, request);
        await send(response, world, found ?? missing, request.query, found ? 200 : 404);
      }),
    );
  const act = (path: string, action: Act) =>
    router.post(
      `/store/:handle${path}`,
      express.urlencoded({ extended: false }),
      inShop(async (world, request, response) => {
        const { back = `/store/${request.params.handle}`, ...fields } = form.parse(request.body);
        const outcome = await action(world, { ...fields, ...request.params });
        response.redirect(303, `${back}?${new URLSearchParams(outcome)}`);
      }),
    );

  router.get('/', (_request, response, next) => {
    const stores = deps.worlds.all().map(({ shop, domain }) => ({ name: shop.name, domain, handle: shopHandle(domain) }));
    engine.renderFile('stores', { stores }).then((html) => response.type('html').send(html), next);
  });
  show('', (world) => ({ template: 'home', title: 'Home', section: 'home', data: { orders: ordersPage(world, 1).data.orders } }));
  show('/orders', (world, request) => ordersPage(world, Number(request.query.page ?? 1)));
  show('/orders/:number', (world, request) => orderPage(world, request.params.number ?? ''));
  show('/orders/:number/returns/:return', (world, request) => returnPage(world, request.params.number ?? '', request.params.return ?? ''));
  show('/customers', customersPage);
  show('/products', productsPage);
  show('/settings', (world, request) => settingsPage(world, deps, { preferences, staff: signedInStaff(request) }));
  router.get('/store/:handle/sign-in/:staff', inShop(async (_world, request, response) => {
    response.cookie(staffCookie, request.params.staff ?? '', { path: '/store', httpOnly: true, sameSite: 'lax' });
    response.redirect(303, `/store/${request.params.handle}/settings`);
  }));
  show('/themes', (world) => themePage(world, deps, preferences));
  show('/themes/current/editor', (world) => themePage(world, deps, preferences));
  for (const [path, action] of Object.entries(orderActions(deps.runAdmin))) act(`/orders/:number/${path}`, action);
  for (const [path, action] of Object.entries(returnActions(deps.runAdmin))) act(`/orders/:number/returns/:return/${path}`, action);
  for (const [path, action] of Object.entries(settingsActions(deps, preferences))) act(`/settings/${path}`, action);
  for (const [path, action] of Object.entries(themeActions(preferences))) act(`/themes/${path}`, action);
  const appSpace: ShowPage = (world, request) =>
    [deps.app.handle, deps.app.clientId].includes(request.params.app ?? '') ? appPage(world, deps, preferences, request) : null;
  show('/apps/:app', appSpace);
  show('/apps/:app/*', appSpace);
  show('/*', () => null);
  router.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (error instanceof z.ZodError) response.status(400).type('text').send(z.prettifyError(error));
    else next(error);
  });
  return router;
}
