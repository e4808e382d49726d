import type { RunAdmin } from '#sandbox/contract.ts';
import { pictureNames } from '#sandbox/storefront/pictures/draw-picture.ts';

/** What a fake shop was asked to change. */
export interface FakeShop {
  runAdmin: RunAdmin;
  calls: { operation: string; variables: Record<string, unknown> }[];
}

const titleOf = (handle: string): string => handle.charAt(0).toUpperCase() + handle.slice(1).replaceAll('-', ' ');

const products = pictureNames.map((handle, index) => ({
  id: `gid://shopify/Product/${100 + index}`,
  handle,
  title: titleOf(handle),
  descriptionHtml: `<p>About the ${titleOf(handle)}.</p>`,
  productType: 'Camp',
  vendor: 'Juniper & Pine',
  tags: [],
  featuredMedia: { preview: { image: { url: `/cdn/shop/files/${handle}.svg`, altText: titleOf(handle) } } },
  variants: {
    nodes:
      index % 3 === 0
        ? ['Pine', 'Clay', 'Ochre'].map((title, position) => ({
            id: `gid://shopify/ProductVariant/${1000 + index * 10 + position}`,
            title,
            sku: `${handle}-${position}`,
            price: (24 + index * 6).toFixed(2),
            inventoryQuantity: position === 2 ? 0 : 12,
            inventoryPolicy: 'DENY',
          }))
        : [{ id: `gid://shopify/ProductVariant/${1000 + index * 10}`, title: 'Default Title', sku: handle, price: (18 + index * 4).toFixed(2), inventoryQuantity: 9, inventoryPolicy: 'DENY' }],
  },
}));

const shop = {
  name: 'Juniper & Pine',
  email: 'hello@juniper-and-pine.example',
  currencyCode: 'USD',
  taxesIncluded: false,
  shopAddress: { countryCodeV2: 'US' },
  enabledPresentmentCurrencies: ['USD', 'EUR', 'GBP', 'JPY', 'CNY'],
  shopPolicies: [
    { type: 'REFUND_POLICY', title: 'Refund policy', body: '<p>Thirty days from delivery.</p>' },
    { type: 'SHIPPING_POLICY', title: 'Shipping policy', body: '<p>Two working days.</p>' },
    { type: 'PRIVACY_POLICY', title: 'Privacy policy', body: '' },
  ],
};

const locales = ['en', 'zh-CN', 'de', 'fr', 'es', 'ja', 'pt-PT'].map((locale, index) => ({ locale, primary: index === 0, published: true }));

/** A shop that answers the storefront's operations by name and remembers its mutations. `refusal` makes orderCreate refuse. */
export function fakeShop(options: { refusal?: string } = {}): FakeShop {
  const calls: FakeShop['calls'] = [];
  const answers: Record<string, () => unknown> = {
    StorefrontShop: () => ({ shop, shopLocales: locales }),
    StorefrontCatalogue: () => ({ products: { nodes: products } }),
    BuyerByContact: () => ({ customerByIdentifier: null }),
    NewBuyer: () => ({ customerCreate: { customer: { id: 'gid://shopify/Customer/7' }, userErrors: [] } }),
    PlaceOrder: () => ({
      orderCreate: options.refusal
        ? { order: null, userErrors: [{ field: ['order'], message: options.refusal }] }
        : { order: { id: 'gid://shopify/Order/5', name: `#${1001 + calls.filter((call) => call.operation === 'PlaceOrder').length - 1}`, confirmationNumber: 'XPAV284CT' }, userErrors: [] },
    }),
  };
  const runAdmin: RunAdmin = (_, { query, variables = {} }) => {
    const [, kind, operation = ''] = /(query|mutation)\s+(\w+)/.exec(query) ?? [];
    if (kind === 'mutation') calls.push({ operation, variables });
    const answer = answers[operation];
    if (!answer) return Promise.resolve({ status: 200, body: { errors: [{ message: `not modelled: ${operation}` }] } });
    return Promise.resolve({ status: 200, body: { data: answer() } });
  };
  return { runAdmin, calls };
}
