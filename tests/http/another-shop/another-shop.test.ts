import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StagedShop } from '#tests/harness/two-shops.ts';
import { adminPages } from './admin-pages.ts';
import { inbound } from './inbound.ts';
import { inbox } from './inbox.ts';
import { carrier, dataRequest, holdOut, logo, message, photo, report, returned, rule, setScene, type Attempts, type Scene } from './scene.ts';
import { settings } from './settings.ts';
import { storefrontAndAccount } from './storefront-and-account.ts';

const app = resolve(import.meta.dirname, '../../../app');
const routes = readdirSync(resolve(app, 'routes')).sort();
/** Doors beside the router. They come last: through one of them A takes its leave. */
const mounted = [...readFileSync(resolve(app, 'main/web.server.ts'), 'utf8').matchAll(/web\.all\('(\/[^']*)'/g)].flatMap((found) => found[1] ?? []).sort();
const doors = [...routes, ...mounted];

/** Every door, and how shop A tries to reach shop B's through it. */
const attempts: Attempts = { ...adminPages, ...settings, ...storefrontAndAccount, ...inbound, ...inbox };

let scene: Scene;
afterAll(() => scene.stop(), 30_000);
beforeAll(async () => void (scene = await setScene()), 90_000);

describe('what belongs to another shop', () => {
  it('is tried through every door there is', () => {
    expect(Object.keys(attempts).sort()).toEqual([...doors].sort());
  });

  it('is there for its own shop', async () => {
    const { stage, b, theirs, customer, waiting, linkKey, account } = scene;
    const own = await Promise.all([
      stage.admin(b, `/app/orders/${theirs.id}.data`),
      stage.admin(b, `/app/messages/${message}.data`),
      stage.admin(b, `/app/data-requests/${dataRequest}`),
      stage.admin(b, `/app/problems/${report}.data`),
      stage.admin(b, `/app/returns/${returned}.data`),
      stage.admin(b, '/app/returns.data'),
      stage.admin(b, '/app/returns/export?shelf=all'),
      stage.admin(b, '/app/returns/figures.data?months=12'),
      stage.admin(b, '/app/returns/figures.csv?months=12'),
      stage.admin(b, '/app/settings/returns.data'),
      stage.admin(b, `/app/settings/returns/rules/${rule}.data`),
      stage.admin(b, '/app/settings/returns/versions/41.data'),
      stage.admin(b, `/app/report.data?days=90&carrier=${carrier}`),
      stage.admin(b, '/app/report.csv?days=90'),
      stage.admin(b, `/app/effect.csv?id=${holdOut}`),
      stage.proxy(b, { form: { order: theirs.name, contact: theirs.email } }),
      stage.admin(b, `/app/notices/shipped.data?language=ja&order=${theirs.name}`),
      stage.admin(b, `/admin-block/orders/${theirs.id}`),
      stage.proxy(b, { query: { key: linkKey(b) } }),
      account(`/account/orders/${theirs.id}`, customer, {}, b),
      account('/account/orders', waiting, {}, b),
    ]);
    expect(own.map(({ status }) => status)).toEqual(own.map(() => 200));
    for (const answer of own) expect(await answer.text()).toMatch(/bramble|Bruges|BRA-|00BB/i);
  });

  it('is there as a photo in which nothing runs, for its own shop', async () => {
    const answer = await scene.stage.admin(scene.b, `/app/problems/${report}/photos/${photo}`);
    expect([answer.status, [...new Uint8Array(await answer.arrayBuffer())]]).toEqual([200, [7]]);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': 'inline',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
  });

  it('is there as a logo that may be kept for ever, for its own shop', async () => {
    const answer = await scene.stage.proxy(scene.b, { page: 'logo', query: { file: logo } });
    expect([answer.status, [...new Uint8Array(await answer.arrayBuffer())]]).toEqual([200, [8]]);
    expect(Object.fromEntries(answer.headers)).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff', 'cache-control': 'public, max-age=31536000, immutable' });
  });

  it('is asked for by an account that does open for our own customers', async () => {
    const own = await scene.account('/account/orders', scene.customerOfA);
    expect([own.status, await own.text()]).toEqual([200, expect.stringContaining('ANE-')]);
  });

  it('is not among the languages in which we have words of our own', async () => {
    const languages = async (shop: StagedShop) => (await scene.stage.admin(shop, '/app/notices.data?_routes=routes%2Fapp.notices._index')).text();
    expect([await languages(scene.a), await languages(scene.b)]).toEqual([expect.not.stringContaining('"ja"'), expect.stringContaining('"ja"')]);
  });

  it.each(doors)('is neither seen nor changed through %s', async (file) => {
    const { stage, b, theirs } = scene;
    const before = await stage.held(b);
    const made = attempts[file]?.(scene) ?? [];
    expect(made.length).toBeGreaterThan(0);
    for (const { what, make, names, invented, status = [404] } of made) {
      const answer = await make(names);
      const withoutNames = (text: string, asked: string) => text.replaceAll(asked, '').replaceAll(encodeURIComponent(asked), '').replaceAll(theirs.email, '').replaceAll(encodeURIComponent(theirs.email), '');
      const text = withoutNames(`${await answer.text()} ${answer.headers.get('location') ?? ''}`, names);
      expect([what, answer.status]).toEqual([what, status.find((allowed) => allowed === answer.status) ?? status]);
      expect([what, b.marks.filter((mark) => text.includes(mark))]).toEqual([what, []]);
      if (invented === undefined) continue;
      const miss = await make(invented);
      expect([what, miss.status, withoutNames(`${await miss.text()} `, invented)]).toEqual([what, answer.status, text]);
    }
    expect(await stage.held(b)).toEqual(before);
  });
});
