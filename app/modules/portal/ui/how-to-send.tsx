import type { RequestView } from '#app/modules/returns/index.pure.ts';
import { Carried, safeUrl } from '#app/modules/tracking/index.pure.ts';
import type { OwnParcel, ReturnLabel, WayToGo } from '../portal-answer.ts';
import { waitsForLabel } from './how-it-stands.ts';
import { Card } from './parts.tsx';
import type { PortalVisit } from './portal-visit.ts';

interface Props {
  visit: PortalVisit;
  proof: string;
  view: RequestView;
  labels: ReturnLabel[];
  way: WayToGo | null;
  own: OwnParcel | null;
}

/** Labels and codes that are there, and what to do with them. */
export function HowToSend({ visit, proof, view, labels, way, own }: Props) {
  const { say } = visit;
  return (
    <Card heading={say('request.how')}>
      {way ? (
        <p>
          <strong>{way.title}</strong>
        </p>
      ) : null}
      {way?.place ? <p>{[way.place.name, way.place.address, way.place.hours].filter((part) => part !== '').join(' · ')}</p> : null}
      {waitsForLabel(view, labels) ? <p className="ac-hint">{say(visit.mails.label ? 'request.labelComes' : 'here.labelComes')}</p> : null}
      {view.wayBack.kind === 'own_label' ? <p className="ac-hint">{say(way?.place ? 'request.ownLabel' : 'request.ownLabelAsk')}</p> : null}
      {labels.map((label) => (
        <Label key={label.id} visit={visit} label={label} />
      ))}
      {own ? <OwnNumber visit={visit} proof={proof} requestId={view.id} own={own} /> : null}
      {way && way.packing.length > 0 && view.state === 'send' ? (
        <>
          <h3>{say('request.packing')}</h3>
          <ol className="ac-packing">
            {way.packing.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </>
      ) : null}
    </Card>
  );
}

function Label({ visit, label: { label, qr, carrier, number } }: { visit: PortalVisit; label: ReturnLabel }) {
  const { say } = visit;
  const [paper, code] = [safeUrl(label), safeUrl(qr)];
  return (
    <div className="ac-label">
      {code ? <img className="ac-qr" src={code} alt={say('request.qrAlt')} width="220" height="220" /> : null}
      {paper ? (
        <a className="ac-button button" href={paper} target="_blank" rel="noreferrer">
          {say('request.print')}
        </a>
      ) : null}
      {number ? (
        <p>
          {say('request.number')}: <span className="ac-number">{number}</span>
          {carrier ? ` (${carrier})` : ''}
        </p>
      ) : null}
    </div>
  );
}

/** Under which number one's own parcel comes back, once it is sent. */
function OwnNumber({ visit, proof, requestId, own }: { visit: PortalVisit; proof: string; requestId: string; own: OwnParcel }) {
  const { say } = visit;
  return (
    <form className="ac-form ac-own-number" method="post" action={visit.address} noValidate>
      <Carried visit={visit} fields={{ key: proof, do: 'number', request: requestId }} />
      <p>{say('request.tell')}</p>
      <div className="ac-field">
        <label htmlFor="ac-own-carrier">{say('back.carrier')}</label>
        <input id="ac-own-carrier" name="carrier" type="text" defaultValue={own.carrier} maxLength={60} autoComplete="off" />
      </div>
      <div className="ac-field">
        <label htmlFor="ac-own-number">{say('request.number')}</label>
        <input id="ac-own-number" name="tracking" type="text" defaultValue={own.number} maxLength={60} autoComplete="off" spellCheck={false} aria-invalid={own.isWrong ? true : undefined} aria-describedby={own.isWrong ? 'ac-own-number-error' : undefined} />
        {own.isWrong ? (
          <p className="ac-error" id="ac-own-number-error">
            {say('problem.tracking.wrong')}
          </p>
        ) : null}
      </div>
      <button className="ac-button ac-quiet button button--secondary" type="submit">
        {say('request.tellSave')}
      </button>
    </form>
  );
}
