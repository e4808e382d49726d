import { beforeAll, describe, expect, it } from 'vitest';
import { orderOfKey } from '#app/modules/access/index.server.ts';
import { customerLocales } from '#app/kernel/locales.ts';
import { quill } from '#tests/harness/sandbox-in-memory.ts';
import { clientSecret } from '#tests/shopify/stage.ts';
import { reed, setStage } from './stage.ts';

let stage: Awaited<ReturnType<typeof setStage>>;
beforeAll(async () => void (stage = await setStage()));

const names = (html: string) => [...html.matchAll(/Order (#\d+)</g)].map(([, name]) => name);
const numbers = (from: number, count: number) => Array.from({ length: count }, (_, at) => String(from + at));

describe('the list of one’s orders', () => {
  it('holds the orders of who is signed in to the storefront, newest first, and nobody else’s', async () => {
    await stage.placeOrders(quill.domain, '51', ['5101', '5102']);
    await stage.placeOrders(quill.domain, '52', ['5201']);
    await stage.placeOrders(reed.domain, '51', ['5103']);
    expect(names((await stage.page({ loggedIn: '51' })).html)).toEqual(['#5102', '#5101']);
    expect(names((await stage.page({ loggedIn: '52' })).html)).toEqual(['#5201']);
    expect(names((await stage.page({ loggedIn: '51', domain: reed.domain })).html)).toEqual(['#5103']);
  });

  it('leads into each order with a key that opens everything of it and nothing else', async () => {
    const { html } = await stage.page({ loggedIn: '52' });
    const key = /action="\/apps\/aftercare\/track".*?name="key" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const { shop } = await stage.contextOf(quill.domain);
    expect(orderOfKey(shop, key, { secrets: [clientSecret], now: stage.clock.now() })).toMatchObject({ orderId: '5201', purpose: 'full' });
  });

  it('shows ten at a time, and the next ones on from there', async () => {
    await stage.placeOrders(quill.domain, '53', numbers(5300, 23));
    const pages: (string | undefined)[][] = [];
    let before: string | undefined;
    do {
      const { html } = await stage.page({ loggedIn: '53', form: before === undefined ? {} : { before } });
      pages.push(names(html));
      before = /name="before" value="(\d+)"/.exec(html)?.[1];
    } while (before !== undefined);
    expect(pages.map(({ length }) => length)).toEqual([10, 10, 3]);
    expect(pages.flat()).toEqual(numbers(5300, 23).reverse().map((id) => `#${id}`));
  });

  it('begins from the newest where what it should go on from is another’s, or nothing', async () => {
    for (const before of ['5201', '999', 'x', '-1']) expect(names((await stage.page({ loggedIn: '51', query: { before } })).html)).toEqual(['#5102', '#5101']);
  });

  it('is empty for who bought nothing, with the way to orders by their number', async () => {
    const { html } = await stage.page({ loggedIn: '59' });
    expect(html).toContain('No orders here yet');
    expect(html).toContain('href="/apps/aftercare/track"');
  });

  it('goes by Shopify’s word before the key of an older page, and lets nobody sign out who did not sign in here', async () => {
    const to = await stage.browser().signIn('mira@quill.example', (await stage.signInLink({ page: 'account' })) ?? '');
    const { html } = await stage.page({ loggedIn: '52', query: { key: to.searchParams.get('key') ?? '' } });
    expect(names(html)).toEqual(['#5201']);
    expect(html).not.toContain('/account/sign-out');
  });

  it('offers to send something back only where the shop takes returns', async () => {
    const offered = async () => [...(await stage.page({ loggedIn: '54' })).html.matchAll(/action="\/apps\/aftercare\/returns"/g)].length;
    await stage.placeOrders(quill.domain, '54', ['5401', '5402', '5403']);
    const ctx = await stage.contextOf(quill.domain);
    expect(await offered()).toBe(0);
    await ctx.tx(async (tx) => {
      await tx.returns_policy_versions.create({ data: { version: 1, policy: {}, published_at: ctx.clock.now() } });
      await tx.settings.create({ data: { name: 'returns_portal', value: { open: true } } });
    });
    expect(await offered()).toBe(3);
    await ctx.tx(async (tx) => {
      await tx.$executeRaw`update orders set cancelled_at = now() where id = '5401'`;
      await tx.$executeRaw`update order_lines set unfulfilled_quantity = 1 where order_id = '5402'`;
    });
    expect(await offered()).toBe(1);
  });

  it('believes no customer’s number that Shopify did not sign', async () => {
    const { html } = await stage.page({ query: { logged_in_customer_id: '51' }, form: { logged_in_customer_id: '51', customerId: '51' } });
    expect(names(html)).toEqual([]);
  });

  it('runs nothing that a shop or a customer wrote', async () => {
    await (await stage.contextOf(quill.domain)).tx((tx) => tx.$executeRaw`update order_lines set title = '{{ shop.email }}<script>x</script>' where order_id = '5201'`);
    const { html } = await stage.page({ loggedIn: '52' });
    expect(html).toContain('shop.email');
    expect(html).not.toMatch(/\{\{|<script>/);
  });

  it.each(customerLocales)('speaks %s', async (lang) => {
    const signedIn = await stage.page({ loggedIn: '52', query: { lang } });
    const entry = await stage.page({ query: { lang, said: 'signed-out' } });
    for (const { html } of [signedIn, entry]) {
      expect(html).toContain(`lang="${lang}"`);
      expect(html).not.toMatch(/>(?:orders|empty|entry|said)\.[a-z]|undefined|\{\{/);
    }
  });
});
