import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { direction } from '#app/kernel/locales.ts';
import { withoutLiquid } from '../liquid.ts';
import type { TrackingAnswer } from '../tracking-answer.ts';
import { HelpCard } from './help-card.tsx';
import { emptyForm, LookUpForm, NumberForm, type FormState } from './look-up-form.tsx';
import { OrderResult } from './order-result.tsx';
import { ParcelCard } from './parcel-card.tsx';
import { styles } from './styles.ts';
import type { Visit } from './visit.ts';

/** The page's part of the theme as HTML that is safe to be read as Liquid. */
export function renderTrackingPage(visit: Visit, answer: TrackingAnswer): string {
  const { locale } = visit.words;
  const html = renderToStaticMarkup(
    <div className="ac-track" lang={locale} dir={direction(locale)}>
      <style dangerouslySetInnerHTML={{ __html: styles }} />
      <Content visit={visit} answer={answer} />
    </div>,
  );
  return withoutLiquid(html);
}

function Content({ visit, answer }: { visit: Visit; answer: TrackingAnswer }) {
  const { t } = visit.words;
  switch (answer.kind) {
    case 'form':
      return <Search visit={visit} form={answer.form} number="" />;
    case 'number-unknown':
      return <Search visit={visit} form={emptyForm} number={answer.number} numberError={t(`number.${answer.error}`)} />;
    case 'limited':
      return <Notice visit={visit} heading={t('limited.heading')} text={t('limited.text', { count: Math.ceil(answer.retryAfter / 60) })} />;
    case 'unavailable':
      return <Notice visit={visit} heading={t('unavailable.heading')} text={t('unavailable.text')} />;
    case 'order':
      return (
        <>
          <OrderResult visit={visit} view={answer.view} />
          <Another visit={visit} />
          <HelpCard visit={visit} />
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
            detailed={false}
          />
          <Another visit={visit} />
          <HelpCard visit={visit} />
        </>
      );
  }
}

function Search({ visit, form, number, numberError }: { visit: Visit; form: FormState; number: string; numberError?: string }) {
  const { t } = visit.words;
  return (
    <div className="ac-search">
      <header className="ac-head">
        <h1>{t('page.heading')}</h1>
        <p className="ac-hint">{t('page.intro')}</p>
      </header>
      <div className="ac-card ac-main">
        <LookUpForm visit={visit} state={form} />
        <NumberForm visit={visit} number={number} error={numberError} />
      </div>
      <HelpCard visit={visit} />
    </div>
  );
}

function Notice({ visit, heading, text }: { visit: Visit; heading: string; text: ReactNode }) {
  return (
    <div className="ac-search">
      <header className="ac-head">
        <h1>{heading}</h1>
        <p role="alert">{text}</p>
      </header>
      <HelpCard visit={visit} />
    </div>
  );
}

function Another({ visit }: { visit: Visit }) {
  return (
    <p className="ac-another">
      <a className="ac-link" href={visit.address}>
        {visit.words.t('page.another')}
      </a>
    </p>
  );
}
