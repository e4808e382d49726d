import { chainsInTrouble } from '#app/modules/compensation/index.server.ts';
import { failingMailboxes, hasProvedAddress } from '#app/modules/inbox/index.server.ts';
import { failingWords } from '#app/modules/notices/index.server.ts';
import { importProgress, ordersNeedingAttention, ordersOverview } from '#app/modules/orders/index.server.ts';
import { listMessages } from '#app/modules/outbox/index.server.ts';
import { ordersInTrouble, troubleFigures, troubleGroups } from '#app/modules/parcels/index.server.ts';
import { listDataRequests } from '#app/modules/privacy/index.server.ts';
import { portalIsOpen } from '#app/modules/returns/index.server.ts';
import { sendingTroubles } from '#app/modules/sending/index.server.ts';
import { readSetting, setupSetting } from '#app/modules/settings/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { HomeOverview } from './views.ts';

const rowsShown = 8;
const groupsShown = 4;
/** Most of what waits is told by troubles already: enough is read that something is left to show. */
const rowsRead = 50;

/** What the home page shows: how the shop stands, what needs a person, and what is left to set up. */
export async function homeOverview(ctx: ShopContext): Promise<HomeOverview> {
  const [figures, waiting, troubles, groups, history, requests, setup, senderTested, failing, sending, stopped, returnsOpen, failingMail, addressProved] = await Promise.all([
    ordersOverview(ctx),
    ordersNeedingAttention(ctx, rowsRead),
    troubleFigures(ctx),
    troubleGroups(ctx, 'cause'),
    importProgress(ctx),
    listDataRequests(ctx),
    ctx.tx((tx) => readSetting(tx, setupSetting)),
    testMessageArrived(ctx),
    failingWords(ctx),
    ctx.tx((tx) => sendingTroubles(tx, ctx.clock.now())),
    ctx.tx((tx) => chainsInTrouble(tx)),
    ctx.tx(portalIsOpen),
    ctx.tx(failingMailboxes),
    ctx.tx(hasProvedAddress),
  ]);
  const told = await ctx.tx((tx) => ordersInTrouble(tx, waiting.map(({ id }) => id)));
  const attention = waiting.filter(({ id }) => !told.has(id));
  return {
    access: ctx.shop.access,
    figures,
    troubles: { open: troubles.open, groups: groups.slice(0, groupsShown).flatMap(({ kind, cause, count }) => (kind ? [{ kind, cause, count }] : [])) },
    attention: attention.slice(0, rowsShown),
    failingWords: failing,
    failingMail,
    stopped: stopped.length,
    sending,
    history,
    waitingDataRequests: requests.filter((request) => request.deliveredAt === null).length,
    setup: {
      dismissed: setup.value.dismissed,
      historyImported: history?.state === 'done',
      trackingPageOpened: setup.value.trackingPageOpened,
      senderTested,
      addressProved,
      returnsOpen,
    },
  };
}

async function testMessageArrived(ctx: ShopContext): Promise<boolean> {
  const { messages } = await listMessages(ctx, { state: 'sent' });
  return messages.some(({ kind }) => kind === 'outbox.test');
}
