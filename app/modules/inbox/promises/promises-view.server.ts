import { customerLocales } from '#app/kernel/locales.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readHours } from '#app/modules/hours/index.server.ts';
import { readSetting, type Current } from '#app/modules/settings/index.server.ts';
import { expectedReply } from './expected-reply.server.ts';
import { promiseSetting, type Promises } from './promise-setting.ts';
import { publishedPromise } from './published-promise.ts';

/** What the shop promises, as its settings show it. */
export interface PromisesView {
  promises: Current<Promises>;
  /** What customers who write by mail read of it, language by language. */
  published: { locale: string; text: string }[];
  /** When whoever wrote now could count on an answer. */
  expectedAt: Date | null;
}

/** The promises, what is published of them, and what they come to at this moment. */
export async function promisesView(ctx: ShopContext): Promise<PromisesView> {
  const now = ctx.clock.now();
  return ctx.tx(async (tx) => {
    const promises = await readSetting(tx, promiseSetting);
    const hours = await readHours(tx, ctx.shop);
    return {
      promises,
      published: customerLocales.flatMap((locale) => {
        const text = publishedPromise(promises.value, hours, { channel: 'email', wishes: [locale], now });
        return text === null ? [] : [{ locale, text }];
      }),
      expectedAt: await expectedReply(tx, ctx.shop, now),
    };
  });
}
