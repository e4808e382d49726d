import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { direction } from '#app/kernel/locales.ts';
import { withoutLiquid } from '#app/kernel/without-liquid.ts';
import { CodePage, HelpCard, languageOf, LanguageForm, LookUpForm, lookOf, SignInWay, StepForm, styles, withPolicyFacts, type FormState } from '#app/modules/tracking/index.pure.ts';
import type { PortalAnswer } from '../portal-answer.ts';
import { BackStep } from './back-step.tsx';
import { EvidenceStep } from './evidence-step.tsx';
import { ExchangeStep } from './exchange-step.tsx';
import { GiftEntry } from './gift-entry.tsx';
import { ItemsStep } from './items-step.tsx';
import { OutcomesStep } from './outcomes-step.tsx';
import type { PortalVisit } from './portal-visit.ts';
import { ReasonsStep } from './reasons-step.tsx';
import { RequestList } from './request-list.tsx';
import { CancelPage, RequestPage } from './request-page.tsx';
import { ReviewStep } from './review-step.tsx';
import { portalStyles } from './styles.ts';

/** The portal's part of the theme as HTML that is safe to be read as Liquid. */
export function renderPortalPage(visit: PortalVisit, answer: PortalAnswer): string {
  const { locale } = visit.words;
  const html = renderToStaticMarkup(
    <div className="ac-track" lang={locale} dir={direction(locale)} style={lookOf(visit.page)}>
      <style dangerouslySetInnerHTML={{ __html: styles + portalStyles }} />
      {visit.banner}
      <Content visit={visit} answer={answer} />
      <LanguageForm visit={visit} fields={carriedBy(answer)} />
    </div>,
  );
  return withPolicyFacts(withoutLiquid(html));
}

/** What keeps showing the same thing in another language. */
function carriedBy(answer: PortalAnswer): Record<string, string> {
  switch (answer.kind) {
    case 'step':
      return { key: answer.held.key, do: 'show', step: answer.step };
    case 'different':
      return { key: answer.held.key, do: 'show', step: 'review' };
    case 'request':
      return { key: answer.key, do: 'follow', request: answer.view.id };
    case 'cancel':
      return { key: answer.key, do: 'cancel', request: answer.view.id };
    case 'code':
      return { key: answer.key };
    case 'closed':
      return answer.key === null ? {} : { key: answer.key };
    case 'gift':
      return { gift: '1' };
    default:
      return {};
  }
}

function Content({ visit, answer }: { visit: PortalVisit; answer: PortalAnswer }) {
  const { say } = visit;
  const { t } = visit.words;
  switch (answer.kind) {
    case 'closed':
      return (
        <Notice visit={visit} heading={say('closed.heading')} texts={[say('closed.text')]} proof={answer.key ?? undefined}>
          {answer.key === null ? null : <RequestList visit={visit} proof={answer.key} requests={answer.requests} />}
        </Notice>
      );
    case 'entry':
      return <Entry visit={visit} form={answer.form} gifts={answer.gifts} />;
    case 'gift':
      return <GiftEntry visit={visit} form={answer.form} />;
    case 'limited':
      return <Notice visit={visit} heading={t('limited.heading')} texts={[t('limited.text', { count: Math.ceil(answer.retryAfter / 60) }), ...(answer.byMail ? [t('limited.byMail')] : [])]} />;
    case 'unavailable':
      return <Notice visit={visit} heading={t('unavailable.heading')} texts={[t('unavailable.text')]} />;
    case 'gone':
      return <Notice visit={visit} heading={say('entry.heading')} texts={[say('gone')]} />;
    case 'code':
      return <CodePage visit={visit} proof={answer.key} after="order" state={answer.state} hasBack={false} />;
    case 'different':
      return (
        <Notice visit={visit} heading={say('review.heading')} texts={[say('review.different')]} proof={answer.held.key}>
          <StepForm visit={visit} fields={{ key: answer.held.key, do: 'show', step: 'review' }} label={say('step.again')} />
        </Notice>
      );
    case 'request':
      return <RequestPage visit={visit} proof={answer.key} view={answer.view} labels={answer.labels} way={answer.way} own={answer.own} owed={answer.owed} notice={answer.notice} />;
    case 'cancel':
      return <CancelPage visit={visit} proof={answer.key} view={answer.view} />;
    case 'step':
      return <StepPage visit={visit} answer={answer} />;
  }
}

function StepPage({ visit, answer }: { visit: PortalVisit; answer: Extract<PortalAnswer, { kind: 'step' }> }) {
  switch (answer.step) {
    case 'items':
      return <ItemsStep visit={visit} {...answer} />;
    case 'reasons':
      return <ReasonsStep visit={visit} {...answer} />;
    case 'outcomes':
      return <OutcomesStep visit={visit} {...answer} />;
    case 'exchange':
      return <ExchangeStep visit={visit} {...answer} />;
    case 'evidence':
      return <EvidenceStep visit={visit} {...answer} />;
    case 'back':
      return <BackStep visit={visit} {...answer} />;
    case 'review':
      return <ReviewStep visit={visit} {...answer} />;
  }
}

function Entry({ visit, form, gifts }: { visit: PortalVisit; form: FormState; gifts: boolean }) {
  const { say } = visit;
  const language = new URLSearchParams(languageOf(visit)).toString();
  const giftAddress = `${visit.address}?${new URLSearchParams({ gift: '1', ...languageOf(visit) })}`;
  return (
    <div className="ac-search">
      <header className="ac-head">
        <h1>{say('entry.heading')}</h1>
        <p className="ac-hint">{say('entry.intro')}</p>
      </header>
      <div className="ac-card ac-main">
        <LookUpForm visit={visit} state={form} submit={say('entry.submit')} />
      </div>
      <SignInWay visit={visit} />
      {gifts ? (
        <p>
          <a className="ac-link" href={giftAddress}>
            {say('gift.way')}
          </a>
        </p>
      ) : null}
      <p>
        <a className="ac-link" href={language ? `${visit.trackAddress}?${language}` : visit.trackAddress}>
          {say('entry.track')}
        </a>
      </p>
      <HelpCard visit={visit} />
    </div>
  );
}

interface NoticeProps {
  visit: PortalVisit;
  heading: string;
  texts: readonly string[];
  /** The key to the order it is about. */
  proof?: string | undefined;
  children?: ReactNode;
}

function Notice({ visit, heading, texts, proof, children }: NoticeProps) {
  return (
    <div className="ac-search ac-portal">
      <header className="ac-head">
        <h1>{heading}</h1>
        <div role="alert">
          {texts.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
      </header>
      {children}
      <HelpCard visit={visit} proof={proof} />
    </div>
  );
}
