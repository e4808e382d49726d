import { formatMoney } from '#app/kernel/money.ts';
import { sayBetter, sayDeadline, sayRefusal, type Outcome, type RefusedOffer } from '#app/modules/returns/index.pure.ts';
import { draftLimits } from '../draft.ts';
import type { Held } from '../portal-answer.ts';
import { chosenLines, type ChosenLine, type Scene, type StepProblem } from '../steps.ts';
import { bringsOf, possibleFor, refusedFor, mainRefusal, type Possible } from '../terms.ts';
import { Choice, Fault, faultId, isFaulty, Item, TextField } from './parts.tsx';
import type { PortalVisit } from './portal-visit.ts';
import { StepFrame } from './step-frame.tsx';

interface Props {
  visit: PortalVisit;
  held: Held;
  scene: Scene;
  problems: StepProblem[];
}

type LineProps = ChosenLine & Pick<Props, 'visit' | 'scene' | 'problems'>;

/** What is wished for each item: what is possible with what it brings, and what an exception may be asked for. */
export function OutcomesStep({ visit, held, scene, problems }: Props) {
  const { say } = visit;
  return (
    <StepFrame visit={visit} step="outcomes" held={held} scene={scene} heading={say('outcomes.heading')} intro={say('outcomes.exact')} problems={problems}>
      {chosenLines(scene).map((each) => (
        <LineOutcomes key={each.line.lineId} visit={visit} scene={scene} problems={problems} {...each} />
      ))}
    </StepFrame>
  );
}

function LineOutcomes({ visit, scene, problems, chosen, line }: LineProps) {
  const { say } = visit;
  const { lineId } = line;
  const possible = possibleFor(line, scene.order);
  const refused = possible.length > 0 ? refusedFor(line, scene.order) : exceptionsFor({ visit, scene, problems, chosen, line });
  const asksException = refused.some(({ outcome }) => outcome === chosen.outcome);
  const sentences = refused.map(({ offer }) => sayRefusal(offer, visit.shop.ianaTimezone, visit.policy));
  const isOneSentence = new Set(sentences).size === 1;
  const exceptionFault = isFaulty(problems, 'exception', lineId) ? faultId('exception', lineId) : undefined;
  return (
    <div className="ac-part-of">
      <Item {...line}>{chosen.units > 1 ? <p className="ac-hint">{say('reasons.quantity', { count: chosen.units })}</p> : null}</Item>
      <fieldset className="ac-choices" aria-describedby={isFaulty(problems, 'outcome', lineId) ? faultId('outcome', lineId) : undefined}>
        <legend>{say('outcomes.legend')}</legend>
        <Fault visit={visit} problems={problems} field="outcome" lineId={lineId} />
        {possible.map((each) => (
          <Choice key={each.outcome} type="radio" name={`outcome-${lineId}`} value={each.outcome} chosen={chosen.outcome === each.outcome}>
            <strong>{say(`outcomes.${each.outcome}`)}</strong>
            <Brings visit={visit} scene={scene} chosen={chosen} line={line} possible={each} />
          </Choice>
        ))}
        {refused.length > 0 ? (
          <details className="ac-more" open={asksException || possible.length === 0}>
            <summary>{say('outcomes.impossible')}</summary>
            {isOneSentence ? <p>{sentences[0]}</p> : null}
            <p className="ac-hint">{say(visit.mails.asked ? 'outcomes.exceptionHint' : 'here.exceptionHint')}</p>
            {refused.map(({ outcome }, at) => (
              <Choice key={outcome} type="radio" name={`outcome-${lineId}`} value={outcome} chosen={chosen.outcome === outcome}>
                <strong>
                  {say('outcomes.exception')}: {say(`outcomes.${outcome}`)}
                </strong>
                {isOneSentence ? null : <span className="ac-brings">{sentences[at]}</span>}
              </Choice>
            ))}
            <TextField name={`exception-${lineId}`} label={say('outcomes.exceptionWords')} value={chosen.exception ?? ''} most={draftLimits.exception} fault={exceptionFault} />
            <Fault visit={visit} problems={problems} field="exception" lineId={lineId} />
          </details>
        ) : null}
      </fieldset>
    </div>
  );
}

/** Where nothing is possible at all, the money back may still be asked for. */
function exceptionsFor({ scene, line }: LineProps): { outcome: Outcome; offer: RefusedOffer }[] {
  const refused = refusedFor(line, scene.order);
  const main = mainRefusal(line, scene.order);
  return refused.length === 0 && main ? [{ outcome: 'refund', offer: main }] : refused;
}

function Brings({ visit, scene, chosen, line, possible }: Pick<LineProps, 'visit' | 'scene' | 'chosen' | 'line'> & { possible: Possible }) {
  const { say, policy, shop, words } = visit;
  const { outcome, offer } = possible;
  const brings = bringsOf(possible, line.price, chosen.units);
  const shown = (minor = 0) => formatMoney({ minor, currency: scene.order.currency }, words.locale);
  const [amount, gift] = [shown(brings?.amount), shown(brings?.gift)];
  const best = line.decision?.offers[outcome];
  const first = brings === null ? say(outcome === 'warranty' ? 'outcomes.bringsWarranty' : 'outcomes.bringsExchange') : outcome !== 'store_credit' ? say('outcomes.brings', { amount }) : offer.bonus.percent > 0 ? say('outcomes.bringsBonus', { amount, gift, percent: policy.percent(offer.bonus.percent) }) : say('outcomes.bringsCredit', { amount });
  const said = [
    offer.fee.percent > 0 ? say('outcomes.fee', { percent: policy.percent(offer.fee.percent) }) : null,
    outcome === 'keep' ? null : sayWay(possible, visit),
    offer.approval === 'person' ? say(visit.mails.asked ? 'outcomes.person' : 'here.person') : null,
    offer.photos > 0 ? say('outcomes.photos', { count: offer.photos }) : null,
    // What is alike for all of them was said with the item.
    outcome === 'warranty' ? sayDeadline(offer, shop.ianaTimezone, policy) : null,
    best ? sayBetter(best, policy) : null,
  ];
  return (
    <>
      <span className="ac-brings">{first}</span>
      <span className="ac-brings">{said.filter((sentence) => sentence !== null).join(' ')}</span>
    </>
  );
}

/** Amounts of a policy are in the shop's own currency. */
function sayWay({ offer: { wayBack } }: Possible, { say, policy }: PortalVisit): string {
  if (wayBack.amount === null) return say('outcomes.wayOwn');
  return wayBack.payer === 'shop' || wayBack.amount === 0 ? say('outcomes.wayFree') : say('outcomes.wayCosts', { amount: policy.money(wayBack.amount) });
}
