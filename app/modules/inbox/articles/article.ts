import { z } from 'zod';
import { customerLocales } from '#app/kernel/locales.ts';

/** `help` may be quoted to customers; `internal` is for staff only. */
export const articleKinds = ['help', 'internal'] as const;
export type ArticleKind = (typeof articleKinds)[number];

/** An article as it is edited: plain text. */
export const articleDraft = z.object({
  kind: z.enum(articleKinds),
  title: z.string().trim().min(1, 'required').max(200, 'tooLong'),
  body: z.string().trim().min(1, 'required').max(20_000, 'tooLong'),
  locale: z.enum(customerLocales),
  /** Where customers can read it; empty: nowhere. */
  url: z.union([z.literal(''), z.url({ protocol: /^https$/, error: 'httpsOnly' }).max(500, 'tooLong')], 'httpsOnly'),
});
export type ArticleDraft = z.infer<typeof articleDraft>;

export interface Article extends ArticleDraft {
  id: string;
  version: number;
  updatedAt: Date;
}
