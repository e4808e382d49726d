import { cut } from '#app/kernel/text.ts';
import { sql } from '#app/platform/db/database.server.ts';

const longest = 160;

/** What was said, as a list shows it: its first words on one line. */
export function previewOf(text: string): string {
  return cut(text.replace(/\s+/g, ' ').trim(), longest);
}

/** The same of a column `text`. */
export const previewOfText = sql`left(btrim(regexp_replace(text, '\\s+', ' ', 'g')), ${longest}::int)`;
