import { Carried, Field, HelpCard, languageOf } from '#app/modules/tracking/index.pure.ts';
import type { GiftForm } from '../gift-form.ts';
import type { PortalVisit } from './portal-visit.ts';

/** The way in for who was given something; what they type goes by POST and ends up in no address, log or referrer. */
export function GiftEntry({ visit, form }: { visit: PortalVisit; form: GiftForm }) {
  const { say, words } = visit;
  const { errors } = form;
  const language = new URLSearchParams(languageOf(visit)).toString();
  const text = { inputMode: 'text', autoComplete: 'off' } as const;
  return (
    <div className="ac-search">
      <header className="ac-head">
        <h1>{say('gift.heading')}</h1>
        <p className="ac-hint">{say('gift.intro')}</p>
      </header>
      <div className="ac-card ac-main">
        <form className="ac-form" method="post" action={visit.address} noValidate>
          <Carried visit={visit} fields={{ gift: '1' }} />
          {errors.form ? (
            <p className="ac-error" role="alert">
              {errors.form}
            </p>
          ) : null}
          <Field {...text} name="order" label={words.t('form.order')} hint={say('gift.orderHint')} error={errors.order} value={form.order} focus={errors.order !== undefined} />
          <Field {...text} name="postalCode" label={say('gift.postalCode')} hint={say('gift.postalCodeHint')} error={errors.postalCode} value={form.postalCode} autoComplete="postal-code" maxLength={20} focus={errors.order === undefined && errors.postalCode !== undefined} />
          <Field {...text} name="lastName" label={say('gift.lastName')} hint={say('gift.lastNameHint')} error={errors.lastName} value={form.lastName} autoComplete="family-name" maxLength={80} focus={errors.order === undefined && errors.postalCode === undefined && errors.lastName !== undefined} />
          <button className="ac-button button" type="submit">
            {say('entry.submit')}
          </button>
        </form>
      </div>
      <p>
        <a className="ac-link" href={language ? `${visit.address}?${language}` : visit.address}>
          {say('gift.own')}
        </a>
      </p>
      <HelpCard visit={visit} />
    </div>
  );
}
