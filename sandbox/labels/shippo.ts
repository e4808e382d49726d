import type { Request, Response } from 'express';
import { z } from 'zod';
import { addressShape, newId, ratesFrom, sell, wrongWith, type LabelAccount, type SoldLabel } from './account.ts';
import type { LabelStandIn } from './stand-in.ts';

const figure = z.string().regex(/^\d+(\.\d+)?$/);
const wishShape = z.object({
  address_from: addressShape,
  address_to: addressShape,
  parcels: z.array(z.object({ length: figure, width: figure, height: figure, distance_unit: z.enum(['cm', 'in']), weight: figure, mass_unit: z.enum(['g', 'kg', 'lb', 'oz']) })).min(1),
  extra: z.object({ is_return: z.boolean().optional(), qr_code_requested: z.boolean().optional() }).default({}),
  metadata: z.string().max(100).optional(),
});
const buyShape = z.object({ rate: z.string(), label_file_type: z.string().optional(), async: z.boolean().optional() });
const refundShape = z.object({ transaction: z.string() });

/** Shippo, 2018-02-08. */
export const shippo: LabelStandIn = {
  keyIn: (request) => /^ShippoToken (.+)$/.exec(request.get('authorization') ?? '')?.[1] ?? null,
  refuse(response, status) {
    const said = { 401: 'Invalid token', 429: 'Request was throttled.', 503: 'Service unavailable' } as const;
    response.status(status).json({ detail: said[status] });
  },
  buys: (request) => request.method === 'POST' && request.path.startsWith('/transactions'),
  answer(request, response, account) {
    const [, what, id] = /^\/(shipments|transactions|refunds)\/?(?:([\w-]+)\/?)?$/.exec(request.path) ?? [];
    if (request.method === 'POST' && what === 'shipments') return price(request, response, account);
    if (request.method === 'POST' && what === 'transactions') return buy(request, response, account);
    if (request.method === 'POST' && what === 'refunds') return giveBack(request, response, account);
    if (what === 'shipments') return void response.json({ next: null, previous: null, results: [] });
    if (what !== 'transactions') return void response.status(404).json({ detail: 'Not found.' });
    if (id === undefined) return void response.json({ next: null, previous: null, results: account.sold.filter((sold) => sold.rate.id === request.query.rate || request.query.rate === undefined).map((sold) => looked(sold, account)) });
    const sold = account.sold.find((one) => one.id === id);
    if (sold) response.json(looked(sold, account));
    else response.status(404).json({ detail: 'Not found.' });
  },
};

function price(request: Request, response: Response, account: LabelAccount): void {
  const wish = wishShape.safeParse(request.body);
  if (!wish.success) return void response.status(400).json({ [wish.error.issues[0]?.path.join('.') ?? 'body']: ['This field is required.'] });
  const { address_from, address_to, extra, metadata } = wish.data;
  const isReturn = extra.is_return ?? false;
  const from = isReturn ? address_to : address_from;
  const wrong = wrongWith(address_from) ?? wrongWith(address_to);
  const rates = wrong ? [] : ratesFrom(from.country ?? '', account);
  const shipment = { id: newId(''), reference: metadata ?? '', from, to: isReturn ? address_from : address_to, qr: extra.qr_code_requested ?? false, rates };
  account.shipments.push(shipment);
  response.status(201).json({
    object_id: shipment.id,
    status: 'SUCCESS',
    metadata: shipment.reference,
    rates: rates.map(({ id, carrier, service, amount, currency }) => ({ object_id: id, shipment: shipment.id, amount, currency, provider: carrier, servicelevel: { name: service, token: `${carrier}_${service}`.toLowerCase() } })),
    messages: wrong ? [{ source: 'Shippo Address Validator', code: '', text: `${wrong} The address could not be validated.` }] : rates.length > 0 ? [] : [{ source: 'USPS', code: '', text: 'No service is available for this parcel.' }],
  });
}

function buy(request: Request, response: Response, account: LabelAccount): void {
  const asked = buyShape.safeParse(request.body);
  const shipment = account.shipments.find(({ rates }) => rates.some(({ id }) => asked.success && id === asked.data.rate));
  const rate = shipment?.rates.find(({ id }) => asked.success && id === asked.data.rate);
  if (!shipment || !rate) return void response.status(400).json({ rate: ['Rate does not exist.'] });
  const sold = sell(account, shipment, rate);
  const refused = { object_id: newId(''), status: 'ERROR', rate: rate.id, messages: [{ source: 'Shippo', code: '', text: 'Your account has insufficient funds. Please update your payment method.' }] };
  response.status(201).json(sold ? told(sold, account) : refused);
}

function giveBack(request: Request, response: Response, account: LabelAccount): void {
  const asked = refundShape.safeParse(request.body);
  const sold = account.sold.find(({ id }) => asked.success && id === asked.data.transaction);
  if (!sold) return void response.status(400).json({ transaction: ['Transaction does not exist.'] });
  if (sold.refund === 'submitted') return void response.status(400).json({ transaction: ['A refund was already requested for this transaction.'] });
  sold.refund = account.rejectsRefunds ? 'rejected' : 'submitted';
  response.status(201).json({ object_id: newId(''), status: sold.refund === 'rejected' ? 'ERROR' : 'PENDING', transaction: sold.id });
}

/** What was taken to be done later is done once somebody has looked. */
function looked(sold: SoldLabel, account: LabelAccount) {
  if (sold.state === 'queued' && sold.looked > 0) sold.state = 'sold';
  sold.looked += 1;
  return told(sold, account);
}

function told({ id, rate, number, state, refund, qr }: SoldLabel, { paysBack }: LabelAccount) {
  const done = state === 'sold';
  const files = `https://deliver.goshippo.com/${id}`;
  return {
    object_id: id,
    status: !done ? 'QUEUED' : refund === 'submitted' ? (paysBack ? 'REFUNDED' : 'REFUNDPENDING') : refund === 'rejected' ? 'REFUNDREJECTED' : 'SUCCESS',
    rate: rate.id,
    tracking_number: done ? number : '',
    tracking_url_provider: done ? `https://track.example.com/${number}` : '',
    label_url: done ? `${files}.pdf` : '',
    qr_code_url: done && qr ? `${files}-qr.png` : null,
    messages: [],
  };
}
