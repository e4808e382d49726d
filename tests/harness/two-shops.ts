import type { RunningSandbox } from '../../sandbox/start.ts';
import type { NewShop } from '../../sandbox/world/index.ts';

/** An order as a test speaks of it. */
export interface StagedOrder {
  /** Shopify's number. */
  id: string;
  gid: string;
  name: string;
  email: string;
  trackingNumber: string;
}

/** One of the two shops of a stage, with what may be seen nowhere but in it. */
export interface StagedShop {
  domain: string;
  name: string;
  handle: string;
  orders: StagedOrder[];
  /** Words that stand only in this shop: its own, its customers', its orders'. */
  marks: string[];
}

const ordersEach = 3;
const about = {
  anemone: { name: 'Anemone Paper', customer: 'Annika', family: 'Anemonsen', good: 'Anemone notebook', city: 'Aarhus', orderName: 'ANE', number: '00AA' },
  bramble: { name: 'Bramble Light', customer: 'Berengar', family: 'Bramblemark', good: 'Bramble lantern', city: 'Bruges', orderName: 'BRA', number: '00BB' },
} as const;
type Handle = keyof typeof about;

const domainOf = (handle: Handle) => `${handle}.myshopify.com`;

/** The two shops as they are opened in the sandbox. */
export const newShops: NewShop[] = (['anemone', 'bramble'] as const).map((handle) => ({
  domain: domainOf(handle),
  name: about[handle].name,
  email: `owner@${handle}.example`,
  currency: 'EUR',
  ianaTimezone: 'Europe/Berlin',
  locales: ['en'],
  taxesIncluded: true,
}));

/** Places a few sent orders in both shops, before either knows the app. */
export async function fillShops(sandbox: RunningSandbox): Promise<{ a: StagedShop; b: StagedShop }> {
  return { a: await fill(sandbox, 'anemone'), b: await fill(sandbox, 'bramble') };
}

async function fill(sandbox: RunningSandbox, handle: Handle): Promise<StagedShop> {
  const { name, customer, family, good, city, number } = about[handle];
  const orders: StagedOrder[] = [];
  for (let at = 1; at <= ordersEach; at += 1) orders.push(await placeOrder(sandbox, domainOf(handle), at));
  const marks = [domainOf(handle), name, customer, family, good, city, number, `@${handle}.example`, ...orders.flatMap((order) => [order.id, order.name])];
  return { domain: domainOf(handle), name, handle, orders, marks };
}

/** Places one more order, numbered by the caller, sent and with a tracking number. */
export async function placeOrder(sandbox: RunningSandbox, domain: string, at: number): Promise<StagedOrder> {
  const handle: Handle = domain === domainOf('anemone') ? 'anemone' : 'bramble';
  const { customer, family, good, city, orderName, number } = about[handle];
  const world = sandbox.worlds.find(domain);
  const [location] = world ? [...world.locations.all()] : [];
  const email = `${customer.toLowerCase()}.${at}@${handle}.example`;
  const trackingNumber = `${number}${String(at).padStart(10, '0')}`;
  const variables = {
    order: {
      name: `${orderName}-${at}`,
      email,
      customer: { toUpsert: { email, firstName: customer, lastName: `${family} ${at}` } },
      shippingAddress: { firstName: customer, lastName: family, address1: `${family} road ${at}`, city, zip: '8000', countryCode: 'DE' },
      lineItems: [{ title: good, quantity: at, requiresShipping: true, priceSet: { shopMoney: { amount: '10.00', currencyCode: 'EUR' } } }],
      financialStatus: 'PAID',
      fulfillment: { locationId: location?.id, trackingCompany: 'DHL Express', trackingNumber },
    },
  };
  const query = 'mutation Place($order: OrderCreateOrderInput!) { orderCreate(order: $order) { order { id name } userErrors { field message } } }';
  const { body } = await sandbox.runAdmin(domain, { query, variables }, { kind: 'merchant' });
  const told = JSON.stringify(body);
  const gid = /gid:\/\/shopify\/Order\/\d+/.exec(told)?.[0];
  if (!gid) throw new Error(`The order was not placed: ${told}`);
  return { id: gid.split('/').at(-1) ?? '', gid, name: `${orderName}-${at}`, email, trackingNumber };
}
