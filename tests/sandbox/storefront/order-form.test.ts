import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fakeShop, type FakeShop } from './fake-shop.ts';
import { openStorefront, type OpenStorefront } from './open-storefront.ts';

let front: OpenStorefront | undefined;
afterEach(() => front?.close());

const address = { email: 'lena@example.com', last_name: 'Müller', address1: 'Weg 1', zip: '10435', city: 'Berlin', country: 'DE', shipping: 'express' };

async function visit(shop: FakeShop) {
  front = await openStorefront({ runAdmin: shop.runAdmin });
  const { base } = front;
  const jar = new Map<string, string>();
  const send = async (path: string, form?: Record<string, string>) => {
    const answer = await fetch(base + path, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
    }
    return answer;
  };
  return { send, jar };
}

const tokenOf = async (answer: Response): Promise<string> => /name="token" value="([0-9a-f]{32})"/.exec(await answer.text())?.[1] ?? '';
const orderOf = (shop: FakeShop) =>
  z.looseObject({
    email: z.string().optional(), presentmentCurrency: z.string(), taxesIncluded: z.boolean(),
    discountCode: z.unknown().optional(),
    shippingAddress: z.looseObject({ countryCode: z.string() }),
    lineItems: z.array(z.looseObject({ variantId: z.string(), quantity: z.number(), taxLines: z.array(z.looseObject({ rate: z.string() })) })),
    transactions: z.array(z.object({ kind: z.string(), status: z.string(), gateway: z.string(), amountSet: z.object({ shopMoney: z.object({ amount: z.string(), currencyCode: z.string() }), presentmentMoney: z.object({ amount: z.string(), currencyCode: z.string() }) }) })),
  }).parse(shop.calls.find((call) => call.operation === 'PlaceOrder')?.variables.order);

describe('the order form', () => {
  it('places a paid order with the cart’s lines, tax, shipping and both currencies, and empties the cart', async () => {
    const shop = fakeShop();
    const { send, jar } = await visit(shop);
    await send('/localization', { currency_code: 'EUR', return_to: '/' });
    await send('/cart/add', { id: '1000', quantity: '2' });
    const token = await tokenOf(await send('/de/checkout'));
    const placed = await send('/de/checkout', { ...address, token, discount: 'welcome10' });
    expect(placed.status).toBe(303);
    const order = orderOf(shop);
    expect(order.lineItems).toHaveLength(1);
    expect(order.lineItems[0]).toMatchObject({ variantId: 'gid://shopify/ProductVariant/1000', quantity: 2, taxLines: [{ rate: '0.19' }] });
    expect(order).toMatchObject({ email: 'lena@example.com', presentmentCurrency: 'EUR', discountCode: { itemPercentageDiscountCode: { code: 'WELCOME10', percentage: 10 } } });
    // 2 × 24.00 less 10 % is 43.20; express 24.00; 19 % of each is 8.21 and 4.56.
    expect(order.transactions[0]?.amountSet.shopMoney).toEqual({ amount: '79.97', currencyCode: 'USD' });
    // 22.08 each at 0.92: 44.16 less 4.42 is 39.74; express 22.08; tax 7.55 and 4.20.
    expect(order.transactions[0]?.amountSet.presentmentMoney).toEqual({ amount: '73.57', currencyCode: 'EUR' });
    const confirmation = await (await send(placed.headers.get('location') ?? '')).text();
    expect(confirmation).toContain('#1001');
    expect(confirmation).toContain('href="/de/apps/aftercare/track"');
    expect(Buffer.from(jar.get('cart') ?? '', 'base64url').toString()).toBe('[]');
  });

  it('makes the buyer a customer with the language they shopped in', async () => {
    const shop = fakeShop();
    const { send } = await visit(shop);
    await send('/cart/add', { id: '1000' });
    const token = await tokenOf(await send('/ja/checkout'));
    await send('/ja/checkout', { ...address, token });
    expect(shop.calls.find((call) => call.operation === 'NewBuyer')?.variables.input).toMatchObject({ locale: 'ja', email: 'lena@example.com' });
  });

  it('places one order when the form is sent twice', async () => {
    const shop = fakeShop();
    const { send, jar } = await visit(shop);
    await send('/cart/add', { id: '1000' });
    const token = await tokenOf(await send('/checkout'));
    const cart = jar.get('cart') ?? '';
    const [first, second] = await Promise.all([send('/checkout', { ...address, token }), send('/checkout', { ...address, token })]);
    jar.set('cart', cart);
    const third = await send('/checkout', { ...address, token });
    expect([first.status, second.status, third.status]).toEqual([303, 303, 303]);
    expect(third.headers.get('location')).toBe(first.headers.get('location'));
    expect(shop.calls.filter((call) => call.operation === 'PlaceOrder')).toHaveLength(1);
  });

  it.each([
    ['no contact at all', { email: '' }, 'Enter an email address or a mobile number.'],
    ['a broken email', { email: 'lena@' }, 'This does not look like an email address.'],
    ['a phone nobody has', { phone: '12' }, 'This number cannot be reached.'],
    ['no province where the post needs one', { country: 'US' }, 'Please fill this in.'],
    ['an unknown discount code', { discount: 'NOPE' }, 'This code is not valid.'],
  ])('refuses %s with 422 beside the field, keeps what was typed, and places nothing', async (_, change, words) => {
    const shop = fakeShop();
    const { send } = await visit(shop);
    await send('/cart/add', { id: '1000' });
    const token = await tokenOf(await send('/checkout'));
    const answer = await send('/checkout', { ...address, token, ...change });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain(words);
    expect(page).toContain('value="Weg 1"');
    expect(shop.calls).toEqual([]);
  });

  it('shows Shopify’s words when the shop refuses the order, and lets the visitor try again', async () => {
    const shop = fakeShop({ refusal: 'Unable to reserve inventory' });
    const { send } = await visit(shop);
    await send('/cart/add', { id: '1000' });
    const token = await tokenOf(await send('/checkout'));
    const answer = await send('/checkout', { ...address, token });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Unable to reserve inventory');
    await send('/checkout', { ...address, token });
    expect(shop.calls.filter((call) => call.operation === 'PlaceOrder')).toHaveLength(2);
  });

  it('does not take a variant that is sold out, and survives a damaged cart cookie', async () => {
    const { send, jar } = await visit(fakeShop());
    await send('/cart/add', { id: '1002' });
    expect(jar.has('cart')).toBe(false);
    jar.set('cart', 'garbage!');
    expect((await send('/cart')).status).toBe(200);
  });
});
