import { importProgress, ordersNeedingAttention, ordersOverview } from '#app/modules/orders/index.server.ts';
import { listMessages } from '#app/modules/outbox/index.server.ts';
import { listDataRequests } from '#app/modules/privacy/index.server.ts';
import { readSetting, setupSetting } from '#app/modules/settings/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { HomeOverview } from './views.ts';

const rowsShown = 8;

/** What the home page shows: how the shop stands, what needs a person, and what is left to set up. */
export async function homeOverview(ctx: ShopContext): Promise<HomeOverview> {
  const [figures, attention, history, requests, setup, senderTested] = await Promise.all([
    ordersOverview(ctx),
    ordersNeedingAttention(ctx, rowsShown),
    importProgress(ctx),
    listDataRequests(ctx),
    ctx.tx((tx) => readSetting(tx, setupSetting)),
    testMessageArrived(ctx),
  ]);
  return {
    access: ctx.shop.access,
    figures,
    attention,
    history,
    waitingDataRequests: requests.filter((request) => request.deliveredAt === null).length,
    setup: {
      dismissed: setup.value.dismissed,
      historyImported: history?.state === 'done',
      trackingPageOpened: setup.value.trackingPageOpened,
      senderTested,
    },
  };
}

async function testMessageArrived(ctx: ShopContext): Promise<boolean> {
  const { messages } = await listMessages(ctx, { state: 'sent' });
  return messages.some(({ kind }) => kind === 'outbox.test');
}
