import type { TruthCheck } from '#app/modules/outbox/index.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { factsOf } from './fact.ts';
import { isNoticeKind } from './kinds.ts';
import { isOn, noticesSetting } from './notices-setting.ts';
import { readNoticeOrder } from './read-order.server.ts';

/** Whether a notice that waits in the outbox still says what is so, and is still wanted. */
export const noticesStillTrue: TruthCheck = {
  kinds: 'notices.',
  async stillTrue(tx, { id, order_id: orderId }, now) {
    const told = await tx.notices.findMany({ where: { message_id: id }, select: { fact: true, kind: true } });
    const order = orderId === null ? null : await readNoticeOrder(tx, orderId, now);
    const { value: setting } = await readSetting(tx, noticesSetting);
    if (told.some(({ kind }) => isNoticeKind(kind) && !isOn(setting, kind))) return { untrue: 'This kind of notice was switched off.' };
    const facts = order ? factsOf(order) : [];
    return told.some(({ fact }) => facts.some(({ key }) => key === fact)) || { untrue: 'It was no longer true when its turn came.' };
  },
};
