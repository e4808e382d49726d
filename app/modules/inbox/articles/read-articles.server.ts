import { z } from 'zod';
import { customerLocales } from '#app/kernel/locales.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { articleKinds, type Article } from './article.ts';

const mostArticles = 500;

/** The shop's articles by title. */
export async function readArticles(tx: ShopTx): Promise<Article[]> {
  const rows = await tx.articles.findMany({ where: { archived_at: null }, orderBy: [{ title: 'asc' }, { id: 'asc' }], take: mostArticles });
  return rows.map((row) => ({
    id: row.id,
    kind: z.enum(articleKinds).parse(row.kind),
    title: row.title,
    body: row.body,
    locale: z.enum(customerLocales).parse(row.locale),
    url: row.url ?? '',
    version: row.version,
    updatedAt: row.updated_at,
  }));
}
