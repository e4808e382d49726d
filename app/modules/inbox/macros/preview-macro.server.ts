import { z } from 'zod';
import { customerLocales } from '#app/kernel/locales.ts';
import { dayIn } from '#app/kernel/time.ts';
import { checkText, renderText } from '#app/modules/own-words/index.server.ts';
import { portalIsOpen } from '#app/modules/returns/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { TicketFacts } from '../facts/facts.ts';
import { ticketFacts } from '../facts/ticket-facts.server.ts';
import { agentVoice } from './agent-voice.server.ts';
import { macroTrials, macroValues } from './macro-values.ts';
import { macroStates } from './macro-variables.ts';
import type { MacroProblem } from './save-macro.server.ts';
import { sampleFacts } from './sample-facts.ts';

/** How words read. `of`: the conversation they were read with; null: a made-up one. */
export type MacroPreview = { is: 'read'; text: string; of: { ticketId: number; order: string } | null } | { is: 'wrong'; problems: MacroProblem[] };

interface Asked {
  form: FormData;
  staffId: string | null;
  trackingUrl(orderId: string): string;
}

const asked = z.object({ locale: z.enum(customerLocales).catch('en'), text: z.string(), with: z.enum(['newest', ...macroStates.parcel_is]).catch('newest') });
const mostTried = 5;

/** How a macro's words would read to a customer, as they stand and before they are kept: with the newest conversation about an order, or with an order made up for it. */
export async function previewMacro(ctx: ShopContext, { form, staffId, trackingUrl }: Asked): Promise<MacroPreview> {
  const { locale, text, with: wanted } = asked.parse({ locale: form.get('locale'), text: String(form.get('text') ?? ''), with: form.get('with') });
  const problems = checkText(text, macroTrials).map(({ line, problem, detail }) => ({ locale, line, problem, detail }));
  if (problems.length > 0) return { is: 'wrong', problems };
  return ctx.tx(async (tx) => {
    const now = ctx.clock.now();
    const newest = wanted === 'newest' ? await newestFacts(tx, ctx, now) : null;
    const { ianaTimezone, name: shopName, currency, primaryUrl } = ctx.shop;
    const facts = newest ?? sampleFacts(wanted === 'newest' ? 'late' : wanted, { locale, shopName, currency, today: dayIn(ianaTimezone, now) });
    const returnsUrl = (await portalIsOpen(tx)) ? `${primaryUrl}/apps/aftercare/returns` : '';
    const order = facts.orders.find(({ isTheirs }) => isTheirs);
    const values = macroValues(locale, { facts, ...(await agentVoice(tx, ctx.shop, staffId)), trackingUrl: newest ? trackingUrl : () => `${primaryUrl}/apps/aftercare/track`, returnsUrl });
    return { is: 'read', text: renderText(text, values), of: newest && order ? { ticketId: newest.ticketId, order: order.name } : null };
  });
}

/** The newest conversation whose writer surely has the order it is about, as far as a few are looked at. */
async function newestFacts(tx: ShopTx, { shop }: ShopContext, now: Date): Promise<TicketFacts | null> {
  const tickets = await tx.$queryRaw<{ id: number }[]>`
    select t.id from tickets t where not t.spam and t.merged_into is null and exists (select 1 from ticket_orders l where l.ticket_id = t.id) order by t.last_message_at desc, t.id desc limit ${mostTried}`;
  for (const { id } of tickets) {
    const facts = await ticketFacts(tx, shop, id, { now });
    if (facts.orders[0]?.isTheirs) return facts;
  }
  return null;
}
