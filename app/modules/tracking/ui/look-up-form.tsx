import { Carried } from './carried.tsx';
import { Field } from './field.tsx';
import type { Visit } from './visit.ts';

export interface FormState {
  order: string;
  contact: string;
  errors: { order?: string; contact?: string; form?: string };
}

export const emptyForm: FormState = { order: '', contact: '', errors: {} };

interface Props {
  visit: Visit;
  state: FormState;
  /** What the button says; otherwise that the order is followed. */
  submit?: string;
}

/** Number and contact go by POST: neither ends up in an address bar, a log or a referrer. */
export function LookUpForm({ visit, state, submit }: Props) {
  const { t } = visit.words;
  const { errors } = state;
  return (
    <form className="ac-form" method="post" action={visit.address} noValidate>
      <Carried visit={visit} fields={{}} />
      {errors.form ? (
        <p className="ac-error" role="alert">
          {errors.form}
        </p>
      ) : null}
      <Field name="order" label={t('form.order')} hint={t('form.orderHint')} error={errors.order} value={state.order} inputMode="text" autoComplete="off" focus={errors.order !== undefined} />
      <Field
        name="contact"
        label={t('form.contact')}
        hint={t('form.contactHint')}
        error={errors.contact}
        value={state.contact}
        inputMode="email"
        autoComplete="email"
        focus={errors.order === undefined && errors.contact !== undefined}
      />
      <button className="ac-button button" type="submit">
        {submit ?? t('form.submit')}
      </button>
    </form>
  );
}

/** The parcel's state by its number alone: nothing private, so it may stand in the address and be shared. */
export function NumberForm({ visit, number, error }: { visit: Visit; number: string; error?: string }) {
  const { t } = visit.words;
  return (
    <details className="ac-more" open={error !== undefined}>
      <summary>{t('number.summary')}</summary>
      <form className="ac-form" method="get" action={visit.address} noValidate>
        <Carried visit={visit} fields={{}} />
        <Field name="number" label={t('number.label')} hint={t('number.hint')} error={error} value={number} inputMode="text" autoComplete="off" focus={error !== undefined} />
        <button className="ac-button ac-quiet button button--secondary" type="submit">
          {t('number.submit')}
        </button>
      </form>
    </details>
  );
}
