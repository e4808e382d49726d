import type { LabelCardView, WaysBackView } from '#app/modules/labels/index.server.ts';
import { waysBackSetting } from '#app/modules/labels/ways/ways-back-setting.ts';

type Shown = LabelCardView['labels'][number];

const at = new Date('2026-11-20T09:00:00Z');
const page = 'https://river.example/apps/aftercare/return-label?key=k';

/** A label that EasyPost made, as the card shows it. */
export const bought: Shown = {
  id: '11111111-1111-4111-8111-111111111111', kind: 'label', maker: 'easypost', state: 'ready', current: true, place: null, carrier: 'USPS', service: 'GroundAdvantage', number: '9400111898560000000000',
  url: 'https://track.example/9400', cost: { minor: 684, currency: 'USD' }, refund: null, problem: null, problemWords: null, work: null, file: 'pdf', qr: null, attached: true, createdAt: at, readyAt: at,
  links: { file: page, page: `${page}&show=page`, qr: null },
};
const noLinks = { file: null, page: null, qr: null };

/** Every way a return may come back, as it may stand. */
export const shownLabels: Record<string, Shown> = {
  bought,
  code: { ...bought, kind: 'qr', qr: 'png', links: { ...bought.links, qr: `${page}&show=qr` } },
  refused: { ...bought, state: 'making', work: 'stuck', problem: 'funds', problemWords: 'Insufficient funds. Please add funds to your account.', carrier: null, service: null, number: null, url: null, cost: null, file: null, attached: false, links: noLinks },
  unanswered: { ...bought, state: 'making', work: 'running', problem: 'silent', problemWords: 'api.easypost.com answered 503.', cost: null, file: null, number: null, url: null, attached: false, links: noLinks },
  toUpload: { ...bought, maker: 'hand', state: 'wanted', carrier: null, service: null, number: null, url: null, cost: null, file: null, attached: false, links: noLinks },
  numbered: { ...bought, maker: 'hand', carrier: 'UPS', service: null, url: null, cost: null, file: null, links: noLinks },
  ownCarrier: { ...bought, kind: 'own_label', maker: 'customer', state: 'wanted', carrier: null, service: null, number: null, url: null, cost: null, file: null, attached: false, links: noLinks },
  place: { ...bought, kind: 'drop_off', maker: 'nobody', place: { id: '1', name: 'Kiosk Müller', address: 'Hauptstraße 1, 10115 Berlin', hours: 'Mo–Sa 8–18', url: '' }, carrier: null, service: null, number: null, url: null, cost: null, file: null, attached: false, links: noLinks },
  notTold: { ...bought, attached: false, work: 'stuck' },
  givenBack: { ...bought, state: 'ended', refund: 'asked', links: noLinks },
};

export const cardOf = (label: Shown | null): LabelCardView => ({
  returnId: '9001',
  labels: label ? [label, { ...bought, id: '22222222-2222-4222-8222-222222222222', current: false, state: 'ended', refund: 'refunded', links: noLinks }] : [],
  services: ['easypost', 'shippo'],
  currency: 'USD',
  key: '33333333-3333-4333-8333-333333333333',
});

export const settingsView: WaysBackView = {
  ways: {
    version: 1,
    value: {
      ...waysBackSetting.initial,
      label: { by: 'shippo', countries: ['US', 'CA'], qr: true, allowed: ['USPS', 'UPS Ground'] },
      own: { offered: true, countries: [] },
      places: [{ id: '44444444-4444-4444-8444-444444444444', kind: 'shop', name: 'River & Oak, Portland', address: '12 River St, Portland', hours: 'Mon to Sat 10 to 6', url: '', countries: [] }],
      packing: { en: 'Fold it.\nUse the bag it came in.' },
    },
  },
  accounts: [
    { service: 'easypost', name: 'EasyPost', connected: { keyEnd: '4f2a', at } },
    { service: 'shippo', name: 'Shippo', connected: null },
  ],
  locations: [{ id: '1', name: 'Warehouse' }],
  packing: [{ locale: 'en', words: 'Pack it.' }],
};
