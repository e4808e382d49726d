import type { AfterCode, CodeStep } from '../tracking-answer.ts';
import { Carried, StepForm } from './carried.tsx';
import { Field } from './field.tsx';
import { HelpCard } from './help-card.tsx';
import { SignInWay } from './sign-in-way.tsx';
import type { Visit } from './visit.ts';

interface Props {
  visit: Visit;
  /** What the code is asked for on top of. */
  proof: string;
  after: AfterCode;
  state: CodeStep;
  /** What the code opens can be seen in part without it. */
  hasBack: boolean;
}

/** The way to everything: a code is sent to the order's own mailbox, and typed here. Who has no such mailbox, or cannot read it, is led to a person. */
export function CodePage({ visit, proof, after, state, hasBack }: Props) {
  const { t } = visit.words;
  const again = <StepForm visit={visit} fields={{ key: proof, after, do: 'code' }} label={t(state.step === 'ask' ? 'code.send' : 'code.again')} quiet={state.step !== 'ask'} />;
  return (
    <div className="ac-search">
      <header className="ac-head">
        <h1>{t('code.heading')}</h1>
        <p className="ac-hint">{t('code.why')}</p>
      </header>
      <div className="ac-card ac-main">
        {state.step === 'limited' ? (
          <p className="ac-error" role="alert">
            {t('code.limited', { count: Math.ceil(state.retryAfter / 60) })}
          </p>
        ) : null}
        {state.step === 'enter' ? (
          <form className="ac-form" method="post" action={visit.address} noValidate>
            <Carried visit={visit} fields={{ key: proof, after, do: 'redeem', ...(state.form ? { form: state.form } : {}) }} />
            {state.isWrong ? null : <p role="status">{state.to ? t('code.sentTo', { address: state.to }) : t('code.sent')}</p>}
            <Field name="code" label={t('code.field')} hint={t('code.hint')} error={state.isWrong ? t('code.wrong') : undefined} value="" inputMode="numeric" autoComplete="one-time-code" focus maxLength={12} />
            <button className="ac-button button" type="submit">
              {t('code.submit')}
            </button>
          </form>
        ) : null}
        <div className={state.step === 'ask' ? undefined : 'ac-again'}>{again}</div>
      </div>
      <SignInWay visit={visit} />
      {hasBack ? <StepForm visit={visit} fields={{ key: proof }} label={t('report.back')} quiet /> : null}
      <HelpCard visit={visit} proof={proof} />
    </div>
  );
}
