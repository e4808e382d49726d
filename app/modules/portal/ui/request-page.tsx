import { formatMoney } from '#app/kernel/money.ts';
import { nameReason, type Owed, type RequestView } from '#app/modules/returns/index.pure.ts';
import { HelpCard, safeUrl, StepForm } from '#app/modules/tracking/index.pure.ts';
import type { OwnParcel, ReturnLabel, WayToGo } from '../portal-answer.ts';
import type { PortalKey } from '../words.ts';
import { howItStands, isOver, isToBeSent, marksOf } from './how-it-stands.ts';
import { HowToSend } from './how-to-send.tsx';
import { Card, Item } from './parts.tsx';
import type { PortalVisit } from './portal-visit.ts';
import { WhatCame } from './what-came.tsx';

interface Props {
  visit: PortalVisit;
  proof: string;
  view: RequestView;
  labels: ReturnLabel[];
  way: WayToGo | null;
  own: OwnParcel | null;
  owed: Owed | null;
  notice: Extract<PortalKey, `request.${string}`> | null;
}

/** A return as its customer follows it: how it stands, what to do next, how it is sent, and what was agreed. */
export function RequestPage({ visit, proof, view, labels, way, own, owed, notice }: Props) {
  const { say, dates } = visit;
  const { state } = view;
  const stands = howItStands(visit, view, labels, owed);
  const names = view.returns.flatMap(({ name }) => name ?? []);
  return (
    <>
      <div className="ac-search ac-portal">
        <header className="ac-head">
          <p className="ac-eyebrow">{say('request.heading', { name: view.orderName })}</p>
          <h1>{stands.heading}</h1>
          <p role="status">{stands.next}</p>
          <p className="ac-hint">{say('request.begun', { date: dates.fullDay(view.createdAt) })}</p>
          {names.length > 0 ? <p className="ac-hint">{say('request.name', { names: names.join(', ') })}</p> : null}
          {visit.gift ? <p className="ac-hint">{say('gift.mails')}</p> : null}
        </header>
        {notice ? (
          <p className="ac-advice ac-warn" role="alert">
            {say(notice)}
          </p>
        ) : null}
        <Progress visit={visit} view={view} />
        {view.returns.map(({ decline }, at) => (decline?.note ? <Answer key={at} visit={visit} note={decline.note} /> : null))}
        {owed ? <ToPay visit={visit} owed={owed} /> : null}
        {isToBeSent(view) ? <HowToSend visit={visit} proof={proof} view={view} labels={labels} way={way} own={own} /> : null}
        <WhatCame visit={visit} view={view} />
        <Agreed visit={visit} view={view} />
        <div className="ac-ways">
          {view.replacedBy !== null && state === 'replaced' ? <StepForm visit={visit} fields={{ key: proof, do: 'follow', request: view.replacedBy }} label={say('request.toNew')} /> : null}
          {isOver(state) ? null : <StepForm visit={visit} fields={{ key: proof, do: 'follow', request: view.id }} label={say('request.again')} quiet />}
          {view.mayChange ? <StepForm visit={visit} fields={{ key: proof, do: 'change', request: view.id }} label={say('request.change')} quiet /> : null}
          {view.mayCancel ? <StepForm visit={visit} fields={{ key: proof, do: 'cancel', request: view.id }} label={say('request.cancel')} quiet /> : null}
          <StepForm visit={visit} fields={{ key: proof, do: 'show', step: 'items' }} label={say('request.another')} quiet />
        </div>
      </div>
      <HelpCard visit={visit} proof={proof} />
    </>
  );
}

function Progress({ visit: { say }, view }: { visit: PortalVisit; view: RequestView }) {
  const marks = marksOf(view);
  if (!marks) return null;
  return (
    <ol className="ac-steps ac-marks" aria-label={say('request.steps')}>
      {marks.map(({ name, standing }) => (
        <li key={name} className={`ac-step ac-is-${standing}`} aria-current={standing === 'current' ? 'step' : undefined}>
          <span className="ac-dot" aria-hidden="true">
            {standing === 'done' ? '✓' : ''}
          </span>
          <span className="ac-step-name">{say(`request.${name}`)}</span>
          <span className="ac-sr">: {say(`request.${standing}`)}</span>
        </li>
      ))}
    </ol>
  );
}

