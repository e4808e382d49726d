import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { orderOfKey } from '#app/modules/access/index.server.ts';
import { quill } from '#tests/harness/sandbox-in-memory.ts';
import { clientSecret } from '#tests/shopify/stage.ts';
import { reed, setStage } from './stage.ts';

let stage: Awaited<ReturnType<typeof setStage>>;
beforeAll(async () => void (stage = await setStage()));
beforeEach(() => stage.wellBehaved());

const account = { page: 'account' } as const;
const link = async (...asked: Parameters<typeof stage.signInLink>) => (await stage.signInLink(...asked)) ?? '';
/** A sign-in up to where Shopify sends the browser back. */
async function comingBack(email = 'mira@quill.example') {
  const browser = stage.browser();
  const at = (await browser.begin(await link(account))).headers.get('location') ?? '';
  return { browser, at, back: await browser.atShopify(at, email) };
}
const saidAt = (answer: Response) => new URL(answer.headers.get('location') ?? '').searchParams.get('said');

describe('a customer who signs in', () => {
  it('comes back to the list of their orders in the storefront, with a key in the address and no token', async () => {
    const to = await stage.browser().signIn('mira@quill.example', await link(account));
    expect(`${to.origin}${to.pathname}`).toBe(`https://shop.${quill.domain}/apps/aftercare/account`);
    expect([...to.searchParams.keys()].sort()).toEqual(['key', 'lang']);
    expect(to.href).not.toMatch(/shcat|shcrt|eyJ/);
    expect((await stage.page({ query: { key: to.searchParams.get('key') ?? '' } })).html).toContain('Your orders');
  });

  it('is known to Shopify by tokens that are kept sealed', async () => {
    await stage.browser().signIn('sealed@quill.example', await link(account));
    const row = (await stage.sessions()).at(-1);
    expect(row?.sealed_tokens).not.toMatch(/shcat|shcrt|eyJ/);
    expect(stage.sealer.open(row?.sealed_tokens ?? '')).toMatch(/"accessToken":"shcat_.*"refreshToken":"shcrt_/);
  });

  it('comes to their own order with a key that opens everything, and to their list where it is another’s', async () => {
    const browser = stage.browser();
    await browser.signIn('lena@quill.example', await link(account));
    const customerId = (await stage.sessions()).at(-1)?.customer_id ?? '';
    await stage.placeOrders(quill.domain, customerId, ['7001']);
    await stage.placeOrders(quill.domain, '404', ['7002']);
    const own = await stage.browser().signIn('lena@quill.example', await link({ page: 'returns', orderId: '7001' }));
    expect(own.pathname).toBe('/apps/aftercare/returns');
    const { shop } = await stage.contextOf(quill.domain);
    expect(orderOfKey(shop, own.searchParams.get('key') ?? '', { secrets: [clientSecret], now: stage.clock.now() })).toMatchObject({ orderId: '7001', purpose: 'full' });
    expect((await stage.browser().signIn('lena@quill.example', await link({ page: 'track', orderId: '7001' }))).pathname).toBe('/apps/aftercare/track');
    const foreign = await stage.browser().signIn('lena@quill.example', await link({ page: 'returns', orderId: '7002' }));
    expect([foreign.pathname, foreign.searchParams.get('said')]).toEqual(['/apps/aftercare/account', 'not-yours']);
  });

  it('may be signing in in two tabs of one browser at once', async () => {
    const browser = stage.browser();
    const [one, two] = [(await browser.begin(await link(account))).headers.get('location') ?? '', (await browser.begin(await link(account))).headers.get('location') ?? ''];
    for (const at of [two, one]) expect(saidAt(await browser.comeBack(await browser.atShopify(at, 'mira@quill.example')))).toBeNull();
  });
});

