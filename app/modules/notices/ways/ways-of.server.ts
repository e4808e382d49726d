import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Category } from '#app/modules/outbox/index.server.ts';
import { smsAccountOf, smsTerms } from '#app/modules/sending/index.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import type { NoticeKind } from '../kinds.ts';
import { readReach, type Reach } from './reach.server.ts';
import type { Closed, NoticeWays, Way, WayName } from './way.ts';
import { chosenWays, waysSetting } from './ways-setting.ts';

interface Told {
  id: string;
  email: string | null;
  customerId: string | null;
}

/**
 * The ways one notice takes to the customer of one order: what the merchant chose for its kind, as far as the person can be reached there and
 * agreed to it. Where nothing that was chosen is open, it goes by mail. `service` is about their own order; anything else asks for consent to marketing.
 */
export async function waysOf(tx: ShopTx, order: Told, kind: NoticeKind, category: Category = 'service'): Promise<NoticeWays> {
  const chosen = chosenWays((await readSetting(tx, waysSetting)).value, kind);
  const onlyMail = chosen.every((way) => way === 'email');
  if (onlyMail && category === 'service') return order.email === null ? { open: [], closed: [{ channel: 'email', because: 'no_address' }] } : { open: [{ channel: 'email', to: order.email }], closed: [] };
  const reach = await readReach(tx, order);
  const registered = chosen.includes('sms') ? ((await smsAccountOf(tx))?.senders ?? []).map(({ country }) => country) : [];
  const found = chosen.map((channel) => ({ channel, found: wayBy(channel, reach, category, registered) }));
  const open = found.flatMap(({ found: way }) => (typeof way === 'string' ? [] : [way]));
  const closed = found.flatMap(({ channel, found: because }) => (typeof because === 'string' ? [{ channel, because }] : []));
  const mail = open.length === 0 && !chosen.includes('email') ? wayBy('email', reach, category, []) : 'no_address';
  return { open: typeof mail === 'string' ? open : [mail], closed };
}

function wayBy(channel: WayName, reach: Reach, category: Category, registered: readonly string[]): Way | Closed {
  if (channel === 'email') {
    if (reach.email === null) return 'no_address';
    return category === 'service' || isAgreed(reach.consent.email, category) ? { channel, to: reach.email } : 'no_consent';
  }
  if (reach.phone === null) return 'no_address';
  const { asksConsent, asksSender } = smsTerms(reach.phone.country);
  if (asksSender && !registered.includes(reach.phone.country)) return 'no_sender';
  if (reach.consent.sms !== 'subscribed' && (asksConsent || category !== 'service')) return 'no_consent';
  return { channel, to: reach.phone.number };
}

/** A request for a review goes to who did not refuse; what advertises only to who agreed. */
function isAgreed(consent: string | null, category: Category): boolean {
  return category === 'review' ? consent !== 'unsubscribed' : consent === 'subscribed';
}
