import { describe, expect, it } from 'vitest';
import { saveWords } from '#app/modules/own-words/index.server.ts';
import { trials } from '../../app/modules/notices/own-words/variables.ts';
import { checkpoint } from '../orders/snapshots.ts';
import { berlinOrder, hours, openNoticesStage, parcel } from '../notices/stage.ts';
import { profile } from './profiles.ts';
import { plan } from './stage.ts';

const stage = await openNoticesStage();
const day = (later: number) => hours(later).slice(0, 10);
const season = profile({ from: day(0), to: day(30), arriveBy: '', lastOrders: [], notes: { shipped: {}, delivered: { en: 'Thank you for <waiting>.' } } });
const told = async (shop: Awaited<ReturnType<typeof stage.newShop>>) => Object.fromEntries((await shop.messages()).map(({ kind, text_body, html_body }) => [kind.replace('notices.', ''), { text: text_body, html: html_body ?? '' }]));

describe('notices in a busy time', () => {
  it('say so in the kinds that were chosen, after their own words, and no others do', async () => {
    const shop = await stage.newShop();
    await plan(shop.ctx, [season]);
    await shop.hear(1, berlinOrder(), parcel());
    await shop.hear(2, checkpoint('1', '1', '1', 'out_for_delivery', hours(2)));
    await shop.hear(3, checkpoint('2', '1', '1', 'delivered', hours(3)));
    const { shipped, out_for_delivery: onTheVan, delivered } = await told(shop);
    expect(shipped?.text).toMatch(/left us[^]*It is our busiest time of the year/);
    expect(onTheVan?.text).not.toContain('busiest');
    expect(delivered?.html).toContain('Thank you for &lt;waiting&gt;.');
  });

  it('keep a merchant’s own words beside it', async () => {
    const shop = await stage.newShop();
    await saveWords(shop.at(0), { kind: 'shipped', locale: 'en', words: { email: { subject: 'Gone!', heading: 'Gone', body: 'It is gone.' } }, after: 0, by: null, trials });
    await plan(shop.ctx, [season]);
    await shop.hear(1, berlinOrder(), parcel());
    expect((await told(shop)).shipped?.text).toMatch(/It is gone\.\s+It is our busiest time/);
  });

  it('are as ever once it was ended by hand, a moment before', async () => {
    const shop = await stage.newShop();
    await plan(shop.ctx, [{ ...season, endedAt: new Date(Date.parse(hours(1)) - 1).toISOString() }]);
    await shop.hear(1, berlinOrder(), parcel());
    expect((await told(shop)).shipped?.text).not.toContain('busiest');
  });
});
