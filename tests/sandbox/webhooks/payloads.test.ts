import express from 'express';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { eventPayload } from '#sandbox/webhooks/payloads/event-payload.ts';
import { shopTime } from '#sandbox/webhooks/payloads/write.ts';
import { serveLocally, type LocalServer } from '../../harness/serve-locally.ts';
import { openApp } from './app-fixture.ts';
import { CUSTOMER, FULFILLMENT, ORDER, REFUND, SCAN, SHOP } from './order-fixture.ts';

let opened: Awaited<ReturnType<typeof openApp>>;
beforeEach(async () => {
  opened = await openApp();
});
afterEach(() => opened.close());
const payload = (topic: string, subject: string, body?: Record<string, unknown>) => eventPayload({ topic, subject, at: new Date('2026-07-01T10:00:00Z'), body }, opened.world);

describe('payloads', () => {
  test('an order has the REST shape: numbers, the shop\'s time, money in both currencies', () => {
    expect(payload('orders/create', ORDER)).toMatchObject({
      id: 501,
      admin_graphql_api_id: ORDER,
      name: '#1001',
      order_number: 1001,
      created_at: '2026-07-01T12:00:00+02:00',
      updated_at: '2026-12-01T11:00:00+01:00',
      currency: 'EUR',
      presentment_currency: 'USD',
      subtotal_price: '25.00',
      total_discounts: '4.00',
      total_line_items_price: '29.00',
      total_price: '29.90',
      total_price_set: { shop_money: { amount: '29.90', currency_code: 'EUR' }, presentment_money: { amount: '59.80', currency_code: 'USD' } },
      financial_status: 'paid',
      fulfillment_status: 'partial',
      tags: 'vip, gift',
      note_attributes: [{ name: 'channel', value: 'fair' }],
      discount_codes: [{ code: 'HELLO', amount: '4.00', type: 'fixed_amount' }],
      discount_applications: [{ type: 'discount_code', code: 'HELLO', value: '4.00', value_type: 'fixed_amount', target_type: 'line_item' }],
      customer: { id: 801, email: 'ada@example.com' },
      shipping_address: { name: 'Ada Byron', country_code: 'DE', province_code: 'HH' },
      billing_address: null,
      line_items: [
        { id: 1, name: 'Pen - Blue', quantity: 2, fulfillable_quantity: 1, fulfillment_status: 'partial', price: '12.00', properties: [{ name: 'engraving', value: 'A.B.' }], discount_allocations: [{ amount: '4.00', discount_application_index: 0 }] },
        { id: 2, fulfillable_quantity: 1, fulfillment_status: null, tax_lines: [{ title: 'VAT', rate: 0.19, price: '3.00' }] },
      ],
      shipping_lines: [{ id: 1, title: 'Standard', price: '4.90' }],
      fulfillments: [{ id: 601, tracking_numbers: ['JD01', 'JD02'], tracking_urls: ['https://dhl.example/JD01'], shipment_status: 'in_transit' }],
      refunds: [{ id: 901 }],
    });
  });

  test('a fulfillment names its parcels and the units that left', () => {
    expect(payload('fulfillments/create', FULFILLMENT)).toMatchObject({
      id: 601,
      order_id: 501,
      status: 'success',
      tracking_company: 'DHL',
      tracking_number: 'JD01',
      line_items: [{ id: 1, quantity: 1 }],
      destination: { city: 'Hamburg' },
    });
  });

  test('a scan has a lower-case status and its place', () => {
    expect(payload('fulfillment_events/create', SCAN)).toMatchObject({ id: 701, fulfillment_id: 601, order_id: 501, status: 'in_transit', city: 'Bremen', zip: '28195', happened_at: '2026-07-02T10:00:00+02:00' });
  });

  test('a refund carries its lines and transactions', () => {
    expect(payload('refunds/create', REFUND)).toMatchObject({
      id: 901,
      order_id: 501,
      note: 'Scratched',
      restock: false,
      refund_line_items: [{ line_item_id: 2, quantity: 1, restock_type: 'no_restock', subtotal: '5.00', line_item: { sku: 'SKU-2' } }],
      transactions: [{ kind: 'sale', amount: '59.80', currency: 'USD' }],
    });
  });

  test('a customer has addresses and no figures over orders', () => {
    const body = payload('customers/update', CUSTOMER);
    expect(body).toMatchObject({ id: 801, first_name: 'Ada', default_address: { id: 2, default: true, country_name: 'Germany' } });
    expect(body).not.toHaveProperty('orders_count');
  });

  test('what a customer agreed to is told by its own topics alone', () => {
    expect(payload('customers_email_marketing_consent/update', CUSTOMER)).toMatchObject({ customer_id: 801, email_address: 'ada@example.com', email_marketing_consent: { state: 'subscribed' } });
    expect(payload('customers_marketing_consent/update', CUSTOMER)).toMatchObject({ id: 801, phone: null, sms_marketing_consent: { state: 'not_subscribed', consent_collected_from: 'OTHER' } });
    expect(Object.keys(payload('customers/update', CUSTOMER)).filter((name) => name.includes('consent'))).toEqual([]);
  });

  test('scopes, bulk operations and deletions carry what the event brings', () => {
    expect(payload('app/scopes_update', 'gid://shopify/App/1', { previous: [], current: ['read_orders'], updated_at: '2026-07-01T10:00:00.000Z' })).toMatchObject({ current: ['read_orders'], updated_at: '2026-07-01T12:00:00+02:00', shop_id: expect.any(Number) });
    expect(payload('bulk_operations/finish', 'gid://shopify/BulkOperation/1', { status: 'completed', completed_at: '2026-07-01T10:00:00Z' })).toEqual({ status: 'completed', completed_at: '2026-07-01T12:00:00+02:00' });
    expect(payload('orders/edited', ORDER, { order_edit: { id: 1, created_at: '2026-07-01T10:00:00Z' } })).toEqual({ order_edit: { id: 1, created_at: '2026-07-01T12:00:00+02:00' } });
    expect(payload('orders/delete', 'gid://shopify/Order/999')).toEqual({ id: 999 });
  });

  test('an event about something unmodelled is refused loudly', () => {
    expect(() => payload('themes/publish', 'gid://shopify/Theme/1')).toThrow('no webhook payload for themes/publish');
  });

  test.each([
    ['2026-01-15T23:30:05Z', 'America/New_York', '2026-01-15T18:30:05-05:00'],
    ['2026-07-15T23:30:05Z', 'Asia/Kolkata', '2026-07-16T05:00:05+05:30'],
    ['2026-07-15T23:30:05Z', 'UTC', '2026-07-15T23:30:05+00:00'],
  ])('%s in %s is %s', (iso, zone, written) => {
    expect(shopTime(iso, zone)).toBe(written);
  });
});

