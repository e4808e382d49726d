import { renderToStaticMarkup } from 'react-dom/server';
import { direction } from '#app/kernel/locales.ts';
import { pictureLimits } from '#app/platform/files/picture-limits.ts';
import { withoutLiquid } from '#app/kernel/without-liquid.ts';
import { Carried, languageOf, LanguageForm, lookOf, OrderInBrief, styles } from '#app/modules/tracking/index.pure.ts';
import { ticketCategories } from '../../tickets/ticket.ts';
import type { ContactAnswer } from '../contact-answer.ts';
import { contactLimits, type ContactProblem } from '../contact-form.ts';
import { Before } from './before.tsx';
import type { ContactVisit } from './contact-visit.ts';
import { Fault } from './fault.tsx';

// Named one by one, so that phones hand on a picture of their own kind as one that everybody reads.
const taken = 'image/jpeg,image/png,image/webp,application/pdf,.pdf';

// What stands apart people never see, and no program is told so.
const ownStyles = '.ac-track .ac-search>.ac-error{margin-block-end:1rem}.ac-head p+p{margin-block-start:.5rem}.ac-apart{position:absolute;inset-inline-start:-9999px;width:1px;height:1px;overflow:hidden}';

/** The contact page's part of the theme as HTML in which nothing is read as Liquid. */
export function renderContactPage(visit: ContactVisit, answer: ContactAnswer): string {
  const { locale } = visit.words;
  const html = renderToStaticMarkup(
    <div className="ac-track" lang={locale} dir={direction(locale)} style={lookOf(visit.page)}>
      <style dangerouslySetInnerHTML={{ __html: styles + ownStyles }} />
      {visit.banner}
      <div className="ac-search">
        <Content visit={visit} answer={answer} />
      </div>
      {answer.kind === 'before' ? null : <LanguageForm visit={visit} fields={answer.kind === 'form' && answer.form.key !== '' ? { key: answer.form.key } : {}} />}
    </div>,
  );
  return withoutLiquid(html);
}

function Content({ visit, answer }: { visit: ContactVisit; answer: ContactAnswer }) {
  switch (answer.kind) {
    case 'done':
      return <Done visit={visit} answer={answer} />;
    case 'before':
      return <Before visit={visit} {...answer} />;
    case 'form':
      return <Form visit={visit} answer={answer} />;
  }
}

function Done({ visit, answer: { email, promise, confirms } }: { visit: ContactVisit; answer: Extract<ContactAnswer, { kind: 'done' }> }) {
  const { say, shop, address } = visit;
  const language = new URLSearchParams(languageOf(visit)).toString();
  return (
    <div role="status">
      <header className="ac-head">
        <h1>{say('done.heading')}</h1>
        <p>{say('done.text', { shop: shop.name, email })}</p>
        {promise ? <p>{promise}</p> : null}
      </header>
      <p className="ac-hint">{say(confirms ? 'done.moreConfirmed' : 'done.more')}</p>
      <p>
        <a className="ac-link" href={language ? `${address}?${language}` : address}>
          {say('done.again')}
        </a>
      </p>
    </div>
  );
}

interface FormProps {
  visit: ContactVisit;
  answer: Extract<ContactAnswer, { kind: 'form' }>;
}

