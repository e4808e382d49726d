import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ShopDetailsDocument } from '#app/platform/shopify/operations.generated.ts';
import { confirmUninstall } from '#app/platform/shops/confirm-uninstall.server.ts';
import { refreshShop } from '#app/platform/shops/refresh-shop.server.ts';
import { domain, setStage, type Process } from './stage.ts';

let stage: Awaited<ReturnType<typeof setStage>>;
let app: Process;

beforeAll(async () => {
  stage = await setStage();
  app = stage.start();
});
beforeEach(() => {
  app.openings.length = 0;
});

const thrownBy = async (request: Request): Promise<Response> => {
  const thrown = await app.shopify.authenticateAdmin(request).then(
    () => null,
    (error: unknown) => error,
  );
  if (thrown instanceof Response) return thrown;
  throw new Error('No response was thrown.', { cause: thrown });
};

describe('opening the app', () => {
  it('installs the shop once, however many requests the first page makes at the same time', async () => {
    const first = await stage.visit(domain, 'zh-CN');
    const requests = await Promise.all([first, first.clone(), first.clone(), await stage.visit(), await stage.visit()].map((request) => app.shopify.authenticateAdmin(request)));
    expect(new Set(requests.map(({ ctx }) => ctx.shop.id)).size).toBe(1);
    expect(app.openings).toEqual(['first']);
    expect(requests[0]).toMatchObject({ locale: 'zh-CN', staff: { id: '70000001' }, ctx: { shop: { domain, state: 'installed', access: 'ok' } } });
    await expect(requests[0]?.ctx.admin.run(ShopDetailsDocument, {})).resolves.toMatchObject({ shop: { name: 'Quill' } });
  });

  it('starts over as a whole when what follows from an opening fails', async () => {
    await app.database.platform.shops.updateMany({ data: { state: 'uninstalled' } });
    app.listeners.push(() => Promise.reject(new Error('no disk')));
    await expect(app.shopify.authenticateAdmin(await stage.visit())).rejects.toThrow('no disk');
    expect((await app.registry.byDomain(domain))?.state).toBe('uninstalled');
    app.listeners.length = 0;
    await app.shopify.authenticateAdmin(await stage.visit());
    expect(app.openings).toEqual(['again']);
  });

  it('reads the shop as Shopify knows it', async () => {
    const { ctx } = await app.shopify.authenticateAdmin(await stage.visit());
    const shop = await refreshShop(ctx, app.registry);
    expect(shop).toMatchObject({ name: 'Quill', email: 'owner@quill.example', currency: 'EUR', ianaTimezone: 'Europe/Berlin', locales: ['de', 'en'] });
    expect(shop.scopes).toContain('read_orders');
  });

  it('accepts the session token of a later request without another exchange', async () => {
    const token = await stage.sandbox.oauth.mintIdToken(domain);
    await expect(app.shopify.authenticateAdmin(stage.fetchFrom(token))).resolves.toMatchObject({ ctx: { shop: { domain } } });
    expect(app.openings).toEqual([]);
  });

  it('speaks the language the page was opened in, and else the browser’s', async () => {
    const token = await stage.sandbox.oauth.mintIdToken(domain);
    const localeWith = async (headers: Record<string, string>) => {
      const request = stage.fetchFrom(token);
      for (const [name, value] of Object.entries(headers)) request.headers.set(name, value);
      return (await app.shopify.authenticateAdmin(request)).locale;
    };
    expect(await localeWith({ referer: 'https://aftercare.test/app?locale=zh-TW', 'accept-language': 'en' })).toBe('zh-CN');
    expect(await localeWith({ 'accept-language': 'zh-CN,en;q=0.5' })).toBe('zh-CN');
    expect(await localeWith({ 'accept-language': 'fr' })).toBe('en');
  });

  it('costs a later request no write', async () => {
    const before = await app.database.platform.shops.findFirst();
    await app.shopify.authenticateAdmin(stage.fetchFrom(await stage.sandbox.oauth.mintIdToken(domain)));
    expect(await app.database.platform.shops.findFirst()).toEqual(before);
  });

  it('answers a forged session token with 401 and asks App Bridge for another', async () => {
    const [header, payload] = (await stage.sandbox.oauth.mintIdToken(domain)).split('.');
    const answer = await thrownBy(stage.fetchFrom(`${header}.${payload}.${Buffer.from('forged').toString('base64url')}`));
    expect(answer.status).toBe(401);
    expect(answer.headers.get('x-shopify-retry-invalid-session-request')).toBe('1');
  });

  it('sends a visit without a shop to the page that explains, not to a form', async () => {
    const answer = await thrownBy(new Request('https://aftercare.test/app', { headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux x64) Chrome/147.0.0.0 Safari/537.36' } }));
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/auth/login']);
  });

  it('shows the page on which App Bridge fetches a session token', async () => {
    const answer = await app.shopify.answerAuthPage(new Request(`https://aftercare.test/auth/session-token?shop=${domain}`, { headers: (await stage.visit()).headers })).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(answer).toBeInstanceOf(Response);
    expect(await (answer as Response).text()).toContain('app-bridge.js');
  });

  it('lets only this shop and the Shopify admin show the document in a frame', async () => {
    const headers = new Headers();
    app.shopify.addDocumentHeaders(await stage.visit(), headers);
    expect(headers.get('content-security-policy')).toContain(`frame-ancestors https://${domain} https://admin.shopify.com`);
  });
});

describe('leaving and coming back', () => {
  it('brings a new token when Shopify refuses the one that looks alive', async () => {
    const { ctx } = await app.shopify.authenticateAdmin(await stage.visit());
    stage.sandbox.oauth.revokeTokens(domain);
    await expect(refreshShop(ctx, app.registry)).rejects.toThrow('must open the app again');
    expect((await app.registry.byDomain(domain))?.access).toBe('needs_reopen');
    const again = await app.shopify.authenticateAdmin(await stage.visit());
    expect(app.openings).toEqual(['reopened']);
    await expect(refreshShop(again.ctx, app.registry)).resolves.toMatchObject({ access: 'ok' });
  });

  it('closes the shop and forgets its tokens when it was uninstalled', async () => {
    const { ctx } = await app.shopify.authenticateAdmin(await stage.visit());
    stage.sandbox.oauth.uninstall(domain);
    await confirmUninstall(ctx, app.registry, new Date());
    expect((await app.registry.byDomain(domain))?.state).toBe('uninstalled');
    expect(await app.database.platform.session.count()).toBe(0);
  });

  it('opens it again as the same shop', async () => {
    const before = await app.registry.byDomain(domain);
    stage.sandbox.oauth.install(domain);
    const { ctx } = await app.shopify.authenticateAdmin(await stage.visit());
    expect(ctx.shop).toMatchObject({ id: before?.id, state: 'installed', access: 'ok' });
    expect(app.openings).toEqual(['again']);
  });

  it('is not closed by an uninstall notice that comes after the shop came back', async () => {
    const { ctx } = await app.shopify.authenticateAdmin(await stage.visit());
    await confirmUninstall(ctx, app.registry, new Date());
    expect((await app.registry.byDomain(domain))?.state).toBe('installed');
  });

  it('stays the same shop when it opens the app under a new domain', async () => {
    const { ctx } = await app.shopify.authenticateAdmin(await stage.visit());
    await refreshShop(ctx, app.registry);
    stage.sandbox.oauth.renameShop(domain, 'nib.myshopify.com');
    const renamed = await app.shopify.authenticateAdmin(await stage.visit('nib.myshopify.com'));
    expect(renamed.ctx.shop).toMatchObject({ id: ctx.shop.id, domain: 'nib.myshopify.com' });
    expect(await app.registry.byDomain(domain)).toBeNull();
    expect(await app.database.platform.session.findMany({ select: { id: true, shop: true } })).toEqual([{ id: 'offline_nib.myshopify.com', shop: 'nib.myshopify.com' }]);
    await expect(refreshShop(renamed.ctx, app.registry)).resolves.toMatchObject({ domain: 'nib.myshopify.com' });
  });
});
