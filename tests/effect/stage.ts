import { afterAll } from 'vitest';
import { effectReport, isHeldOut, watchHoldOut } from '#app/modules/effect/index.server.ts';
import { applyOrders } from '#app/modules/orders/index.server.ts';
import { after, day } from '#app/kernel/time.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { armOf, personMark, type Arm } from '../../app/modules/effect/arm.ts';
import { startHoldOut } from '../../app/modules/effect/start-hold-out.server.ts';
import { openShops } from '../orders/shop.ts';
import { order, second } from '../orders/snapshots.ts';

export const days = (count: number) => after(new Date(second(0)), count * day);
/** A parcel that is late and nothing else. */
export const late = { status: 'in_transit', cause: null, goingBack: false, troubles: [{ id: '1', kind: 'past_date', cause: null, since: days(0) }] } as const;

/** Shops in which parcels are late and customers write. */
export async function openEffectStage() {
  const { database, newShop } = await openShops();
  afterAll(() => database.close());
  return {
    async newShop({ email = 'merchant@nordlicht.example' }: { email?: string | null } = {}) {
      const bare = await newShop();
      const ctx = { ...bare, shop: { ...bare.shop, email } };
      const released: Date[] = [];
      const at = (moment: number): ShopContext => ({ ...ctx, clock: { now: () => days(moment) } });
      return {
        ctx,
        at,
        /** When those who had not been told were to be told after all. */
        released,
        start: (share: number, moment = 0) => startHoldOut(at(moment), { share, by: 'gid://shopify/StaffMember/1' }),
        /** Orders placed by persons of the given names. */
        place: (persons: readonly string[]) =>
          ctx.tx((tx) => applyOrders(tx, ctx.shop, persons.map((person) => order({ id: person, facts: { email: `person-${person}@example.com` } })), days(0))),
        /** Whether the customer of an order that is late then is held out. */
        ask: (person: string, moment: number, parcel: Parameters<typeof isHeldOut>[2]['parcel'] = { ...late, troubles: [...late.troubles] }, email = `person-${person}@example.com`) =>
          ctx.tx((tx) => isHeldOut(tx, ctx.shop, { order: { id: person, customerId: null, email }, parcel, now: days(moment) })),
        writes: (person: string, moment: number) =>
          ctx.tx((tx) => tx.problem_reports.create({ data: { id: `${person}-${moment}`, order_id: person, kind: 'not_arrived', locale: 'en', created_at: days(moment) } })),
        /** The names of so many persons who stand on a side. */
        persons: (arm: Arm, share: number, count: number, from = 1) => {
          const found: string[] = [];
          for (let name = from; found.length < count; name += 1) {
            const mark = personMark(ctx.shop.id, { customerId: null, email: `person-${name}@example.com` });
            if (mark && armOf(mark, share) === arm) found.push(String(name));
          }
          return found;
        },
        report: (moment: number) => effectReport(at(moment)),
        watch: (moment: number) => watchHoldOut(at(moment), (_tx, now) => Promise.resolve(void released.push(now))),
        mails: () => ctx.tx((tx) => tx.outbox.findMany()),
        story: () => ctx.tx((tx) => tx.journal.findMany({ where: { type: { startsWith: 'holdout.' } }, orderBy: { id: 'asc' } })),
        enrolled: () => ctx.tx((tx) => tx.enrolments.findMany({ orderBy: { enrolled_at: 'asc' } })),
      };
    },
  };
}
