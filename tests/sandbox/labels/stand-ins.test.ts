import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLabels, type Labels } from '../../../sandbox/labels/index.ts';
import { sandboxAddress } from '../../../sandbox/network-redirect.ts';
import { serveLocally, type LocalServer } from '../../harness/serve-locally.ts';

let server: LocalServer;
let labels: Labels;
beforeAll(async () => {
  labels = createLabels();
  server = await serveLocally(express().use(labels.router));
});
afterAll(() => server.close());

const fetchFrom = (address: string, init?: RequestInit) => fetch(sandboxAddress(address, server.base) ?? '', init);
async function call(address: string, headers: Record<string, string>, body?: unknown) {
  const init: RequestInit = body === undefined ? { headers } : { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetchFrom(address, init);
  return { status: answer.status, body: (await answer.json()) as Record<string, never> };
}

const shop = { name: 'Quill', street1: 'Lagerweg 5', city: 'Hamburg', zip: '20095', country: 'DE' };
const customer = { name: 'Nell Brandt', street1: 'Torstraße 1', city: 'Berlin', zip: '10119', country: 'DE' };
const keyed = { easypost: (key: string) => ({ authorization: `Basic ${btoa(`${key}:`)}` }), shippo: (key: string) => ({ authorization: `ShippoToken ${key}` }) };
const wishes = {
  easypost: (to = customer) => ({ shipment: { is_return: true, from_address: shop, to_address: to, parcel: { length: 10, width: 8, height: 4, weight: 24.7 } } }),
  shippo: (to = customer) => ({ address_from: to, address_to: shop, parcels: [{ length: '30', width: '20', height: '10', distance_unit: 'cm', weight: '700', mass_unit: 'g' }] }),
};
const prices = { easypost: 'https://api.easypost.com/v2/shipments', shippo: 'https://api.goshippo.com/shipments/' };

/** Prices a parcel back and buys the first rate, with a door to buy it again. */
async function priced(service: 'easypost' | 'shippo', key: string) {
  labels.account(service, key);
  const { body } = await call(prices[service], keyed[service](key), wishes[service]());
  const shipment = body as unknown as { id: string; object_id: string; rates: { id: string; object_id: string }[] };
  const rate = shipment.rates[0];
  const buy = () => (service === 'easypost' ? call(`${prices.easypost}/${shipment.id}/buy`, keyed.easypost(key), { rate: { id: rate?.id } }) : call('https://api.goshippo.com/transactions/', keyed.shippo(key), { rate: rate?.object_id, async: false }));
  return { account: labels.account(service, key), shipment, buy };
}

describe.each(['easypost', 'shippo'] as const)('%s', (service) => {
  it('lets nobody in whose key it does not know', async () => {
    expect((await call(prices[service], keyed[service]('nobody'), wishes[service]())).status).toBe(401);
    labels.account(service, 'withdrawn', { withdrawn: true });
    expect((await call(prices[service], keyed[service]('withdrawn'), wishes[service]())).status).toBe(401);
  });

  it('prices a parcel from the customer to the shop', async () => {
    const { account } = await priced(service, `${service}-1`);
    expect(account.shipments[0]).toMatchObject({ from: customer, to: shop });
  });

  it('sells for no more than the account holds', async () => {
    const { account, buy } = await priced(service, `${service}-2`);
    account.balance = 100;
    const answer = await buy();
    expect(answer.status === 402 || answer.body.status === 'ERROR').toBe(true);
    expect(JSON.stringify(answer.body)).toMatch(/funds/i);
    expect([account.balance, account.sold.length]).toEqual([100, 0]);
  });

  it('sells a second time as the service does', async () => {
    const { account, buy } = await priced(service, `${service}-3`);
    await buy();
    const again = await buy();
    expect([again.status, account.sold.length]).toEqual(service === 'easypost' ? [422, 1] : [201, 2]);
  });

  it('refuses an address that does not do', async () => {
    const answer = await call(prices[service], keyed[service](`${service}-3`), wishes[service]({ ...customer, city: 'Nowhere' }));
    expect(JSON.stringify(answer.body)).toMatch(/address/i);
    expect(answer.status).toBe(service === 'easypost' ? 422 : 201);
  });

  it('makes a file that is a PDF, for as long as it knows the label, and takes a label back once', async () => {
    const { account, buy, shipment } = await priced(service, `${service}-4`);
    const { body } = await buy();
    const bought = body as unknown as { label_url?: string; postage_label?: { label_url: string }; object_id: string };
    const address = bought.postage_label?.label_url ?? bought.label_url ?? '';
    const file = await fetchFrom(address);
    expect(file.headers.get('content-type')).toContain('application/pdf');
    expect((await file.text()).startsWith('%PDF-1.4')).toBe(true);
    expect((await fetchFrom(address.replace(account.sold[0]?.id ?? '', 'unknown'))).status).toBe(403);
    const giveBack = () => (service === 'easypost' ? call(`${prices.easypost}/${shipment.id}/refund`, keyed.easypost(account.key), {}) : call('https://api.goshippo.com/refunds/', keyed.shippo(account.key), { transaction: bought.object_id }));
    expect([(await giveBack()).status < 300, (await giveBack()).status < 300]).toEqual([true, false]);
  });
});
