import { createHash } from 'node:crypto';
import { renderToStaticMarkup } from 'react-dom/server';
import { direction } from '#app/kernel/locales.ts';
import { withoutLiquid } from '#app/kernel/without-liquid.ts';
import { withPolicyFacts } from '../policy-facts.ts';
import { recommendedLiquid } from '../recommended.ts';
import type { TrackingAnswer } from '../tracking-answer.ts';
import { languageOf, StepForm } from './carried.tsx';
import { CodePage } from './code-step.tsx';
import { HelpCard } from './help-card.tsx';
import { LanguageForm } from './language-form.tsx';
import { emptyForm, LookUpForm, NumberForm, type FormState } from './look-up-form.tsx';
import { OrderResult } from './order-result.tsx';
import { ParcelCard } from './parcel-card.tsx';
import { ReportedPage, ReportPage } from './report-page.tsx';
import { Refreshed } from './refresh.tsx';
import { SignInWay } from './sign-in-way.tsx';
import { lookOf, styles } from './styles.ts';
import type { Visit } from './visit.ts';

/** The page's part of the theme as HTML that is safe to be read as Liquid. */
export function renderTrackingPage(visit: Visit, answer: TrackingAnswer): string {
  const { locale } = visit.words;
  const html = renderToStaticMarkup(
    <div className="ac-track" lang={locale} dir={direction(locale)} style={lookOf(visit.page)}>
      <style dangerouslySetInnerHTML={{ __html: styles }} />
      {visit.banner}
      <Content visit={visit} answer={answer} />
      <LanguageForm visit={visit} fields={carriedBy(answer)} />
    </div>,
  );
  if (answer.kind !== 'order') return withPolicyFacts(withoutLiquid(html));
  // What is shown has a name by which a later look tells whether it changed.
  const named = html.replace('data-ac-state=""', `data-ac-state="${createHash('sha256').update(html).digest('base64url').slice(0, 16)}"`);
  const goods = recommendedLiquid(visit.page.recommendedCollection, visit.words.t('next.recommended'));
  // The goods and what policies say are Liquid on purpose, so they come in after everything else was taken out of its hands.
  const [before, after] = splitAtLast(withPolicyFacts(withoutLiquid(named)), '<form class="ac-language"');
  return before + goods + after;
}

function splitAtLast(text: string, mark: string): [string, string] {
  const at = text.lastIndexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)];
}

/** What keeps showing the same thing in another language. */
function carriedBy(answer: TrackingAnswer): Record<string, string> {
  switch (answer.kind) {
    case 'order':
      return { key: answer.proven.key };
    case 'report':
      return { key: answer.proven.key, do: answer.draft.kind === 'late' ? 'late' : 'report' };
    case 'code':
    case 'reported':
      return { key: answer.key };
    case 'parcel':
      return { number: answer.parcel.number ?? '' };
    default:
      return {};
  }
}

function Content({ visit, answer }: { visit: Visit; answer: TrackingAnswer }) {
  const { t } = visit.words;
  switch (answer.kind) {
    case 'form':
      return <Search visit={visit} form={answer.form} number="" />;
    case 'number-unknown':
      return <Search visit={visit} form={emptyForm} number={answer.number} numberError={t(`number.${answer.error}`)} />;
    case 'limited':
      return <Notice visit={visit} heading={t('limited.heading')} texts={[t('limited.text', { count: Math.ceil(answer.retryAfter / 60) }), ...(answer.byMail ? [t('limited.byMail')] : [])]} />;
    case 'unavailable':
      return <Notice visit={visit} heading={t('unavailable.heading')} texts={[t('unavailable.text')]} />;
    case 'order':
      return (
        <>
          <Refreshed visit={visit}>
            <OrderResult visit={visit} tracked={answer.tracked} proven={answer.proven} />
          </Refreshed>
          {answer.proven.personal ? null : <Unlock visit={visit} proof={answer.proven.key} />}
          <HelpCard visit={visit} proven={answer.proven} />
          <Another visit={visit} />
        </>
      );
    case 'parcel':
      return (
        <>
          <h1>{t('page.heading')}</h1>
          <ParcelCard
            visit={visit}
            heading={t('number.heading', { number: answer.parcel.number ?? '' })}
            saysStatus
            parcel={answer.parcel}
            lines={[]}
            before={[]}
            detail={{ towns: false, words: false }}
          />
          <HelpCard visit={visit} />
          <Another visit={visit} />
        </>
      );
    case 'code':
      return <CodePage visit={visit} proof={answer.key} after={answer.after} state={answer.state} hasBack />;
    case 'report':
      return <ReportPage visit={visit} {...answer} />;
    case 'reported':
      return <ReportedPage visit={visit} orderName={answer.orderName} proof={answer.key} />;
  }
}

function Search({ visit, form, number, numberError }: { visit: Visit; form: FormState; number: string; numberError?: string }) {
  const { words, page } = visit;
  const { t, locale } = words;
  return (
    <div className="ac-search">
      <header className="ac-head">
        <h1>{page.heading[locale] || t('page.heading')}</h1>
        <p className="ac-hint">{page.intro[locale] || t('page.intro')}</p>
      </header>
      <div className="ac-card ac-main">
        <LookUpForm visit={visit} state={form} />
        <NumberForm visit={visit} number={number} error={numberError} />
      </div>
      <SignInWay visit={visit} />
      <HelpCard visit={visit} />
    </div>
  );
}

/** The rest of the order, for who holds its mailbox. */
function Unlock({ visit, proof }: { visit: Visit; proof: string }) {
  const { t } = visit.words;
  return (
    <section className="ac-unlock">
      <p className="ac-hint">{t('code.unlockText')}</p>
      <StepForm visit={visit} fields={{ key: proof, do: 'code', after: 'order' }} label={t('code.unlock')} quiet />
    </section>
  );
}

function Notice({ visit, heading, texts }: { visit: Visit; heading: string; texts: readonly string[] }) {
  return (
    <div className="ac-search">
      <header className="ac-head">
        <h1>{heading}</h1>
        <div role="alert">
          {texts.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
      </header>
      <HelpCard visit={visit} />
    </div>
  );
}

function Another({ visit }: { visit: Visit }) {
  const language = new URLSearchParams(languageOf(visit)).toString();
  return (
    <p className="ac-another">
      <a className="ac-link" href={language ? `${visit.address}?${language}` : visit.address}>
        {visit.words.t('page.another')}
      </a>
    </p>
  );
}
