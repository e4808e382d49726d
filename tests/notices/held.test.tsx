import { describe, expect, it } from 'vitest';
import { heldNotices, heldReasons, orderNotices } from '#app/modules/notices/index.server.ts';
import { HeldCard } from '#app/modules/notices/ui/rules/held-card.tsx';
import { HeldReasons } from '#app/modules/notices/ui/rules/held-reasons.tsx';
import { OrderNoticesCard } from '#app/modules/notices/ui/rules/order-notices-card.tsx';
import rulesEn from '#app/modules/notices/ui/rules/i18n/en.json' with { type: 'json' };
import { messagesOverview } from '#app/modules/outbox/index.server.ts';
import { OverviewCard } from '#app/modules/outbox/ui/overview-card.tsx';
import { changeSetting } from '#app/modules/settings/index.server.ts';
import { listedTraits, measuredTraits } from '../../app/modules/notices/condition.ts';
import type { HeldFor } from '../../app/modules/notices/held-for.ts';
import { initialRules } from '../../app/modules/notices/kind-rules.ts';
import { noticesSetting } from '../../app/modules/notices/notices-setting.ts';
import { render, textOf } from '../admin-ui/stage.tsx';
import { berlinOrder, hours, openNoticesStage, parcel } from './stage.ts';

const stage = await openNoticesStage();

/** Two orders that left: one is held back, of the other it is not told yet. */
async function waitingShop() {
  const shop = await stage.newShop();
  await shop.hear(1, berlinOrder({ email: null }), parcel());
  await changeSetting(shop.at(1), noticesSetting, { value: { kinds: {}, rules: { shipped: { ...initialRules('shipped'), waitHours: 48 } } }, version: 0, by: null });
  const second = { ...berlinOrder({ name: '#2' }, hours(2)), id: '2' };
  await shop.hear(2, second, { ...parcel(), id: '2', orderId: '2', lines: [{ order_line_id: '21', quantity: 2 }] });
  return shop;
}

describe('what was not told', () => {
  it('stands on the page of its kind with the reason and the order, beside what waits', async () => {
    const shop = await waitingShop();
    const held = await heldNotices(shop.at(3), 'shipped');
    expect(held).toMatchObject({ waiting: 1, reasons: [{ reason: 'no_address', count: 1 }], latest: [{ orderId: '1', orderName: '#1', reason: 'no_address' }] });
    expect(held.next?.toISOString().slice(0, 13)).toBe('2026-11-03T08');
    const words = textOf(render({ children: <HeldCard held={held} /> }));
    for (const part of ['1 waits for its moment: Nov 3', 'There is nothing to reach the customer by', '#1']) expect(words).toContain(part);
    expect(await heldNotices(shop.at(3 + 31 * 24), 'delay')).toEqual({ waiting: 0, next: null, reasons: [], latest: [] });
  });

  it('is counted by its reasons beside what the outbox held back', async () => {
    const shop = await waitingShop();
    const reasons = await heldReasons(shop.at(3));
    expect([reasons, await heldReasons(shop.at(3 + 31 * 24))]).toEqual([[{ reason: 'no_address', count: 1 }], []]);
    const overview = await messagesOverview(shop.at(3));
    expect(textOf(render({ children: <OverviewCard overview={overview} before={<HeldReasons reasons={reasons} />} /> }))).toMatch(/There is nothing to reach the customer by\s*1/);
  });

  it('stands on the page of its order', async () => {
    const shop = await waitingShop();
    const said = async (order: string) => textOf(render({ children: <OrderNoticesCard notices={await orderNotices(shop.at(3), order)} /> }));
    expect(await said('1')).toContain('held back');
    expect(await said('2')).toContain('due Nov 3');
    expect((await said('3')).trim()).toBe('');
  });

  it('has words for every reason', () => {
    const always: readonly HeldFor[] = ['no_longer_true', 'switched_off', 'too_late', 'told_by_staff', 'something_open', 'no_review_page', 'held_out', 'no_address', 'no_consent', 'no_sender'];
    const reasons: readonly HeldFor[] = [...always, ...[...listedTraits, ...measuredTraits].map((trait): HeldFor => `audience_${trait}`)];
    expect(Object.keys(rulesEn.held)).toEqual(expect.arrayContaining([...reasons]));
  });
});
