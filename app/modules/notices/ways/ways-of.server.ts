import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Category } from '#app/modules/outbox/index.server.ts';
import { connections, smsTerms, type Connections } from '#app/modules/sending/index.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import type { NoticeKind } from '../kinds.ts';
import { readReach, type Reach } from './reach.server.ts';
import type { Closed, NoticeWays, Way, WayName } from './way.ts';
import { chosenWays, waysSetting } from './ways-setting.ts';
import { templateFor, templatesSetting, type TemplatesSetting } from './whatsapp-templates.ts';

interface Told {
  id: string;
  name: string;
  email: string | null;
  customerId: string | null;
  locale: string | null;
}

/** What decides whether a way is open. */
interface Known {
  order: Told;
  kind: NoticeKind;
  category: Category;
  reach: Reach;
  connected: Connections;
  templates: TemplatesSetting;
}

/**
 * The ways one notice takes to the customer of one order: what the merchant chose for its kind, as far as the person can be reached there and
 * agreed to it. Where nothing that was chosen is open, it goes by mail. `service` is about their own order; anything else asks for consent to marketing.
 */
export async function waysOf(tx: ShopTx, house: { hasHouseSms: boolean }, order: Told, kind: NoticeKind, category: Category = 'service'): Promise<NoticeWays> {
  const chosen = chosenWays((await readSetting(tx, waysSetting)).value, kind);
  const onlyMail = chosen.every((way) => way === 'email');
  if (onlyMail && category === 'service') return order.email === null ? { open: [], closed: [{ channel: 'email', because: 'no_address' }] } : { open: [{ channel: 'email', to: order.email }], closed: [] };
  const known: Known = { order, kind, category, reach: await readReach(tx, order), connected: await connections(tx, house), templates: (await readSetting(tx, templatesSetting)).value };
  const found = chosen.map((channel) => ({ channel, found: doors[channel](known) }));
  const open = found.flatMap(({ found: way }) => (typeof way === 'string' ? [] : [way]));
  const closed = found.flatMap(({ channel, found: because }) => (typeof because === 'string' ? [{ channel, because }] : []));
  const mail = open.length === 0 && !chosen.includes('email') ? doors.email(known) : 'no_address';
  return { open: typeof mail === 'string' ? open : [mail], closed };
}

const doors: Readonly<Record<WayName, (known: Known) => Way | Closed>> = {
  email: byAddress('email'),
  sms({ reach: { phone, own, consent }, category, connected }) {
    if (!connected.sms) return 'not_connected';
    if (phone === null) return 'no_address';
    const to = category !== 'service' || smsTerms(phone.country).asksConsent ? agreedNumber(own, consent.sms) : phone;
    if (to === null) return 'no_consent';
    if (smsTerms(to.country).asksSender && !connected.smsCountries.includes(to.country)) return 'no_sender';
    return { channel: 'sms', to: to.number };
  },
  whatsapp({ reach: { phone, own, consent }, category, connected, templates, kind, order }) {
    if (!connected.whatsapp) return 'not_connected';
    if (phone === null) return 'no_address';
    const to = category !== 'service' || templates.agreed === 'shopify' ? agreedNumber(own, consent.whatsapp) : phone;
    if (to === null) return 'no_consent';
    const template = templateFor(templates, kind, order.locale);
    return template ? { channel: 'whatsapp', to: to.number, template } : 'no_template';
  },
  klaviyo: (known) => (known.connected.klaviyo ? byAddress('klaviyo')(known) : 'not_connected'),
  flow({ reach: { email, consent }, category, order }) {
    if (category !== 'service' && !isAgreed(consent.email, category)) return 'no_consent';
    // Who has no address is found by the order: a workflow need not write a mail.
    return { channel: 'flow', to: email ?? order.name };
  },
};

/** Consent is that of the customer's own number; another one, given with an order, may be somebody else's. */
function agreedNumber(own: Reach['own'], consent: string | null): Reach['own'] {
  return consent === 'subscribed' ? own : null;
}

/** What ends as a mail, whoever writes it. */
function byAddress(channel: 'email' | 'klaviyo') {
  return ({ reach: { email, consent }, category }: Known): Way | Closed => {
    if (email === null) return 'no_address';
    return category === 'service' || isAgreed(consent.email, category) ? { channel, to: email } : 'no_consent';
  };
}

/** A request for a review goes to who did not refuse; what advertises only to who agreed. */
function isAgreed(consent: string | null, category: Category): boolean {
  return category === 'review' ? consent !== 'unsubscribed' : consent === 'subscribed';
}
