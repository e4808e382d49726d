import { Carried, OrderInBrief } from '#app/modules/tracking/index.pure.ts';
import type { ContactForm } from '../contact-form.ts';
import type { KnownOrder } from '../known-order.server.ts';
import type { ContactVisit } from './contact-visit.ts';

/** How the order stands that somebody asks about, before their words are sent: it may be their answer. What they wrote is still theirs to change, and goes in with one press. */
export function Before({ visit, form, known }: { visit: ContactVisit; form: ContactForm; known: KnownOrder }) {
  const { say, address, trackAddress } = visit;
  const { key, topic, order, name, email, agrees } = form;
  return (
    <>
      <header className="ac-head">
        <h1>{say('before.heading')}</h1>
        <p className="ac-hint" role="status">
          {say('before.text')}
        </p>
      </header>
      <OrderInBrief visit={visit} tracked={known.tracked} proof={known.key} whole={{ address: trackAddress, label: say('whole') }} />
      <form className="ac-card ac-main ac-form" method="post" action={address} encType="multipart/form-data">
        <Carried visit={visit} fields={{ form: form.form, key, topic, order, name, email, agree: agrees ? 'yes' : '', sure: 'yes' }} />
        <div className="ac-field">
          <label htmlFor="ac-message">{say('before.message')}</label>
          <textarea id="ac-message" name="message" rows={5} required defaultValue={form.message} />
        </div>
        <button className="ac-button button" type="submit">
          {say('before.send')}
        </button>
      </form>
    </>
  );
}
