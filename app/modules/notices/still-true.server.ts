import { after, hour } from '#app/kernel/time.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readHours } from '#app/modules/hours/index.server.ts';
import type { Claimant, TruthCheck } from '#app/modules/outbox/index.server.ts';
import { reviewsOffUntil } from '#app/modules/peak/index.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { factsOf } from './fact.ts';
import { isNoticeKind, kindTerms } from './kinds.ts';
import { openMoment } from './moments.ts';
import { isOn, noticesSetting, rulesOf } from './notices-setting.ts';
import { readContentments } from './read-contentment.server.ts';
import { readNoticeOrders } from './read-order.server.ts';
import { readReturnsToTell } from './read-returns-to-tell.server.ts';
import { returnFacts, returnKinds } from './return-facts.ts';
import { reviewFact } from './review.ts';
import { factsTold } from './store.server.ts';
import { tellRestAnew } from './tell-rest-anew.server.ts';

/** Whether a notice that waits in the outbox still says what is so, is still wanted, and may leave at this hour. */
export const noticesStillTrue = ({ shop }: Pick<ShopContext, 'shop'>): TruthCheck => ({
  kinds: 'notices.',
  async stillTrue(tx, messages, now) {
    const toldBy = await factsTold(tx, messages);
    const orderIds = messages.flatMap(({ order_id }) => order_id ?? []);
    const orders = await readNoticeOrders(tx, orderIds, now);
    const { value: setting } = await readSetting(tx, noticesSetting);
    const hours = await readHours(tx, shop);
    const contentments = await readContentments(tx, messages.some(({ id }) => toldBy(id).some(({ kind }) => kind === 'review')) ? orderIds : []);
    const returns = await readReturnsToTell(tx, messages.some(({ id }) => toldBy(id).some(({ kind }) => returnKinds.some((one) => one === kind))) ? orderIds : []);
    const noReviews = await reviewsOffUntil(tx, shop, now);
    const factsNow = (orderId: string) => {
      const order = orders.get(orderId);
      const contentment = contentments.get(orderId);
      return order ? [...factsOf(order), ...returnFacts(order, returns.get(orderId) ?? []), ...(contentment ? reviewFact(order, contentment) : [])] : [];
    };
    const stillSo = ({ id, order_id: orderId }: Claimant) => {
      const so = new Set(orderId === null ? [] : factsNow(orderId).map(({ key }) => key));
      return toldBy(id).filter(({ fact }) => so.has(fact));
    };
    const partly = messages.filter((message) => stillSo(message).length > 0 && stillSo(message).length < toldBy(message.id).length);
    await tellRestAnew(tx, partly.flatMap((message) => stillSo(message).flatMap(({ fact }) => (message.order_id === null ? [] : { orderId: message.order_id, fact }))));
    return (message) => {
      const { id, order_id: orderId } = message;
      if (orderId === null) return true;
      if (partly.includes(message)) return { untrue: 'Of one parcel that it names it was no longer true; of the others it is told anew.' };
      const told = toldBy(id);
      const kinds = told.map(({ kind }) => kind).filter(isNoticeKind);
      if (kinds.some((kind) => !isOn(setting, kind))) return { untrue: 'This kind of notice was switched off.' };
      const contentment = kinds.includes('review') ? contentments.get(orderId) : undefined;
      if (contentment?.open) return { wait: after(now, 12 * hour), because: 'Something about the order is open.' };
      if (contentment && noReviews) return { wait: noReviews, expires: after(noReviews, kindTerms.review.life), because: 'Nobody is asked for a review in a busy time.' };
      if (stillSo(message).length === 0) return { untrue: 'It was no longer true when its turn came.' };
      const opening = kinds.some((kind) => rulesOf(setting, kind).inBusinessHours) ? openMoment(hours, now) : now;
      return opening <= now || { wait: opening, because: 'This kind of notice leaves in business hours only.' };
    };
  },
});
