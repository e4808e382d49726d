import { isbot } from 'isbot';
import { readSetting } from '#app/modules/settings/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { noteEvent } from '../note-event.server.ts';
import { voiceSetting } from '../voice-setting.ts';
import { messageOfMark } from './message-link.ts';
import { messageOfShortKey } from './short-link.ts';

/**
 * Notes, once, that somebody came by the link of a message: when, and nothing about who. Mail programs and scanners that only look are not
 * counted, as far as they say what they are. What fails here is logged and keeps nobody from their page.
 */
export async function noteFollowed(request: Request, ctx: ShopContext, secrets: readonly string[]): Promise<void> {
  const messageId = request.method === 'GET' ? messageNamed(new URL(request.url).searchParams, ctx.shop.id, secrets) : null;
  if (messageId === null || onlyLooks(request.headers)) return;
  try {
    await ctx.tx(async (tx) => {
      if (!(await readSetting(tx, voiceSetting)).value.noteFollowed) return;
      const message = await tx.outbox.findFirst({ where: { id: messageId, opened_at: null } });
      if (message) await noteEvent(tx, message, { event: 'followed', at: ctx.clock.now(), detail: null });
    });
  } catch (error) {
    ctx.log.warn({ error, messageId: String(messageId) }, 'a followed link was not noted');
  }
}

function messageNamed(query: URLSearchParams, shopId: number, secrets: readonly string[]): bigint | null {
  const mark = query.get('m');
  const key = query.get('s');
  return mark !== null ? messageOfMark(shopId, mark, secrets) : key === null ? null : messageOfShortKey(shopId, key, secrets);
}

function onlyLooks(headers: Headers): boolean {
  return isbot(headers.get('user-agent') ?? '') || /prefetch|preview/i.test(`${headers.get('sec-purpose')} ${headers.get('purpose')} ${headers.get('x-purpose')}`);
}
