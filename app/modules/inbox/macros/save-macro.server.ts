import { z } from 'zod';
import { customerLocales, type CustomerLocale } from '#app/kernel/locales.ts';
import { readJson } from '#app/kernel/json.ts';
import { checkText, type WordProblem } from '#app/modules/own-words/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { takeTurn } from '#app/platform/db/take-turn.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { idOfNew, versionOf } from '#app/ui/form-data.server.ts';
import { wrongFields } from '#app/ui/read-form.ts';
import { macroTrials } from './macro-values.ts';
import { readMacro } from './macro-store.server.ts';
import { macroDraft, type MacroDraft } from './macro.ts';
import { situations } from './situations/situation.ts';

/** What is wrong with words in one language. */
export interface MacroProblem extends Omit<WordProblem, 'part'> {
  locale: CustomerLocale;
}

export type MacroAnswer =
  | { is: 'saved'; key: string }
  | { is: 'removed' }
  /** Names of texts, by field. */
  | { is: 'refused'; fields: Record<string, string>; problems: MacroProblem[] }
  /** Somebody else changed it meanwhile, or another has this situation already. */
  | { is: 'moved' }
  | { is: 'taken' };

interface Asked {
  /** Its number, its situation, or `new`. */
  key: string;
  form: FormData;
  by: string | null;
}

/** Keeps a macro as its form has it, as whole: words that would fail are refused, each with its language and line. What the app brings becomes the shop's own when it is changed. Asked for twice, a new one is one. */
export async function saveMacro(ctx: ShopContext, { key, form, by }: Asked): Promise<MacroAnswer> {
  const read = macroDraft.safeParse(readJson(String(form.get('value'))));
  if (!read.success) return { is: 'refused', fields: wrongFields(read.error), problems: [] };
  const draft = read.data;
  const written = customerLocales.filter((locale) => (draft.words[locale] ?? '').trim() !== '');
  if (written.length === 0) return { is: 'refused', fields: { words: 'required' }, problems: [] };
  const problems = written.flatMap((locale) => checkText(draft.words[locale] ?? '', macroTrials).map(({ line, problem, detail }) => ({ locale, line, problem, detail })));
  if (problems.length > 0) return { is: 'refused', fields: {}, problems };
  return ctx.tx((tx) => keep(tx, { key, newId: idOfNew(form), draft, by, after: versionOf(form), now: ctx.clock.now() }));
}

interface Kept {
  key: string;
  /** What it is called where it is new: asked for twice, it is one. */
  newId: string;
  draft: MacroDraft;
  by: string | null;
  /** The version it was made on. */
  after: number;
  now: Date;
}

async function keep(tx: ShopTx, { key, newId, draft, by, after, now }: Kept): Promise<MacroAnswer> {
  const words = Object.fromEntries(Object.entries(draft.words).filter(([, text]) => text.trim() !== ''));
  const data = { name: draft.name, situation: draft.situation, owner_id: draft.personal ? by : null, words, conditions: draft.conditions, actions: draft.actions, made_by: by, updated_at: now };
  if (draft.situation) {
    await takeTurn(tx, `macro:${draft.situation}`);
    const other = await tx.macros.findFirst({ where: { situation: draft.situation, archived_at: null, NOT: { id: z.uuid().safeParse(key).success ? key : newId } }, select: { id: true } });
    if (other) return { is: 'taken' };
  }
  if (key === 'new' || situations.some((known) => known === key)) {
    await tx.macros.createMany({ data: { id: newId, ...data }, skipDuplicates: true });
    return { is: 'saved', key: newId };
  }
  const known = await readMacro(tx, by, key);
  if (!known) return { is: 'moved' };
  const { count } = await tx.macros.updateMany({ where: { id: key, version: after, archived_at: null }, data: { ...data, version: { increment: 1 } } });
  return count === 1 ? { is: 'saved', key } : { is: 'moved' };
}

/** Puts a macro away: nobody is offered it any more. Where it stood for a situation, the app's own words are back. */
export async function removeMacro(ctx: ShopContext, { key, by }: { key: string; by: string | null }): Promise<MacroAnswer> {
  return ctx.tx(async (tx) => {
    const macro = await readMacro(tx, by, key);
    if (!macro || macro.builtIn) return { is: 'moved' };
    await tx.macros.updateMany({ where: { id: macro.key }, data: { archived_at: ctx.clock.now() } });
    return { is: 'removed' };
  });
}
