import { describe, expect, it } from 'vitest';
import { customerLocales } from '#app/kernel/locales.ts';
import { previewMacro } from '#app/modules/inbox/index.server.ts';
import { macroStates } from '#app/modules/inbox/macros/macro-variables.ts';
import { situations } from '#app/modules/inbox/macros/situations/situation.ts';
import { situationTexts } from '#app/modules/inbox/macros/situations/texts.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { openInboxStage, seededStaff, seedTicket } from '../inbox-stage.ts';
import { addOrder } from '../outbox/stage.ts';

const stage = await openInboxStage();
const readAs = (ctx: ShopContext, text: string, more: Record<string, string> = {}) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ locale: 'en', with: 'newest', text, ...more })) form.set(name, value);
  return previewMacro(ctx, { form, staffId: seededStaff.mia, trackingUrl: (id) => `https://shop.example/${id}` });
};
/** A conversation of somebody about an order, which is theirs or not. */
async function about(ctx: ShopContext, { order, of, by, name, at }: { order: string; of: string; by: string; name: string; at?: Date }) {
  const id = await seedTicket(ctx, { email: by, name, ...(at ? { at } : {}) });
  await addOrder(ctx, order, { email: of });
  await ctx.tx((tx) => tx.orders.updateMany({ where: { id: order }, data: { fingerprint: 'read' } }));
  await ctx.tx((tx) => tx.ticket_orders.create({ data: { ticket_id: id, order_id: order, reason: 'named', linked_at: ctx.clock.now() } }));
  return id;
}

describe('how a macro reads', () => {
  it('is shown with the newest conversation whose order is its writer’s own', async () => {
    const ctx = await stage.newShop();
    const hers = await about(ctx, { order: '1', of: 'ada@example.com', by: 'ada@example.com', name: 'Ada Byron', at: new Date(ctx.clock.now().getTime() - 60_000) });
    await about(ctx, { order: '2', of: 'bob@example.com', by: 'mallory@example.com', name: 'Mallory' });
    expect(await readAs(ctx, 'Hi {{ first_name }}, {{ order_name }}: {{ tracking_url }} {{ agent_name }}')).toEqual({ is: 'read', text: 'Hi Ada, #1: https://shop.example/1?locale=en Mia Agent', of: { ticketId: hers, order: '#1' } });
  });

  it('is shown with an order that is made up where there is none, or where somebody chose so', async () => {
    const ctx = await stage.newShop();
    const text = 'It is {{ order_name }} {{ parcel_is }} {{ has_arrived }} {{ order_is }}';
    expect(await readAs(ctx, text)).toEqual({ is: 'read', text: 'It is #1001 late no sent', of: null });
    await about(ctx, { order: '1', of: 'ada@example.com', by: 'ada@example.com', name: 'Ada Byron' });
    expect(await readAs(ctx, text, { with: 'delivered' })).toEqual({ is: 'read', text: 'It is #1001 delivered yes sent', of: null });
    expect(await readAs(ctx, text, { with: 'unsent' })).toEqual({ is: 'read', text: 'It is #1001 unsent no open', of: null });
  });

  it('is shown whole for everything the app brings, in every language, wherever the parcel is', async () => {
    const ctx = await stage.newShop();
    for (const locale of customerLocales) {
      for (const situation of situations) {
        const read = await Promise.all(macroStates.parcel_is.map((where) => readAs(ctx, situationTexts[locale][situation], { locale, with: where })));
        for (const each of read) expect(each).toEqual({ is: 'read', of: null, text: expect.not.stringMatching(/undefined|null|\{|\}|\n{3}| [,.]/) });
      }
    }
  });

  it('says what is wrong in words that would fail, with its line', async () => {
    const ctx = await stage.newShop();
    expect(await readAs(ctx, 'Hallo\n{{ vorname }}', { locale: 'de' })).toEqual({ is: 'wrong', problems: [{ locale: 'de', line: 2, problem: 'unknown_variable', detail: 'vorname' }] });
  });
});
