import { ExpectedError, unknownIntent } from '#app/kernel/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { checkSms, checkWords, saveWords, type OwnWords, type SmsWords, type Values, type WordChannel, type WordProblem } from '#app/modules/own-words/index.server.ts';
import { isFurtherKind } from './further/further-kinds.ts';
import { furtherMails } from './further/further-mails.server.ts';
import { isNoticeKind } from './kinds.ts';
import { trials as noticeTrials } from './own-words/variables.ts';
import { previewNotice } from './preview-notice.server.ts';
import { sendTestNotice } from './send-test-notice.server.ts';
import type { ShownNotice } from './views.ts';

interface Needs {
  linkTo(orderId: string): string;
  by: string | null;
}

type Answer =
  | { queuedTo: string }
  | { refused: 'invalid' | 'invalidPhone' | 'tooSoon' }
  | { saved: number }
  | { problems: WordProblem[] }
  | { conflict: true }
  | { shown: ShownNotice };

const refusals: Readonly<Record<string, Answer>> = {
  conflict: { conflict: true },
  too_soon: { refused: 'tooSoon' },
  invalid_address: { refused: 'invalid' },
  invalid_number: { refused: 'invalidPhone' },
};

/** What a merchant does on the page of one kind: save, show or drop words, or send a test. */
export async function actOnNotice(ctx: ShopContext, kind: string, form: FormData, { linkTo, by }: Needs): Promise<Answer> {
  const text = (name: string) => String(form.get(name) ?? '');
  const about = { kind, locale: text('language'), order: text('order') || null, situation: text('situation') || null };
  const way = text('way') === 'sms' ? 'sms' : 'email';
  const written: { email: OwnWords; sms?: never } | { sms: SmsWords; email?: never } = way === 'sms' ? { sms: readSms(text) } : { email: readMail(text) };
  const trials = trialsOf(kind, way);
  const version = { kind, locale: about.locale, after: Number(form.get('version') ?? -1), by, trials };
  const preview = (more: { words?: typeof written; tried?: boolean }) => previewNotice(ctx, { linkTo }, { ...about, ...more });
  try {
    switch (form.get('intent')) {
      case 'save-words':
        return await saveWords(ctx, { ...version, words: written });
      case 'drop-words':
        return await saveWords(ctx, { ...version, words: way === 'sms' ? { sms: null } : { email: null } });
      case 'show-words': {
        const problems = written.sms ? checkSms(written.sms, trials) : checkWords(written.email, trials);
        if (problems.length > 0) return { problems };
        const { subject, html, text: plain, sms } = await preview({ words: written });
        return { shown: { subject, html, text: plain, sms } };
      }
      case 'test':
        return await sendTestNotice(ctx, await preview({ tried: true }), { way, to: text('to').trim() });
      default:
        throw unknownIntent();
    }
  } catch (error) {
    const refusal = error instanceof ExpectedError ? refusals[error.code] : undefined;
    if (refusal) return refusal;
    throw error;
  }
}

const readMail = (text: (name: string) => string): OwnWords => ({ subject: text('subject'), heading: text('heading'), body: text('body').replaceAll('\r\n', '\n') });
const readSms = (text: (name: string) => string): SmsWords => ({ text: text('text') });

/** What words of this kind are tried with; what is no kind, or goes another way, has none. */
function trialsOf(kind: string, way: WordChannel): readonly Values[] {
  if (isNoticeKind(kind)) return noticeTrials;
  if (!isFurtherKind(kind) || way === 'sms') throw new ExpectedError('unknown_notice', 404, 'There is no such notice.');
  return furtherMails[kind].mail.trials;
}
