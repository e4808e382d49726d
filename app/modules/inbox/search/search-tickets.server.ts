import { join, sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { describeTickets } from './describe-tickets.server.ts';
import { filtersOf } from './filters-of.server.ts';
import { namedTickets } from './named-tickets.server.ts';
import { ticketsWithWords } from './tickets-with-words.server.ts';
import type { FoundPage, Named, SearchFilters, TicketSearch } from './views.ts';

const longestSearch = 200;
const largestPage = 100;

/**
 * A page of the tickets that were looked for: first those that what was typed names outright, then those in which all its words stand, newest first.
 * What is found in a ticket that was merged says in which one it is read.
 */
export async function searchTickets(tx: ShopTx, { words: typed, filters = {}, cursor = null, size: asked = 25 }: TicketSearch): Promise<FoundPage> {
  const words = typed.slice(0, longestSearch);
  const size = Math.min(Math.max(asked, 1), largestPage);
  const below = cursor !== null && /^\d{1,9}$/.test(cursor) ? Number(cursor) : null;
  const named = await withFilters(tx, await namedTickets(tx, words), filters);
  const outright = below === null ? [...named.keys()] : [];
  const found = await ticketsWithWords(tx, { words, filters, below, except: [...named.keys()], limit: size + 1 });
  const page = found.slice(0, size);
  return { tickets: await describeTickets(tx, [...outright, ...page], { words, named }), next: found.length > size ? String(page.at(-1)) : null };
}

async function withFilters(tx: ShopTx, named: Map<number, Named>, filters: SearchFilters): Promise<Map<number, Named>> {
  if (named.size === 0) return named;
  const rows = await tx.$queryRaw<{ id: number }[]>(sql`select t.id from tickets t where t.id = any (${[...named.keys()]}::int[]) and ${join(filtersOf(filters), ' and ')}`);
  const kept = new Set(rows.map(({ id }) => id));
  return new Map([...named].filter(([id]) => kept.has(id)));
}
