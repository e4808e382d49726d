import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { customerKey, customerKeyLife } from '#app/modules/account-entry/customer-key.ts';
import { sweepSessions } from '#app/modules/account-entry/index.server.ts';
import { quill } from '#tests/harness/sandbox-in-memory.ts';
import { clientSecret } from '#tests/shopify/stage.ts';
import { reed, setStage } from './stage.ts';

let stage: Awaited<ReturnType<typeof setStage>>;
beforeAll(async () => void (stage = await setStage()));
beforeEach(async () => {
  stage.clock.offset = 0;
  await stage.wellBehaved();
});

const hours = (count: number) => count * 3_600_000;
const signedIn = async (email = 'mira@quill.example', domain = quill.domain) => {
  const to = await stage.browser().signIn(email, (await stage.signInLink({ page: 'account' }, domain)) ?? '');
  return { key: to.searchParams.get('key') ?? '', row: (await stage.sessions(domain)).at(-1) };
};
/** The page with a key as a fresh page would carry it now. */
const freshKey = async (id = '') => customerKey((await stage.contextOf(quill.domain)).shop, id, { secret: clientSecret, now: stage.clock.now() });
const isIn = (html: string) => html.includes('Your orders</h1>');

async function countingRefreshes(work: () => Promise<unknown>): Promise<number> {
  const before = globalThis.fetch;
  let calls = 0;
  globalThis.fetch = (input, init) => {
    if (String(init?.body ?? '').includes('grant_type=refresh_token')) calls += 1;
    return before(input, init);
  };
  try {
    await work();
    return calls;
  } finally {
    globalThis.fetch = before;
  }
}

describe('a sign-in', () => {
  it('is renewed once by two tabs that find it over together, and both go on', async () => {
    const { row } = await signedIn();
    stage.clock.offset = hours(3);
    const key = await freshKey(row?.id);
    const calls = await countingRefreshes(async () => {
      const pages = await Promise.all([stage.page({ query: { key } }), stage.page({ query: { key } })]);
      expect(pages.map(({ html }) => isIn(html))).toEqual([true, true]);
    });
    expect(calls).toBe(1);
    const renewed = (await stage.sessions()).find(({ id }) => id === row?.id);
    expect(renewed?.sealed_tokens).not.toBe(row?.sealed_tokens);
    expect(await countingRefreshes(() => stage.page({ query: { key } }))).toBe(0);
  });

  it('ends where Shopify no longer knows it, and its row with it', async () => {
    await stage.control('', { refreshTokens: false });
    const { row } = await signedIn();
    stage.clock.offset = hours(3);
    const { html } = await stage.page({ query: { key: await freshKey(row?.id) } });
    expect(html).toContain('signed out because some time passed');
    expect((await stage.sessions()).some(({ id }) => id === row?.id)).toBe(false);
  });

  it('goes on while Shopify does not answer', async () => {
    const { row } = await signedIn();
    stage.clock.offset = hours(3);
    await stage.control('', { tokenEndpointDown: true });
    expect(isIn((await stage.page({ query: { key: await freshKey(row?.id) } })).html)).toBe(true);
  });

  it('ends after half a day however often it is renewed', async () => {
    const { row } = await signedIn();
    stage.clock.offset = hours(13);
    expect(isIn((await stage.page({ query: { key: await freshKey(row?.id) } })).html)).toBe(false);
  });

  it('is swept out with its tokens once it is over, and no other with it', async () => {
    const { row } = await signedIn();
    const { row: other } = await signedIn('theo@quill.example');
    const ctx = await stage.contextOf(quill.domain);
    await ctx.tx((tx) => tx.customer_sessions.updateMany({ where: { id: row?.id ?? '' }, data: { ends_at: ctx.clock.now() } }));
    await sweepSessions(ctx);
    const left = (await stage.sessions()).map(({ id }) => id);
    expect([left.includes(row?.id ?? ''), left.includes(other?.id ?? '')]).toEqual([false, true]);
  });

  it('ends where the key its tokens were sealed with is gone', async () => {
    const { row } = await signedIn();
    const ctx = await stage.contextOf(quill.domain);
    await ctx.tx((tx) => tx.customer_sessions.updateMany({ where: { id: row?.id ?? '' }, data: { sealed_tokens: 'v1.gone.bm90aGluZw', access_ends_at: ctx.clock.now() } }));
    expect(isIn((await stage.page({ query: { key: await freshKey(row?.id) } })).html)).toBe(false);
    expect((await stage.sessions()).some(({ id }) => id === row?.id)).toBe(false);
  });

  it('ends here and at Shopify when its customer signs out, and the way leads back to the shop', async () => {
    const browser = stage.browser();
    const to = await browser.signIn('mira@quill.example', (await stage.signInLink({ page: 'account' })) ?? '');
    const key = to.searchParams.get('key') ?? '';
    const { html } = await stage.page({ query: { key } });
    expect(html).toContain(`action="${stage.appUrl}/account/sign-out"`);
    const out = await browser.signOut({ shop: quill.domain, key });
    const atShopify = await fetch(out.headers.get('location') ?? '', { redirect: 'manual' });
    expect(atShopify.headers.get('location')).toBe(`${stage.appUrl}/account/signed-out`);
    const back = await browser.signedOut();
    expect(back.headers.get('location')).toBe(`https://shop.${quill.domain}/apps/aftercare/account?said=signed-out`);
    expect(isIn((await stage.page({ query: { key } })).html)).toBe(false);
    expect(browser.jar.size).toBe(0);
  });

  it('is ended by nobody without its key, nor by an address', async () => {
    const { key, row } = await signedIn();
    const browser = stage.browser();
    expect((await browser.signOut({}, 'GET')).status).toBe(405);
    expect((await browser.signOut({ shop: quill.domain, key: 'x' })).headers.get('location')).toContain('/apps/aftercare/account');
    expect((await browser.signOut({ shop: reed.domain, key })).headers.get('location')).toContain(`https://shop.${reed.domain}/`);
    expect((await browser.signOut({ shop: 'stranger.myshopify.com', key })).status).toBe(404);
    expect((await stage.sessions()).some(({ id }) => id === row?.id)).toBe(true);
  });
});

