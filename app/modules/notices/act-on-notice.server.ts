import { ExpectedError } from '#app/kernel/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { checkWords } from './own-words/check-words.ts';
import type { OwnWords, WordProblem } from './own-words/own-words.ts';
import { saveWords } from './own-words/save-words.server.ts';
import { previewNotice } from './preview-notice.server.ts';
import { sendTestNotice } from './send-test-notice.server.ts';
import type { NoticePreview } from './views.ts';

interface Needs {
  linkTo(orderId: string): string;
  by: string | null;
}

type Answer =
  | { queuedTo: string }
  | { refused: 'invalid' | 'tooSoon' }
  | { saved: number }
  | { problems: WordProblem[] }
  | { conflict: true }
  | { shown: Pick<NoticePreview, 'subject' | 'html' | 'text'> };

/** What a merchant does on the page of one kind: save, show or drop words, or send a test. */
export async function actOnNotice(ctx: ShopContext, kind: string, form: FormData, { linkTo, by }: Needs): Promise<Answer> {
  const text = (name: string) => String(form.get(name) ?? '');
  const about = { kind, locale: text('language'), order: text('order') || null };
  const words: OwnWords = { subject: text('subject'), heading: text('heading'), body: text('body').replaceAll('\r\n', '\n') };
  const version = { kind, locale: about.locale, after: Number(form.get('version') ?? -1), by };
  try {
    switch (form.get('intent')) {
      case 'save-words':
        return await saveWords(ctx, { ...version, words: { email: words } });
      case 'drop-words':
        return await saveWords(ctx, { ...version, words: { email: null } });
      case 'show-words': {
        const problems = checkWords(words);
        if (problems.length > 0) return { problems };
        const { subject, html, text: plain } = await previewNotice(ctx, { linkTo }, { ...about, words });
        return { shown: { subject, html, text: plain } };
      }
      case 'test':
        return await sendTestNotice(ctx, await previewNotice(ctx, { linkTo }, about), text('to').trim());
      default:
        throw new ExpectedError('unknown_intent', 400, 'There is no such action.');
    }
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    if (error.code === 'conflict') return { conflict: true };
    if (error.code === 'too_soon') return { refused: 'tooSoon' };
    if (error.code === 'invalid_address') return { refused: 'invalid' };
    throw error;
  }
}
