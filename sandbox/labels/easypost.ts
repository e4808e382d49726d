import type { Request, Response } from 'express';
import { z } from 'zod';
import { addressShape, newId, ratesFrom, sell, wrongWith, type LabelAccount, type PricedShipment } from './account.ts';
import type { LabelStandIn } from './stand-in.ts';

const wishShape = z.object({
  shipment: z.object({
    reference: z.string().nullish(),
    is_return: z.boolean().default(false),
    from_address: addressShape,
    to_address: addressShape,
    parcel: z.object({ length: z.number().positive(), width: z.number().positive(), height: z.number().positive(), weight: z.number().positive() }),
  }),
});
const buyShape = z.object({ rate: z.object({ id: z.string() }) });
const formShape = z.object({ form: z.object({ type: z.string() }) });

const refuse = (response: Response, status: number, code: string, message: string) => void response.status(status).json({ error: { code, message, errors: [] } });

/** EasyPost shipments, API v2. */
export const easypost: LabelStandIn = {
  keyIn(request) {
    const [scheme = '', packed = ''] = (request.get('authorization') ?? '').split(' ');
    return scheme === 'Basic' ? Buffer.from(packed, 'base64').toString('utf8').replace(/:$/, '') : null;
  },
  refuse(response, status) {
    const said = { 401: ['APIKEY.INACTIVE', 'This api key is no longer active.'], 429: ['RATE_LIMITED', 'Please slow down.'], 503: ['SERVICE_UNAVAILABLE', 'Please try again later.'] } as const;
    refuse(response, status, said[status][0], said[status][1]);
  },
  buys: (request) => request.method === 'POST' && request.path.endsWith('/buy'),
  answer(request, response, account) {
    const [, id, act] = /^\/v2\/shipments(?:\/(shp_\w+)(?:\/(buy|refund|forms))?)?$/.exec(request.path) ?? [];
    const shipment = account.shipments.find((one) => one.id === id);
    if (id !== undefined && !shipment) return refuse(response, 404, 'NOT_FOUND', 'The requested resource could not be found.');
    if (!shipment) return request.method === 'GET' ? void response.json({ shipments: [], has_more: false }) : create(request, response, account);
    if (request.method === 'GET') return void response.json(told(shipment, account));
    if (act === 'buy') return buy(request, response, account, shipment);
    const sold = account.sold.find(({ shipmentId }) => shipmentId === shipment.id);
    if (!sold) return refuse(response, 422, 'SHIPMENT.POSTAGE.FAILURE', 'The shipment has no postage.');
    if (act === 'forms') {
      const form = formShape.safeParse(request.body);
      if (!form.success || form.data.form.type !== 'label_qr_code' || sold.rate.carrier !== 'USPS') return refuse(response, 422, 'FORM.TYPE.UNSUPPORTED', 'This carrier has no such form.');
      sold.qr = true;
      return void response.status(201).json(told(shipment, account));
    }
    if (sold.refund === 'submitted') return refuse(response, 422, 'SHIPMENT.REFUND.EXISTS', 'A refund was already requested.');
    sold.refund = account.rejectsRefunds ? 'rejected' : 'submitted';
    response.json(told(shipment, account));
  },
};

function create(request: Request, response: Response, account: LabelAccount): void {
  const wish = wishShape.safeParse(request.body);
  if (!wish.success) return refuse(response, 422, 'PARAMETER.REQUIRED', `Missing or wrong: ${wish.error.issues[0]?.path.join('.') ?? ''}`);
  const { reference, is_return: isReturn, from_address: from, to_address: to } = wish.data.shipment;
  const wrong = wrongWith(from) ?? wrongWith(to);
  if (wrong) return refuse(response, 422, 'ADDRESS.VERIFY.FAILURE', wrong);
  // A return is asked for with the addresses of the way out.
  const shipment: PricedShipment = { id: newId('shp_'), reference: reference ?? '', from: isReturn ? to : from, to: isReturn ? from : to, qr: false, rates: ratesFrom((isReturn ? to : from).country ?? '', account) };
  account.shipments.push(shipment);
  response.status(201).json(told(shipment, account));
}

function buy(request: Request, response: Response, account: LabelAccount, shipment: PricedShipment): void {
  const asked = buyShape.safeParse(request.body);
  const rate = shipment.rates.find(({ id }) => asked.success && id === asked.data.rate.id);
  if (!rate) return refuse(response, 422, 'SHIPMENT.INVALID_RATE', 'The rate does not belong to this shipment.');
  if (account.sold.some(({ shipmentId }) => shipmentId === shipment.id)) return refuse(response, 422, 'SHIPMENT.POSTAGE.EXISTS', 'Postage already exists for this shipment.');
  if (!sell(account, shipment, rate)) return refuse(response, 402, 'BILLING.INSUFFICIENT_FUNDS', 'Insufficient funds. Please add funds to your account.');
  response.json(told(shipment, account));
}

function told({ id, reference, from, to, rates }: PricedShipment, account: LabelAccount) {
  const sold = account.sold.find(({ shipmentId }) => shipmentId === id);
  const files = `https://easypost-files.s3.us-west-2.amazonaws.com/files/postage_label/${sold?.id ?? ''}`;
  const told = rates.map((rate) => ({ object: 'Rate', id: rate.id, carrier: rate.carrier, service: rate.service, rate: rate.amount, currency: rate.currency, shipment_id: id }));
  return {
    id,
    object: 'Shipment',
    mode: 'production',
    reference,
    is_return: true,
    from_address: from,
    to_address: to,
    rates: told,
    messages: rates.length > 0 ? [] : [{ carrier: 'USPS', type: 'rate_error', message: 'No service is available for this parcel.' }],
    selected_rate: sold ? (told.find((rate) => rate.id === sold.rate.id) ?? null) : null,
    postage_label: sold ? { object: 'PostageLabel', label_url: `${files}.pdf`, label_pdf_url: `${files}.pdf`, label_file_type: 'application/pdf' } : null,
    tracking_code: sold?.number ?? null,
    tracker: sold ? { object: 'Tracker', tracking_code: sold.number, public_url: `https://track.easypost.com/${sold.id}` } : null,
    forms: sold?.qr ? [{ object: 'Form', form_type: 'label_qr_code', form_url: `${files}-qr.png` }] : [],
    refund_status: !sold || sold.refund === 'none' ? null : account.paysBack && sold.refund === 'submitted' ? 'refunded' : sold.refund,
  };
}
