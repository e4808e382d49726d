import type { Limits } from '#app/platform/limits/limits.server.ts';
import { createFindNamed } from '#app/modules/tracking/index.server.ts';
import { answerContact } from '#app/modules/inbox/contact/answer-contact.server.ts';
import { secrets, type InboxStage } from './stage.ts';

/** Limits that are used up, of those that all else allows. */
export const closed = new Set<string>();
/** Limits that allow all but what is closed. */
export const limits: Limits = {
  take: async (name) => (closed.has(name) ? { allowed: false, retryAfter: 60 } : { allowed: true }),
  used: async (asked) => asked.map(() => ({ points: 0, retryAfter: null })),
  knownUsed: () => null,
  usedBeside: async (several) => ({ used: several.map((asked) => asked.map(() => ({ points: 0, retryAfter: null }))), rows: [] }),
  giveBack: async () => undefined,
};

/** One visit of the contact page. */
export interface Visiting {
  fields?: Record<string, string>;
  files?: Uint8Array[];
  /** What stands in the address. */
  query?: string;
  language?: string;
  customerId?: string | null;
}

/** Visits the page as Shopify hands the visit on. */
export async function visitContact(stage: InboxStage, { fields, files = [], query = '', language = 'en', customerId = null }: Visiting) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields ?? {})) body.set(name, value);
  files.forEach((bytes, at) => body.append('files', new Blob([bytes.slice()]), `photo-${at}.png`));
  const request = new Request(`https://app.example/proxy/contact${query}`, fields ? { method: 'POST', body } : {});
  const liquid = (html: string, init?: ResponseInit) => new Response(html, init);
  const answer = await answerContact(request, { ctx: stage.ctx, pathPrefix: '/apps/aftercare', customerId, locales: [language, ...stage.ctx.shop.locales], visitor: '198.51.100.7', liquid }, { findNamed: createFindNamed(limits), limits, files: stage.files, secrets });
  const html = await answer.text();
  return { status: answer.status, html, key: /name="form" value="([^"]*)"/.exec(html)?.[1] ?? '' };
}
