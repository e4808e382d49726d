import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { portalIsOpen } from '#app/modules/returns/index.server.ts';
import { readSetting, type Current } from '#app/modules/settings/index.server.ts';
import { expectedReply } from '../promises/expected-reply.server.ts';
import { promiseSetting } from '../promises/promise-setting.ts';
import { ackText } from './receipt/ack-text.ts';
import { replySetting, type ReplySettings } from './reply-setting.ts';

/** How answers leave, as the settings show it. */
export interface RepliesView {
  replies: Current<ReplySettings>;
  /** What whoever wrote now would read, in the reader's language. */
  sample: string;
}

/** How answers leave, and what an acknowledgement would say at this moment. */
export function repliesView(ctx: ShopContext, locale: string): Promise<RepliesView> {
  return ctx.tx(async (tx) => {
    const { published } = (await readSetting(tx, promiseSetting)).value;
    const expectedAt = published ? await expectedReply(tx, ctx.shop, { channel: 'email', now: ctx.clock.now() }) : null;
    return { replies: await readSetting(tx, replySetting), sample: ackText({ locale, shop: ctx.shop, ticketId: 1001, expectedAt, orders: [], takesReturns: await portalIsOpen(tx) }) };
  });
}
