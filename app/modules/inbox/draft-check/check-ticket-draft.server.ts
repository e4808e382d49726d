import { customerLocales } from '#app/kernel/locales.ts';
import { after, hour } from '#app/kernel/time.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { writeDays } from '#app/modules/tracking/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { z } from 'zod';
import { ticketFacts } from '../facts/ticket-facts.server.ts';
import { saysName } from '../facts/says-name.ts';
import { guessLocale } from '../intake/guess-locale.ts';
import { ticketNumber } from '../ticket-page/ticket-number.ts';
import { partsOf } from '../ticket-page/ticket-parts.server.ts';
import { checkDraft } from './check-draft.ts';
import type { Finding } from './finding.ts';
import { phrasesSetting } from './phrases-setting.ts';

/** What was given so long ago is in the order by now. */
const agreedFor = 2 * hour;

const given = z.object({ amount: z.object({ minor: z.number().int(), currency: z.string() }) });

/**
 * What in a reply is not so, or is never to be said. Where a person has several orders, only what is wrong of each of them is wrong: nobody knows which one is
 * meant, unless the draft names it.
 */
export async function checkTicketDraft(ctx: ShopContext, { id, draft }: { id: string; draft: string }): Promise<Finding[]> {
  const now = ctx.clock.now();
  const ticketId = ticketNumber(id);
  return ctx.tx(async (tx) => {
    const facts = await ticketFacts(tx, ctx.shop, ticketId, { now, draft });
    const parts = (await partsOf(tx, ticketId)).map(({ id }) => id);
    const acted = await tx.ticket_events.findMany({ where: { ticket_id: { in: parts }, type: 'acted', happened_at: { gt: after(now, -agreedFor) } }, orderBy: { id: 'asc' }, select: { data: true } });
    const { value } = await readSetting(tx, phrasesSetting);
    const locale = customerLocales.find((known) => known === (guessLocale(draft) ?? facts.locale)) ?? 'en';
    const needs = {
      locale,
      today: facts.today,
      orderNames: facts.orders.map(({ name }) => name),
      ticketNames: parts.map((id) => `#${id}`),
      agreed: acted.flatMap(({ data }) => given.safeParse(data).data?.amount ?? []),
      phrases: value.phrases,
      writeDays,
    };
    const named = facts.orders.filter(({ name }) => saysName(draft, name));
    const [first = [], ...others] = (named.length > 0 ? named : facts.orders).map((order) => checkDraft(draft, { ...needs, order }));
    if (facts.orders.length === 0) return checkDraft(draft, { ...needs, order: null });
    return first.filter(({ from, claim }) => others.every((findings) => findings.some((other) => other.from === from && other.claim === claim)));
  });
}
