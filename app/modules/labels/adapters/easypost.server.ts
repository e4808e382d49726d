import { z } from 'zod';
import { callService, wordsIn, type ServiceAnswer } from './call-service.server.ts';
import { cheapest, type BoughtLabel, type LabelAdapter, type LabelWish, type PostalAddress } from './label-adapter.ts';
import { LabelRefused, ServiceSilent, type LabelProblem } from './label-problem.ts';

const base = 'https://api.easypost.com/v2/shipments';

const shipmentShape = z.object({
  id: z.string(),
  tracking_code: z.string().nullish(),
  tracker: z.object({ public_url: z.string().nullish() }).nullish(),
  rates: z.array(z.object({ id: z.string(), carrier: z.string(), service: z.string(), rate: z.string(), currency: z.string() })).default([]),
  messages: z.array(z.object({ carrier: z.string().nullish(), message: z.unknown() })).default([]),
  postage_label: z.object({ label_url: z.string().nullish(), label_pdf_url: z.string().nullish() }).nullish(),
  forms: z.array(z.object({ form_type: z.string(), form_url: z.string().nullish() })).nullish(),
  refund_status: z.string().nullish(),
});
type Shipment = z.infer<typeof shipmentShape>;

/**
 * EasyPost: a shipment that is a return has its addresses as they were on the way out, and EasyPost changes them. A shipment is bought once:
 * what was bought is seen by its own label. The SDK is not used: it brings an HTTP client of its own that does not go through fetch.
 */
export const easypost: LabelAdapter = {
  key: 'easypost',
  name: 'EasyPost',

  async quote(key, wish) {
    const shipment = read(await call(key, 'POST', '', { shipment: shipmentOf(wish) }));
    const rate = cheapest(shipment.rates.map(({ rate: amount, ...more }) => ({ ...more, amount })), wish.allowed);
    if (!rate) throw new LabelRefused('no_rate', shipment.rates.length > 0 ? '' : (wordsIn(shipment.messages) ?? ''));
    return { shipment: shipment.id, rate: rate.id, carrier: rate.carrier, service: rate.service, amount: rate.amount, currency: rate.currency };
  },

  async buy(key, { shipment, rate }) {
    const bought = boughtIn(read(await call(key, 'POST', `/${shipment}/buy`, { rate: { id: rate } })));
    if (!bought) throw new ServiceSilent('EasyPost told of no label.');
    return bought;
  },

  async find(key, { shipment }) {
    return boughtIn(read(await call(key, 'GET', `/${shipment}`)));
  },

  async qrOf(key, { reference, qrUrl }) {
    if (qrUrl !== null) return qrUrl;
    const answer = await call(key, 'POST', `/${reference}/forms`, { form: { type: 'label_qr_code' } });
    return answer.status < 300 ? qrIn(read(answer)) : null;
  },

  async giveBack(key, reference) {
    return standing(read(await call(key, 'POST', `/${reference}/refund`)).refund_status) ?? 'asked';
  },

  async lookAtGiveBack(key, reference) {
    return standing(read(await call(key, 'GET', `/${reference}`)).refund_status);
  },

  async test(key) {
    await call(key, 'GET', '?page_size=1');
  },
};

function call(key: string, method: 'GET' | 'POST', path: string, body?: unknown): Promise<ServiceAnswer> {
  return callService({ method, url: base + path, headers: { authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` }, body });
}

function read({ status, body }: ServiceAnswer): Shipment {
  if (status >= 300) throw new LabelRefused(problemOf(body), wordsIn(body) ?? `EasyPost answered ${status}.`);
  const read = shipmentShape.safeParse(body);
  if (!read.success) throw new ServiceSilent('EasyPost answered something that is no shipment.');
  return read.data;
}

function problemOf(body: unknown): LabelProblem {
  const told = JSON.stringify(body ?? '');
  if (/"[A-Z._]*ADDRESS[A-Z._]*"/.test(told)) return 'address';
  if (/"[A-Z._]*(?:FUNDS|BALANCE|PAYMENT|BILLING)[A-Z._]*"/.test(told)) return 'funds';
  return 'refused';
}

function boughtIn(shipment: Shipment): BoughtLabel | null {
  const labelUrl = shipment.postage_label?.label_pdf_url ?? shipment.postage_label?.label_url;
  if (!labelUrl || !shipment.tracking_code) return null;
  return { reference: shipment.id, number: shipment.tracking_code, trackingUrl: shipment.tracker?.public_url ?? null, labelUrl, qrUrl: qrIn(shipment) };
}

function qrIn({ forms }: Shipment): string | null {
  return forms?.find(({ form_type }) => form_type === 'label_qr_code')?.form_url ?? null;
}

function standing(word: string | null | undefined) {
  switch (word) {
    case 'refunded':
    case 'rejected':
      return word;
    case 'not_applicable':
      return 'not_needed';
    case 'submitted':
      return 'asked';
    default:
      return null;
  }
}

const inch = 2.54;
const ounce = 28.349523125;
const tenths = (figure: number) => Math.ceil(figure * 10) / 10;

function shipmentOf({ reference, customer, shop, parcel }: LabelWish) {
  const { length, width, height, weight } = parcel;
  return {
    reference,
    is_return: true,
    from_address: addressOf(shop),
    to_address: addressOf(customer),
    parcel: { length: tenths(length / inch), width: tenths(width / inch), height: tenths(height / inch), weight: tenths(weight / ounce) },
    options: { label_format: 'PDF' },
  };
}

function addressOf({ name, company, street1, street2, city, state, zip, country, phone, email }: PostalAddress) {
  return { name, company: company || null, street1, street2: street2 || null, city, state: state || null, zip, country, phone: phone || null, email: email || null };
}