describe('what comes back', () => {
  it('is refused in a browser that did not begin it', async () => {
    const { back } = await comingBack();
    const before = (await stage.sessions()).length;
    const answer = await stage.browser().comeBack(back);
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
    expect(await stage.sessions()).toHaveLength(before);
  });

  it('is refused in a browser that began another', async () => {
    const { back } = await comingBack();
    const { browser } = await comingBack('theo@quill.example');
    expect((await browser.comeBack(back)).status).toBe(400);
  });

  it('is refused with a state that was altered, or a cookie somebody made', async () => {
    const { browser, back } = await comingBack();
    const altered = new URL(back);
    altered.searchParams.set('state', `${altered.searchParams.get('state') ?? ''}x`);
    expect((await browser.comeBack(altered.href)).status).toBe(400);
    for (const name of browser.jar.keys()) browser.jar.set(name, 'v1.k.bm90IHNlYWxlZCBieSB1cw');
    expect((await browser.comeBack(back)).status).toBe(400);
  });

  it('counts once: a replay finds no sign-in, and its code opens nothing with the cookie put back', async () => {
    const { browser, back } = await comingBack();
    const cookies = new Map(browser.jar);
    expect(saidAt(await browser.comeBack(back))).toBeNull();
    expect((await browser.comeBack(back)).status).toBe(400);
    for (const [name, value] of cookies) browser.jar.set(name, value);
    expect(saidAt(await browser.comeBack(back))).toBe('failed');
  });

  it('is refused after a quarter of an hour', async () => {
    const { browser, back } = await comingBack();
    stage.clock.offset = 16 * 60_000;
    expect((await browser.comeBack(back)).status).toBe(400);
    stage.clock.offset = 0;
  });

  it('is refused where the code is another shop’s', async () => {
    const browser = stage.browser();
    const atReed = (await browser.begin(await link(account, reed.domain))).headers.get('location') ?? '';
    const code = new URL(await browser.atShopify(atReed, 'mira@quill.example')).searchParams.get('code') ?? '';
    const { browser: other, back } = await comingBack();
    const mixed = new URL(back);
    mixed.searchParams.set('code', code);
    expect(saidAt(await other.comeBack(mixed.href))).toBe('failed');
  });

  it('is refused from an issuer that was not asked', async () => {
    const { browser, back } = await comingBack();
    expect(saidAt(await browser.comeBack(`${back}&iss=https://elsewhere.example`))).toBe('failed');
  });

  it('tells who gave up that they are not signed in', async () => {
    const { browser, at } = await comingBack();
    const back = `${stage.appUrl}/account/callback?error=access_denied&state=${new URL(at).searchParams.get('state') ?? ''}`;
    expect(saidAt(await browser.comeBack(back))).toBe('failed');
  });

  it.each([
    ['another sign-in’s nonce', { nonce: 'another' }],
    ['no nonce', { nonce: undefined }],
    ['another app’s audience', { aud: 'another' }],
    ['another issuer', { iss: 'https://elsewhere.example' }],
    ['an end that passed', { exp: 1_700_000_000 }],
  ])('is refused with %s in the id token', async (_what, claims) => {
    await stage.control('', { claims: Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, value ?? null])) });
    const { browser, back } = await comingBack();
    expect(saidAt(await browser.comeBack(back))).toBe('failed');
  });

  it('can be tried again where Shopify did not answer', async () => {
    const { browser, back } = await comingBack();
    await stage.control('', { tokenEndpointDown: true });
    expect(saidAt(await browser.comeBack(back))).toBe('unavailable');
  });
});

describe('the way in', () => {
  it('leads only to pages of ours, whatever stands in the address', async () => {
    for (const to of ['https://elsewhere.example', '//elsewhere.example', 'returns-../../x', 'returns-1;2', '/admin', 'track-']) {
      const begin = `${stage.appUrl}/account/sign-in?${new URLSearchParams({ shop: quill.domain, to, lang: 'https://elsewhere.example' })}`;
      const at = await stage.browser().signIn('mira@quill.example', begin);
      expect(`${at.origin}${at.pathname}?lang=${at.searchParams.get('lang') ?? ''}`).toBe(`https://shop.${quill.domain}/apps/aftercare/account?lang=`);
    }
  });

  it('is nowhere for a shop that is not ours', async () => {
    expect((await stage.browser().begin(`${stage.appUrl}/account/sign-in?shop=stranger.myshopify.com&to=account`)).status).toBe(404);
    expect((await stage.browser().begin(`${stage.appUrl}/account/sign-in`)).status).toBe(404);
  });

  it('asks for a challenge and keeps its verifier, nonce and state to the browser', async () => {
    const browser = stage.browser();
    const answer = await browser.begin(await link(account));
    const at = new URL(answer.headers.get('location') ?? '');
    expect(Object.fromEntries(at.searchParams)).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', scope: 'openid email customer-account-api:full', redirect_uri: `${stage.appUrl}/account/callback` });
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-aftercare-sign-in-[^=]+=v1\.k\.[\w-]+; Max-Age=900; Path=\/; Secure; HttpOnly; SameSite=Lax$/);
  });
});
