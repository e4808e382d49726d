import { z } from 'zod';
import { callService, wordsIn, type ServiceAnswer } from './call-service.server.ts';
import { cheapest, type BoughtLabel, type LabelAdapter, type LabelWish } from './label-adapter.ts';
import { LabelRefused, ServiceSilent, type LabelProblem } from './label-problem.ts';

const base = 'https://api.goshippo.com';

const messages = z.array(z.object({ text: z.string().nullish(), code: z.string().nullish() })).nullish();
const shipmentShape = z.object({
  object_id: z.string(),
  rates: z.array(z.object({ object_id: z.string(), amount: z.string(), currency: z.string(), provider: z.string(), servicelevel: z.object({ name: z.string().nullish(), token: z.string().nullish() }) })).default([]),
  messages,
});
const transactionShape = z.object({
  object_id: z.string(),
  status: z.string(),
  tracking_number: z.string().nullish(),
  tracking_url_provider: z.string().nullish(),
  label_url: z.string().nullish(),
  qr_code_url: z.string().nullish(),
  messages,
});
type Transaction = z.infer<typeof transactionShape>;
const transactionsShape = z.object({ results: z.array(transactionShape) });
const refundShape = z.object({ status: z.string() });

/**
 * Shippo, version 2018-02-08. Buying is a transaction of a rate, and Shippo would take two: what was bought is looked up by its rate. Within
 * the United States labels are returns, which cost nothing until they are scanned, with the addresses as they were on the way out; elsewhere
 * a label is one from the customer to the shop.
 */
export const shippo: LabelAdapter = {
  key: 'shippo',
  name: 'Shippo',

  async quote(key, wish) {
    const shipment = read(await call(key, 'POST', '/shipments/', shipmentOf(wish)), shipmentShape);
    const rates = shipment.rates.map(({ object_id, amount, currency, provider, servicelevel: { name, token } }) => ({ id: object_id, amount, currency, carrier: provider, service: name ?? token ?? '' }));
    const rate = cheapest(rates, wish.allowed);
    if (!rate) {
      const words = wordsIn(shipment.messages) ?? '';
      throw new LabelRefused(rates.length === 0 && /address|zip|postal/i.test(words) ? 'address' : 'no_rate', rates.length > 0 ? '' : words);
    }
    return { shipment: shipment.object_id, rate: rate.id, carrier: rate.carrier, service: rate.service, amount: rate.amount, currency: rate.currency };
  },

  async buy(key, { rate }) {
    const transaction = read(await call(key, 'POST', '/transactions/', { rate, label_file_type: 'PDF_4x6', async: false }), transactionShape);
    if (transaction.status === 'ERROR') throw refusal(wordsIn(transaction.messages) ?? '');
    const bought = boughtIn(transaction);
    if (!bought) throw new ServiceSilent('Shippo is still at it.');
    return bought;
  },

  async find(key, { rate }) {
    const { results } = read(await call(key, 'GET', `/transactions/?rate=${encodeURIComponent(rate)}&results=100`), transactionsShape);
    const made = results.filter(({ status }) => status !== 'ERROR');
    if (made.some(({ status }) => status === 'QUEUED' || status === 'WAITING')) throw new ServiceSilent('Shippo is still at it.');
    return made.map(boughtIn).find((one) => one !== null) ?? null;
  },

  qrOf: (_key, { qrUrl }) => Promise.resolve(qrUrl),

  async giveBack(key, reference) {
    const { status } = read(await call(key, 'POST', '/refunds/', { transaction: reference, async: false }), refundShape);
    return status === 'SUCCESS' ? 'refunded' : status === 'ERROR' ? 'rejected' : 'asked';
  },

  async lookAtGiveBack(key, reference) {
    const { status } = read(await call(key, 'GET', `/transactions/${encodeURIComponent(reference)}`), transactionShape);
    return status === 'REFUNDED' ? 'refunded' : status === 'REFUNDREJECTED' ? 'rejected' : status === 'REFUNDPENDING' ? 'asked' : null;
  },

  async test(key) {
    await call(key, 'GET', '/shipments/?results=1');
  },
};

function call(key: string, method: 'GET' | 'POST', path: string, body?: unknown): Promise<ServiceAnswer> {
  return callService({ method, url: base + path, headers: { authorization: `ShippoToken ${key}`, 'shippo-api-version': '2018-02-08' }, body });
}

function read<Shape>({ status, body }: ServiceAnswer, shape: z.ZodType<Shape>): Shape {
  if (status >= 300) throw refusal(wordsIn(body) ?? `Shippo answered ${status}.`);
  const read = shape.safeParse(body);
  if (!read.success) throw new ServiceSilent('Shippo answered something else than it was asked for.');
  return read.data;
}

/** Shippo has no codes for what is wrong, only words. */
function refusal(words: string): LabelRefused {
  const problem: LabelProblem = /insufficient|balance|payment|billing|funds/i.test(words) ? 'funds' : /address|zip|postal/i.test(words) ? 'address' : 'refused';
  return new LabelRefused(problem, words);
}

function boughtIn({ object_id, status, tracking_number, tracking_url_provider, label_url, qr_code_url }: Transaction): BoughtLabel | null {
  if (status === 'ERROR' || !label_url || !tracking_number) return null;
  return { reference: object_id, number: tracking_number, trackingUrl: tracking_url_provider ?? null, labelUrl: label_url, qrUrl: qr_code_url ?? null };
}

function shipmentOf({ reference, customer, shop, parcel, qr }: LabelWish) {
  const isReturn = customer.country === 'US' && shop.country === 'US';
  const { length, width, height, weight } = parcel;
  const figures = { length: String(length), width: String(width), height: String(height), distance_unit: 'cm', weight: String(weight), mass_unit: 'g' };
  return {
    address_from: isReturn ? shop : customer,
    address_to: isReturn ? customer : shop,
    parcels: [figures],
    extra: { is_return: isReturn, ...(qr ? { qr_code_requested: true } : {}) },
    metadata: reference,
    async: false,
  };
}
