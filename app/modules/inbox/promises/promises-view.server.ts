import { customerLocales } from '#app/kernel/locales.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readHours } from '#app/modules/hours/index.server.ts';
import { readSetting, type Current } from '#app/modules/settings/index.server.ts';
import type { TicketChannel } from '../tickets/ticket.ts';
import { expectedReply } from './expected-reply.server.ts';
import { promiseSetting, type Promises } from './promise-setting.ts';
import { publishedPromise } from './published-promise.ts';

/** What the shop promises, as its settings show it. */
export interface PromisesView {
  promises: Current<Promises>;
  /** What customers read of it on the contact form, language by language. */
  published: { locale: string; text: string }[];
  /** When whoever wrote now could count on an answer, by the channel they write on. */
  expected: { channel: TicketChannel; at: Date }[];
}

/** Where customers begin to write by themselves, and are told when an answer comes. */
const told = ['email', 'form'] as const satisfies readonly TicketChannel[];

/** The promises, what is published of them, and what they come to at this moment. */
export async function promisesView(ctx: ShopContext): Promise<PromisesView> {
  const now = ctx.clock.now();
  return ctx.tx(async (tx) => {
    const promises = await readSetting(tx, promiseSetting);
    const hours = await readHours(tx, ctx.shop);
    const expected: PromisesView['expected'] = [];
    for (const channel of told) {
      const at = await expectedReply(tx, ctx.shop, { channel, now });
      if (at) expected.push({ channel, at });
    }
    return {
      promises,
      published: customerLocales.flatMap((locale) => {
        const text = publishedPromise(promises.value, hours, { channel: 'form', wishes: [locale], now });
        return text === null ? [] : [{ locale, text }];
      }),
      expected,
    };
  });
}
