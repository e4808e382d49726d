import { customerLocales } from '#app/kernel/locales.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { macroActions, macroConditions, macroWords, noActions, noConditions, type Macro, type MacroWords } from './macro.ts';
import { situations, type Situation } from './situations/situation.ts';
import { situationTexts } from './situations/texts.ts';

/** Every macro that a staff member may use: the shop's and their own, and what the app brings where the shop has nothing of its own for a situation. */
export async function readMacros(tx: ShopTx, staffId: string | null): Promise<Macro[]> {
  const rows = await tx.macros.findMany({ where: { archived_at: null, OR: [{ owner_id: null }, { owner_id: staffId ?? '' }] }, orderBy: [{ name: 'asc' }, { id: 'asc' }] });
  const own = rows.map(macroOf);
  const covered = new Set(own.flatMap(({ situation }) => situation ?? []));
  return [...situations.filter((situation) => !covered.has(situation)).map(builtIn), ...own];
}

/** One of them, by its number or its situation. */
export async function readMacro(tx: ShopTx, staffId: string | null, key: string): Promise<Macro | null> {
  return (await readMacros(tx, staffId)).find((macro) => macro.key === key) ?? null;
}

/** What the app brings for a situation; its name is said by the screen. */
export function builtIn(situation: Situation): Macro {
  const words = Object.fromEntries(customerLocales.map((locale) => [locale, situationTexts[locale][situation]])) satisfies MacroWords;
  return { key: situation, builtIn: true, name: '', situation, ownerId: null, words, conditions: noConditions, actions: noActions, uses: 0, version: 0, updatedAt: null };
}

type Row = Awaited<ReturnType<ShopTx['macros']['findMany']>>[number];

function macroOf(row: Row): Macro {
  return {
    key: row.id,
    builtIn: false,
    name: row.name,
    situation: situations.find((known) => known === row.situation) ?? null,
    ownerId: row.owner_id,
    words: macroWords.catch({}).parse(row.words),
    conditions: macroConditions.catch(noConditions).parse(row.conditions),
    actions: macroActions.catch(noActions).parse(row.actions),
    uses: row.uses,
    version: row.version,
    updatedAt: row.updated_at,
  };
}
