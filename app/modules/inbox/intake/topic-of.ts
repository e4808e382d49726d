import { fold } from '#app/kernel/text.ts';
import { ticketCategories, type Priority, type PriorityReason, type TicketCategory } from '../tickets/ticket.ts';
import { categoryWords, priorityWords } from './topic-words.ts';

/** What a message is about, as its words show. */
export interface Topic {
  category: TicketCategory | null;
  priority: Priority;
  priorityReason: PriorityReason | null;
}

const longest = 4_000;
/** A word of the subject says more than one below it. */
const subjectCounts = 3;

/** Words are compared folded, so they are folded here: that also takes the marks from Japanese ones. */
const folded = (words: RegExp): RegExp => new RegExp(fold(words.source), 'g');
const ofCategory = ticketCategories.flatMap((category) => (category === 'other' ? [] : [{ category, words: folded(categoryWords[category]) }]));
const grave = priorityWords.map(({ words, ...meant }) => ({ ...meant, words: folded(words) }));

/** Sorts a conversation by its words; what they do not show is left to people, and to what the shop values their customer for. */
export function topicOf(subject: string, text: string): Topic {
  const title = onOneLine(subject.slice(0, 500));
  const body = onOneLine(text.slice(0, longest));
  const [best] = ofCategory.map(({ category, words }) => ({ category, score: count(title, words) * subjectCounts + count(body, words) })).sort((one, other) => other.score - one.score);
  const gravest = grave.find(({ words }) => title.search(words) >= 0 || body.search(words) >= 0);
  return { category: best && best.score > 0 ? best.category : null, priority: gravest?.priority ?? 'normal', priorityReason: gravest?.reason ?? null };
}

/** Folded, and without the lines a program broke it into: what belongs together stands together. */
function onOneLine(text: string): string {
  return fold(text).replace(/\s+/g, ' ');
}

/** Each word counts once, however often it is said. */
function count(text: string, words: RegExp): number {
  return new Set([...text.matchAll(words)].map(([word]) => word)).size;
}
