import type { CustomerLocale } from '#app/kernel/locales.ts';
import { portalIsOpen } from '#app/modules/returns/index.server.ts';
import { renderText } from '#app/modules/own-words/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { ticketFacts } from '../facts/ticket-facts.server.ts';
import { agentVoice } from './agent-voice.server.ts';
import { macroValues } from './macro-values.ts';
import { wordsFor, type MacroActions, type Situation } from './macro.ts';
import { readMacros } from './macro-store.server.ts';
import { fitOf } from './suggest.ts';

/** A macro as the composer offers it, with its words ready for this ticket. */
export interface OfferedMacro {
  key: string;
  name: string;
  situation: Situation | null;
  isMine: boolean;
  /** Something speaks for it: the best first. */
  suggested: boolean;
  /** The language its words are in: not the customer's where it has none for that. */
  locale: CustomerLocale;
  text: string;
  actions: MacroActions;
}

export interface Offered {
  /** The language the customer is best written to in. */
  locale: CustomerLocale;
  macros: OfferedMacro[];
}

interface Asked {
  ticketId: number;
  staffId: string | null;
  trackingUrl(orderId: string): string;
}

const mostSuggested = 3;

/** The macros a staff member may use in a ticket, filled in with what is so of it now; those that fit best come first. One whose words fail is left out. */
export async function offeredMacros(ctx: ShopContext, { ticketId, staffId, trackingUrl }: Asked): Promise<Offered> {
  return ctx.tx(async (tx) => {
    const facts = await ticketFacts(tx, ctx.shop, ticketId, { now: ctx.clock.now() });
    const { locale } = facts;
    const returnsUrl = (await portalIsOpen(tx)) ? `${ctx.shop.primaryUrl}/apps/aftercare/returns` : '';
    const needs = { facts, ...(await agentVoice(tx, ctx.shop, staffId)), trackingUrl, returnsUrl };
    const macros = (await readMacros(tx, staffId)).flatMap((macro) => {
      const words = wordsFor(macro, [locale]);
      if (!words) return [];
      try {
        const text = renderText(words.text, macroValues(words.locale, needs));
        return [{ key: macro.key, name: macro.name, situation: macro.situation, isMine: macro.ownerId !== null, locale: words.locale, text, actions: macro.actions, fit: fitOf(macro, facts), uses: macro.uses }];
      } catch (error) {
        ctx.log.warn({ macro: macro.key, error }, 'the words of a macro fail');
        return [];
      }
    });
    const sorted = macros.sort((left, right) => right.fit - left.fit || right.uses - left.uses);
    return { locale, macros: sorted.map(({ fit, uses: _, ...macro }, at) => ({ ...macro, suggested: fit > 0 && at < mostSuggested })) };
  });
}
