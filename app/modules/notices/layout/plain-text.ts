import { plainFoot, wordsOf, type Brand } from '#app/modules/brand/index.server.ts';
import type { NoticeDraft } from '../text/notice-draft.ts';

/** The whole notice for those who read plain text. */
export function plainText({ heading, paragraphs, facts, contents, action, notes, footer, preferences }: NoticeDraft, brand: Brand): string {
  const listed = contents && [`${contents.label}:`, ...contents.lines.map(({ text }) => `- ${text}`), ...(contents.more ? [`- ${contents.more}`] : [])].join('\n');
  return [
    heading,
    ...paragraphs.map(wordsOf),
    ...(facts.length > 0 ? [facts.map(({ label, value }) => `${label}: ${value}`).join('\n')] : []),
    `${action.label}:\n${action.url}`,
    ...(listed ? [listed] : []),
    ...notes,
    plainFoot(brand, footer, preferences),
  ].join('\n\n');
}