function Answer({ visit, note }: { visit: PortalVisit; note: string }) {
  return (
    <Card heading={visit.say('request.declined')}>
      <p>{note}</p>
    </Card>
  );
}

/** What is still to be paid before what was chosen leaves. */
function ToPay({ visit: { say, words }, owed: { amount, payUrl } }: { visit: PortalVisit; owed: Owed }) {
  const page = safeUrl(payUrl);
  return (
    <Card heading={say('review.owed')}>
      <p>
        <strong>{formatMoney(amount, words.locale)}</strong>
      </p>
      <p className="ac-hint">{say('request.owed')}</p>
      {page ? (
        <a className="ac-button button" href={page}>
          {say('request.payNow')}
        </a>
      ) : null}
    </Card>
  );
}

function Agreed({ visit, view }: { visit: PortalVisit; view: RequestView }) {
  const { say, policy, words } = visit;
  const { shown } = view;
  const isPaidBack = view.returns.some(({ refunds }) => refunds.length > 0);
  // Nothing is announced that is here or over.
  const isAhead = !isOver(view.state) && !isPaidBack && view.returns.every(({ state }) => state !== 'settling' && state !== 'refunded');
  const write = (minor: number) => formatMoney({ minor, currency: shown.currency }, words.locale);
  const sums = [
    shown.refund > 0 ? [say(view.returns.every(({ road }) => road === 'store_credit') ? 'review.credit' : 'review.refund'), write(shown.refund)] : null,
    shown.bonus > 0 ? [say('review.bonus'), write(shown.bonus)] : null,
    shown.owed > 0 ? [say('review.owed'), write(shown.owed)] : null,
  ].filter((sum) => sum !== null);
  return (
    <Card heading={say('request.items')}>
      <ul className="ac-items">
        {view.lines.map((line) => (
          <li key={line.id}>
            <Item {...line}>
              <p className="ac-hint">
                {say('reasons.quantity', { count: line.units })} · {nameReason({ value: line.reason.handle, name: line.reason.name }, policy)}
              </p>
              <p>{say(`outcomes.${line.outcome}`)}</p>
              {line.exchange ? <p className="ac-hint">{say('review.forVariant', { title: line.exchange.title })}</p> : null}
              {line.offer.offer.allowed ? null : <p className="ac-hint">{say('review.exceptionAsked')}</p>}
            </Item>
          </li>
        ))}
      </ul>
      {sums.length > 0 && isPaidBack ? <p className="ac-hint">{say('request.confirmed')}</p> : null}
      {sums.length > 0 ? (
        <dl className="ac-facts ac-sums">
          {sums.map(([label, amount]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{amount}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {shown.refund + shown.bonus > 0 && isAhead ? <p className="ac-hint">{say(view.sends ? `review.${view.refundOn}` : 'review.keepNow')}</p> : null}
    </Card>
  );
}

/** Asks once more before a return is given up. */
export function CancelPage({ visit, proof, view }: Pick<Props, 'visit' | 'proof' | 'view'>) {
  const { say } = visit;
  return (
    <div className="ac-search ac-portal">
      <header className="ac-head">
        <p className="ac-eyebrow">{say('request.heading', { name: view.orderName })}</p>
        <h1>{say('request.cancelHeading')}</h1>
        <p>{say('request.cancelText')}</p>
      </header>
      <div className="ac-ways">
        <StepForm visit={visit} fields={{ key: proof, do: 'cancelled', request: view.id }} label={say('request.cancelYes')} />
        <StepForm visit={visit} fields={{ key: proof, do: 'follow', request: view.id }} label={say('request.cancelNo')} quiet />
      </div>
    </div>
  );
}
