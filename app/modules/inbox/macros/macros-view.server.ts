import { notFound } from '#app/kernel/errors.ts';
import { customerLocales } from '#app/kernel/locales.ts';
import { readSetting, type Current } from '#app/modules/settings/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readArticles } from '../articles/read-articles.server.ts';
import type { Article } from '../articles/article.ts';
import { phrasesSetting } from '../draft-check/phrases-setting.ts';
import { builtIn, readMacro, readMacros } from './macro-store.server.ts';
import { noActions, noConditions, type Macro } from './macro.ts';

/** A macro as the list of them shows it. */
export type MacroRow = Pick<Macro, 'key' | 'name' | 'situation' | 'builtIn' | 'uses' | 'updatedAt'> & { isMine: boolean; locales: string[] };

export interface MacrosView {
  macros: MacroRow[];
  articles: Pick<Article, 'id' | 'kind' | 'title' | 'locale' | 'updatedAt'>[];
  phrases: Current<{ phrases: string[] }>;
}

/** What agents write with: macros, articles, and what nobody is to write. */
export function macrosView(ctx: ShopContext, staffId: string | null): Promise<MacrosView> {
  return ctx.tx(async (tx) => ({
    macros: (await readMacros(tx, staffId)).map(({ key, name, situation, builtIn, uses, updatedAt, ownerId, words }) => ({
      key, name, situation, builtIn, uses, updatedAt, isMine: ownerId !== null, locales: customerLocales.filter((locale) => (words[locale] ?? '') !== ''),
    })),
    articles: (await readArticles(tx)).map(({ id, kind, title, locale, updatedAt }) => ({ id, kind, title, locale, updatedAt })),
    phrases: await readSetting(tx, phrasesSetting),
  }));
}

export interface MacroView {
  macro: Macro;
  /** What the app brings for its situation, to go back to. */
  brought: Macro | null;
}

/** One macro to change, or a new one. */
export function macroView(ctx: ShopContext, staffId: string | null, key: string): Promise<MacroView> {
  return ctx.tx(async (tx) => {
    const fresh: Macro = { key: 'new', builtIn: false, name: '', situation: null, ownerId: null, words: {}, conditions: noConditions, actions: noActions, uses: 0, version: 0, updatedAt: null };
    const macro = key === 'new' ? fresh : await readMacro(tx, staffId, key);
    if (!macro) throw notFound('macro');
    return { macro, brought: macro.situation ? builtIn(macro.situation) : null };
  });
}

/** One article to change, or a new one. */
export function articleView(ctx: ShopContext, id: string): Promise<Article> {
  return ctx.tx(async (tx) => {
    const fresh: Article = { id: 'new', kind: 'help', title: '', body: '', locale: customerLocales.find((locale) => locale === ctx.shop.locales[0]) ?? 'en', url: '', version: 0, updatedAt: ctx.clock.now() };
    const article = id === 'new' ? fresh : (await readArticles(tx)).find((known) => known.id === id);
    if (!article) throw notFound('article');
    return article;
  });
}
