import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hoursSetting, isOpenAt } from '#app/modules/hours/index.server.ts';
import { changeSetting } from '#app/modules/settings/index.server.ts';
import { audienceSchema } from '../../app/modules/notices/audience.ts';
import { rulesSchema } from '../../app/modules/notices/kind-rules.ts';
import { isNoticeKind, noticeKinds } from '../../app/modules/notices/kinds.ts';
import { noticesSetting, rulesOf } from '../../app/modules/notices/notices-setting.ts';
import { checkpoint, fulfillment } from '../orders/snapshots.ts';
import { berlinOrder, hours, openNoticesStage, parcel } from './stage.ts';

const stage = await openNoticesStage();

const audience = fc.constantFrom([], [{ trait: 'country', is: 'one_of', values: ['DE'] }], [{ trait: 'country', is: 'none_of', values: ['DE'] }]);
const rules = fc
  .record({ waitHours: fc.constantFrom(0, 0, 3, 30), inBusinessHours: fc.boolean(), gatherHours: fc.constantFrom(null, 12), audience })
  .map((chosen) => rulesSchema.parse(chosen));
const statuses = ['in_transit', 'out_for_delivery', 'attempted_delivery', 'delivered', 'failure'];
/** Something that happens to one of two parcels, and when it is heard of. */
const event = fc.record({ status: fc.constantFrom(...statuses), of: fc.constantFrom('1', '2'), at: fc.integer({ min: 2, max: 70 }), heardAfter: fc.integer({ min: 0, max: 20 }) });

it('whatever the rules and the order of events, nothing is told twice, too early, at closed doors, or to who is not meant', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.tuple(fc.constantFrom(...noticeKinds), rules), { minLength: 4, selector: ([kind]) => kind }), fc.array(event, { minLength: 2, maxLength: 5 }), async (chosen, events) => {
      const shop = await stage.newShop();
      const setting = { kinds: { in_transit: { on: true, since: hours(0) } }, rules: Object.fromEntries(chosen) };
      await changeSetting(shop.at(0), noticesSetting, { value: setting, version: 0, by: null });
      await shop.hear(1, berlinOrder(), parcel(), fulfillment({ id: '2', orderId: '1', numbers: ['00340434161094022122'] }));
      const heard = events.map((one, id) => ({ ...one, id, moment: one.at + one.heardAfter })).sort((left, right) => left.moment - right.moment);
      for (const { id, of, status, at, moment } of heard) await shop.hear(moment, checkpoint(String(id), '1', of, status, hours(at)));
      for (let moment = 91; moment < 190; moment += 7) await shop.decide(moment);

      const notices = await shop.notices();
      expect(new Set(notices.map(({ fact }) => fact)).size).toBe(notices.length);
      expect(notices.filter(({ state }) => state === 'planned')).toEqual([]);
      const messages = (await shop.messages()).map(({ id }) => id);
      const told = notices.filter(({ state }) => state === 'queued');
      expect(new Set(told.map(({ message_id }) => message_id)).size).toBe(messages.length);
      for (const { kind, happened_at, settled_at, expires_at } of told) {
        if (!isNoticeKind(kind) || !settled_at) throw new Error(`Told without a moment or a kind: ${kind}`);
        const { waitHours, inBusinessHours, audience: meant } = rulesOf(setting, kind);
        if (kind !== 'shipped') expect(settled_at.getTime()).toBeGreaterThanOrEqual(happened_at.getTime() + waitHours * 3_600_000);
        expect(settled_at < expires_at).toBe(true);
        if (inBusinessHours) expect(isOpenAt({ ...hoursSetting.initial, zone: 'Europe/Berlin' }, settled_at)).toBe(true);
        expect(audienceSchema.parse([{ trait: 'country', is: 'none_of', values: ['DE'] }])).not.toEqual(meant);
      }
    }),
    { numRuns: 12 },
  );
}, 180_000);
