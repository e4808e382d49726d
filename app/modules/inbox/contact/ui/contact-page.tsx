import { renderToStaticMarkup } from 'react-dom/server';
import { direction } from '#app/kernel/locales.ts';
import { withoutLiquid } from '#app/kernel/without-liquid.ts';
import { Carried, languageOf, LanguageForm, lookOf, styles, type Visit } from '#app/modules/tracking/index.pure.ts';
import { ticketCategories } from '../../tickets/ticket.ts';
import type { ContactAnswer } from '../contact-answer.ts';
import { contactLimits, type ContactProblem } from '../contact-form.ts';
import type { ContactWords } from '../words.ts';

/** A visit of the contact page. */
export interface ContactVisit extends Visit {
  say: ContactWords['t'];
  trackAddress: string;
}

// What stands apart people never see, and no program is told so.
const ownStyles = '.ac-track .ac-search>.ac-error{margin-block-end:1rem}.ac-head p+p{margin-block-start:.5rem}.ac-apart{position:absolute;inset-inline-start:-9999px;width:1px;height:1px;overflow:hidden}';

/** The contact page's part of the theme as HTML in which nothing is read as Liquid. */
export function renderContactPage(visit: ContactVisit, answer: ContactAnswer): string {
  const { locale } = visit.words;
  const html = renderToStaticMarkup(
    <div className="ac-track" lang={locale} dir={direction(locale)} style={lookOf(visit.page)}>
      <style dangerouslySetInnerHTML={{ __html: styles + ownStyles }} />
      {visit.banner}
      <div className="ac-search">{answer.kind === 'done' ? <Done visit={visit} answer={answer} /> : <Form visit={visit} answer={answer} />}</div>
      <LanguageForm visit={visit} fields={{}} />
    </div>,
  );
  return withoutLiquid(html);
}

function Done({ visit, answer: { email, promise } }: { visit: ContactVisit; answer: Extract<ContactAnswer, { kind: 'done' }> }) {
  const { say, shop, address } = visit;
  const language = new URLSearchParams(languageOf(visit)).toString();
  return (
    <div role="status">
      <header className="ac-head">
        <h1>{say('done.heading')}</h1>
        <p>{say('done.text', { shop: shop.name, email })}</p>
        {promise ? <p>{promise}</p> : null}
      </header>
      <p className="ac-hint">{say('done.more')}</p>
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

function Form({ visit, answer: { form, problems, isLimited, promise } }: FormProps) {
  const { say, shop, address, trackAddress } = visit;
  const language = new URLSearchParams(languageOf(visit)).toString();
  const wrong = (...ones: ContactProblem[]) => ones.find((one) => problems.includes(one));
  const photo = problems.find((one) => one !== 'email' && one !== 'message' && one !== 'tooLong' && one !== 'agree');
  return (
    <>
      <header className="ac-head">
        <h1>{say('heading')}</h1>
        <p className="ac-hint">{say('intro', { shop: shop.name })}</p>
        {promise ? <p className="ac-hint">{promise}</p> : null}
        <p>
          <a className="ac-link" href={language ? `${trackAddress}?${language}` : trackAddress}>
            {say('track')}
          </a>
        </p>
      </header>
      {isLimited || problems.length > 0 ? (
        <p className="ac-error" role="alert">
          {say(isLimited ? 'problem.limited' : 'problem.summary')}
        </p>
      ) : null}
      <form className="ac-card ac-main ac-form" method="post" action={address} encType="multipart/form-data">
        <Carried visit={visit} fields={{ form: form.form }} />
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
          <label htmlFor="ac-photos">{say('photos')}</label>
          <Fault visit={visit} name="photos" problem={photo} />
          <input id="ac-photos" name="photos" type="file" accept="image/*" multiple aria-invalid={photo ? true : undefined} aria-describedby={photo ? 'ac-photos-error ac-photos-hint' : 'ac-photos-hint'} />
          <p className="ac-hint" id="ac-photos-hint">
            {say('photosHint', { most: contactLimits.photos })}
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

function Fault({ visit: { say }, name, problem }: { visit: ContactVisit; name: string; problem: ContactProblem | undefined }) {
  if (!problem) return null;
  return (
    <p className="ac-error" id={`ac-${name}-error`}>
      {say(`problem.${problem}`)}
    </p>
  );
}