describe('protected customer data', () => {
  const received = async () => {
    opened.publish('orders/create', ORDER);
    await opened.webhooks.settled();
    return opened.received[0] ? JSON.parse(opened.received[0].raw) : null;
  };

  test('fields without approval are empty wherever they stand, and names of things stay', async () => {
    opened.installation.protectedData = { level1: true, name: false, email: false, phone: false, address: false };
    expect(await received()).toMatchObject({
      name: '#1001',
      email: null,
      contact_email: null,
      phone: null,
      customer: { email: null, first_name: null, default_address: { address1: null, name: null, city: 'Hamburg' } },
      shipping_address: { name: null, last_name: null, zip: null, latitude: null, phone: null, country_code: 'DE' },
      line_items: [{ name: 'Pen - Blue' }, {}],
      fulfillments: [{ email: null, destination: { address1: null } }],
    });
  });

  test('without the first level nothing about orders is sent', async () => {
    opened.installation.protectedData = { ...opened.installation.protectedData, level1: false };
    expect(await received()).toBeNull();
  });
});

describe('control door', () => {
  let base: string;
  let server: LocalServer;
  beforeEach(async () => {
    server = await serveLocally(express().use(opened.webhooks.router));
    base = `${server.base}/control`;
  });
  afterEach(() => server.close());
  const send = (method: string, path: string, body?: object) =>
    fetch(`${base}${path}`, { method, headers: { 'content-type': 'application/json' }, body: body ? JSON.stringify(body) : undefined });

  test.each([
    ['customers-data-request', { customer: 'ada@example.com' }, { shop_domain: SHOP, orders_requested: [501], customer: { id: 801, email: 'ada@example.com', phone: null }, data_request: { id: 1 } }],
    ['customers-redact', { customer: CUSTOMER, orders: [ORDER] }, { orders_to_redact: [501], customer: { id: 801 } }],
    ['shop-redact', {}, { shop_domain: SHOP, shop_id: expect.any(Number) }],
  ])('%s on demand reaches the compliance address', async (kind, body, expected) => {
    expect((await send('POST', `/compliance/${kind}`, { shop: SHOP, ...body })).status).toBe(202);
    await opened.webhooks.settled();
    expect(opened.received[0]?.path).toBe('/webhooks/compliance');
    expect(JSON.parse(opened.received[0]?.raw ?? '')).toMatchObject(expected);
  });

  test('a compliance request about nobody answers 404, an unknown kind or switch 400', async () => {
    expect((await send('POST', '/compliance/customers-redact', { shop: SHOP, customer: 'nobody@example.com' })).status).toBe(404);
    expect((await send('POST', '/compliance/everything', { shop: SHOP })).status).toBe(400);
    expect((await send('PUT', '/webhooks', { dropEverything: true })).status).toBe(400);
  });

  test('switches are set and read, deliveries listed', async () => {
    await send('PUT', '/webhooks', { dropNext: 1 });
    opened.publish('orders/create', ORDER);
    opened.publish('orders/updated', ORDER);
    expect(await (await send('POST', '/webhooks/settle')).json()).toMatchObject({ dropped: 1, delivered: 1 });
    const listed = await (await send('GET', '/webhooks/deliveries?state=dropped')).json();
    expect(listed).toMatchObject({ deliveries: [{ topic: 'orders/create', state: 'dropped' }] });
  });
});
