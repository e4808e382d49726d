import { z } from 'zod';
import { readJson } from '#app/kernel/json.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { idOfNew, versionOf } from '#app/ui/form-data.server.ts';
import { wrongFields } from '#app/ui/read-form.ts';
import { articleDraft } from './article.ts';

export type ArticleAnswer = { is: 'saved'; id: string } | { is: 'removed' } | { is: 'moved' } | { is: 'refused'; fields: Record<string, string>; problems?: undefined };

interface Asked {
  /** Its number, or `new`. */
  id: string;
  form: FormData;
  by: string | null;
}

/** Keeps an article as its form has it, on the version it was made on. Asked for twice, a new one is one. */
export async function saveArticle(ctx: ShopContext, { id, form, by }: Asked): Promise<ArticleAnswer> {
  const read = articleDraft.safeParse(readJson(String(form.get('value'))));
  if (!read.success) return { is: 'refused', fields: wrongFields(read.error) };
  const { url, ...draft } = read.data;
  const data = { ...draft, url: url || null, made_by: by, updated_at: ctx.clock.now() };
  return ctx.tx(async (tx) => {
    if (id === 'new') {
      const made = idOfNew(form);
      await tx.articles.createMany({ data: { id: made, ...data }, skipDuplicates: true });
      return { is: 'saved', id: made };
    }
    if (!isId(id)) return { is: 'moved' };
    const { count } = await tx.articles.updateMany({ where: { id, version: versionOf(form), archived_at: null }, data: { ...data, version: { increment: 1 } } });
    return count === 1 ? { is: 'saved', id } : { is: 'moved' };
  });
}

/** Puts an article away. */
export async function removeArticle(ctx: ShopContext, id: string): Promise<ArticleAnswer> {
  if (!isId(id)) return { is: 'moved' };
  const { count } = await ctx.tx((tx) => tx.articles.updateMany({ where: { id, archived_at: null }, data: { archived_at: ctx.clock.now() } }));
  return count === 1 ? { is: 'removed' } : { is: 'moved' };
}

const isId = (id: string) => z.uuid().safeParse(id).success;