describe('the key of a page', () => {
  it('opens nothing at another shop, altered, or after half an hour', async () => {
    const { key, row } = await signedIn();
    expect(isIn((await stage.page({ query: { key }, domain: reed.domain })).html)).toBe(false);
    expect(isIn((await stage.page({ query: { key: `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}` } })).html)).toBe(false);
    expect(isIn((await stage.page({ query: { key: `${key}.more` } })).html)).toBe(false);
    expect(isIn((await stage.page({ query: { key } })).html)).toBe(true);
    stage.clock.offset = customerKeyLife + 1_000;
    expect((await stage.page({ query: { key } })).html).toContain('signed out because some time passed');
    expect(isIn((await stage.page({ query: { key: await freshKey(row?.id) } })).html)).toBe(true);
  });

  it('is renewed by each page that is opened with it', async () => {
    const { key } = await signedIn();
    stage.clock.offset = customerKeyLife - 60_000;
    const { html } = await stage.page({ form: { key } });
    const next = /name="key" value="([^"]+)"/.exec(html)?.[1] ?? '';
    stage.clock.offset = customerKeyLife + 60_000;
    expect(isIn((await stage.page({ form: { key: next } })).html)).toBe(true);
  });
});

describe('a shop whose customers cannot sign in', () => {
  it('has no link to do so, and its page leads to orders by their number', async () => {
    const { shop } = await stage.contextOf(quill.domain);
    expect(await stage.accounts.find({ ...shop, scopes: ['read_orders'] })).toBeNull();
    expect(await stage.accounts.find({ ...shop, domain: 'gone.myshopify.com' })).toBeNull();
  });
});