function Form({ visit, answer: { form, problems, waits, lostFiles, promise, known } }: FormProps) {
  const { say, shop, address, trackAddress } = visit;
  const language = new URLSearchParams(languageOf(visit)).toString();
  const wrong = (...ones: ContactProblem[]) => ones.find((one) => problems.includes(one));
  const file = problems.find((one) => one !== 'email' && one !== 'message' && one !== 'tooLong' && one !== 'agree');
  return (
    <>
      <header className="ac-head">
        <h1>{say('heading')}</h1>
        <p className="ac-hint">{say('intro', { shop: shop.name })}</p>
        {promise ? <p className="ac-hint">{promise}</p> : null}
        {known ? null : (
          <p>
            <a className="ac-link" href={language ? `${trackAddress}?${language}` : trackAddress}>
              {say('track')}
            </a>
          </p>
        )}
      </header>
      {known && problems.length === 0 && waits === null ? <OrderInBrief visit={visit} tracked={known.tracked} proof={known.key} whole={{ address: trackAddress, label: say('whole') }} /> : null}
      {waits !== null || problems.length > 0 ? (
        <p className="ac-error" role="alert">
          {waits === null ? say('problem.summary') : say('problem.limited', { count: Math.ceil(waits / 60) })}
        </p>
      ) : null}
      <form className="ac-card ac-main ac-form" method="post" action={address} encType="multipart/form-data">
        <Carried visit={visit} fields={{ form: form.form, ...(form.key === '' ? {} : { key: form.key }) }} />
        <div className="ac-field">
          <label htmlFor="ac-topic">{say('topic')}</label>
          <select id="ac-topic" name="topic" defaultValue={form.topic}>
            {ticketCategories.map((category) => (
              <option key={category} value={category}>
                {say(`topics.${category}`)}
              </option>
            ))}
          </select>
        </div>
        <Line visit={visit} name="order" value={form.order} hint="orderHint" autoComplete="off" most={contactLimits.order} />
        <Line visit={visit} name="name" value={form.name} autoComplete="name" most={contactLimits.name} />
        <Line visit={visit} name="email" value={form.email} hint="emailHint" autoComplete="email" most={contactLimits.email} problem={wrong('email')} />
        <div className="ac-field">
          <label htmlFor="ac-message">{say('message')}</label>
          <Fault visit={visit} name="message" problem={wrong('message', 'tooLong')} />
          <textarea id="ac-message" name="message" rows={7} required defaultValue={form.message} aria-invalid={wrong('message', 'tooLong') ? true : undefined} aria-describedby={wrong('message', 'tooLong') ? 'ac-message-error' : undefined} />
        </div>
        <div className="ac-field">
          <label htmlFor="ac-files">{say('files')}</label>
          <Fault visit={visit} name="files" problem={file ?? (lostFiles ? 'filesLost' : undefined)} />
          <input id="ac-files" name="files" type="file" accept={taken} multiple aria-invalid={file ? true : undefined} aria-describedby={file || lostFiles ? 'ac-files-error ac-files-hint' : 'ac-files-hint'} />
          <p className="ac-hint" id="ac-files-hint">
            {say('filesHint', { most: contactLimits.files, megabytes: pictureLimits.bytes / 1024 / 1024 })}
          </p>
        </div>
        <div className="ac-apart" aria-hidden="true">
          <label htmlFor="ac-website">{say('trap')}</label>
          <input id="ac-website" name="website" type="text" tabIndex={-1} autoComplete="off" defaultValue={form.trap} />
        </div>
        <div className="ac-choices">
          <Fault visit={visit} name="agree" problem={wrong('agree')} />
          <label className="ac-choice">
            <input type="checkbox" name="agree" value="yes" required defaultChecked={form.agrees} aria-describedby={wrong('agree') ? 'ac-agree-error' : undefined} />
            <span>{say('agree', { shop: shop.name })}</span>
          </label>
        </div>
        <button className="ac-button button" type="submit">
          {say('submit')}
        </button>
      </form>
    </>
  );
}

interface LineProps {
  visit: ContactVisit;
  name: 'name' | 'email' | 'order';
  value: string;
  hint?: 'emailHint' | 'orderHint';
  autoComplete: string;
  most: number;
  problem?: ContactProblem | undefined;
}

function Line({ visit: { say }, visit, name, value, hint, autoComplete, most, problem }: LineProps) {
  const id = `ac-${name}`;
  const described = [...(problem ? [`${id}-error`] : []), ...(hint ? [`${id}-hint`] : [])].join(' ');
  return (
    <div className="ac-field">
      <label htmlFor={id}>{say(name)}</label>
      <Fault visit={visit} name={name} problem={problem} />
      <input
        id={id}
        name={name}
        type="text"
        inputMode={name === 'email' ? 'email' : 'text'}
        autoComplete={autoComplete}
        autoCapitalize={name === 'name' ? 'words' : 'off'}
        spellCheck={false}
        maxLength={most}
        required={name === 'email'}
        defaultValue={value}
        aria-invalid={problem ? true : undefined}
        aria-describedby={described === '' ? undefined : described}
      />
      {hint ? (
        <p className="ac-hint" id={`${id}-hint`}>
          {say(hint)}
        </p>
      ) : null}
    </div>
  );
}
