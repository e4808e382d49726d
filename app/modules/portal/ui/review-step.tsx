import type { ReactNode } from 'react';
import { formatMoney } from '#app/kernel/money.ts';
import { nameReason, type Plan, type PlannedLine } from '#app/modules/returns/index.pure.ts';
import { StepForm } from '#app/modules/tracking/index.pure.ts';
import type { Held, PortalAnswer, WayToGo } from '../portal-answer.ts';
import type { Scene } from '../steps.ts';
import { aboutWay } from './about-way.ts';
import { MoneyTable } from './money-table.tsx';
import { Item } from './parts.tsx';
import type { PortalVisit } from './portal-visit.ts';
import { StepFrame } from './step-frame.tsx';

interface Props {
  visit: PortalVisit;
  held: Held;
  scene: Scene;
  plan: Plan;
  way: WayToGo | null;
  notice: Extract<PortalAnswer, { step: 'review' }>['notice'];
}

/** Everything once more before it counts: what goes back, each amount, how and when money arrives, who decides. */
export function ReviewStep({ visit, held, scene, plan, way, notice }: Props) {
  const { say, words } = visit;
  const { shown } = plan;
  const owed = formatMoney({ minor: shown.owed, currency: shown.currency }, words.locale);
  const carried = { draft: held.draft.id, revision: String(held.draft.revision), refund: String(shown.refund), owed: String(shown.owed), bonus: String(shown.bonus), currency: shown.currency };
  return (
    <StepFrame
      visit={visit}
      step="review"
      held={held}
      scene={scene}
      heading={say('review.heading')}
      carried={carried}
      submit={plan.approval === 'person' ? say('review.ask') : shown.owed > 0 ? say('review.confirmOwed', { amount: owed }) : say('review.confirm')}
      above={
        <>
          {notice ? (
            <p className="ac-advice ac-warn" role="alert">
              {say(notice)}
            </p>
          ) : null}
          <Part visit={visit} heading={say('review.items')} held={held} step="items">
            <ul className="ac-items">
              {plan.lines.map((line, at) => (
                <li key={`${line.lineId}-${at}`}>
                  <PlannedItem visit={visit} line={line} image={scene.order.lines.find(({ lineId }) => lineId === line.lineId)?.image ?? null} />
                </li>
              ))}
            </ul>
          </Part>
          {way ? (
            <Part visit={visit} heading={say('review.way')} held={held} step="back">
              <p>
                <strong>{way.title}</strong>
              </p>
              <p className="ac-hint">{`${way.cost} · ${aboutWay(visit, way)}`}</p>
            </Part>
          ) : null}
        </>
      }
    >
      {visit.gift ? <p>{say('gift.even')}</p> : <Money visit={visit} plan={plan} />}
      <p className="ac-advice">{say(plan.approval === 'nobody' ? 'review.approvalNobody' : visit.mails.asked ? 'review.approvalPerson' : 'here.approvalPerson')}</p>
    </StepFrame>
  );
}

/** What it means in money, and how that is paid. */
function Money({ visit, plan }: { visit: PortalVisit; plan: Plan }) {
  const { say } = visit;
  return (
    <>
      <h2 className="ac-eyebrow">{say('review.money')}</h2>
      <MoneyTable visit={visit} plan={plan} />
      {plan.shown.owed > 0 ? <p className="ac-hint">{say('review.owedText')}</p> : null}
      <Means visit={visit} plan={plan} />
    </>
  );
}

function Part({ visit, heading, held, step, children }: { visit: PortalVisit; heading: string; held: Held; step: string; children: ReactNode }) {
  return (
    <section className="ac-card ac-main">
      <h2 className="ac-eyebrow">{heading}</h2>
      {children}
      <div className="ac-again">
        <StepForm visit={visit} fields={{ key: held.key, do: 'show', step }} label={visit.say('review.change')} quiet />
      </div>
    </section>
  );
}

function PlannedItem({ visit, line, image }: { visit: PortalVisit; line: PlannedLine; image: string | null }) {
  const { say, policy } = visit;
  return (
    <Item title={line.title} variantTitle={line.variantTitle} image={image}>
      <p className="ac-hint">
        {say('reasons.quantity', { count: line.units })} · {nameReason({ value: line.reason.handle, name: line.reason.name }, policy)}
      </p>
      <p>
        <strong>{say(`outcomes.${line.outcome}`)}</strong>
      </p>
      {line.exchange ? <p className="ac-hint">{say('review.forVariant', { title: line.exchange.title })}</p> : null}
      {line.offer.offer.allowed ? null : <p className="ac-hint">{say('review.exceptionAsked')}</p>}
    </Item>
  );
}

/** By what means money comes, and when. */
function Means({ visit, plan }: { visit: PortalVisit; plan: Plan }) {
  const { say, words } = visit;
  const { money, back, bonus, refundOn, lines } = plan;
  if (money.refund === 0 && bonus === 0) return null;
  const write = (minor: number) => formatMoney({ minor, currency: money.currency }, words.locale);
  const byPayment = back.reduce((sum, { amount }) => sum + amount, 0);
  const credit = money.refund - byPayment + bonus;
  return (
    <section>
      <h2 className="ac-eyebrow">{say('review.means')}</h2>
      <ul className="ac-means">
        {back.map(({ paymentId, name, amount, arrival }) => (
          <li key={paymentId}>{arrival.is === 'working_days' ? say('review.working_days', { amount: write(amount), name, from: arrival.from, to: arrival.to }) : say(`review.${arrival.is}`, { amount: write(amount), name })}</li>
        ))}
        {credit > 0 ? <li>{say('review.toCredit', { amount: write(credit) })}</li> : null}
        <li>{lines.every(({ outcome }) => outcome === 'keep') ? say('review.keepNow') : say(`review.${refundOn}`)}</li>
      </ul>
    </section>
  );
}
