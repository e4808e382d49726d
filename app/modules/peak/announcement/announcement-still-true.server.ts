import type { TruthCheck } from '#app/modules/outbox/index.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { stageOf } from '../in-force.ts';
import { peakSetting } from '../profile.ts';
import { subscribedOf } from './audience.server.ts';

/** Whether an announcement that waits in the outbox is still planned, and its reader still agrees. */
export const announcementStillTrue = ({ shop }: Pick<ShopContext, 'shop'>): TruthCheck => ({
  kinds: 'peak.',
  async stillTrue(tx, messages, now) {
    const { value: profiles } = await readSetting(tx, peakSetting);
    const subscribed = await subscribedOf(tx, messages.flatMap(({ customer_id }) => customer_id ?? []));
    return ({ topic, customer_id: customerId }) => {
      const profile = profiles.find(({ id }) => topic?.startsWith(`peak:${id}:`));
      if (!profile?.announcement.on || stageOf(profile, shop.ianaTimezone, now) === 'over') return { untrue: 'The busy time was ended, or is not announced any more.' };
      return (customerId !== null && subscribed.has(customerId)) || { untrue: 'The customer does not agree to marketing emails any more.' };
    };
  },
});
