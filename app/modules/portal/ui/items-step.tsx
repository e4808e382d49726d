import { formatMoney } from '#app/kernel/money.ts';
import { sayRefusal, type ReturnableLine } from '#app/modules/returns/index.pure.ts';
import { HelpCard } from '#app/modules/tracking/index.pure.ts';
import type { Held } from '../portal-answer.ts';
import type { Scene, StepProblem } from '../steps.ts';
import { mainRefusal, possibleFor, sayUntil } from '../terms.ts';
import { Choice, Fault, faultId, isFaulty, Item } from './parts.tsx';
import type { PortalVisit } from './portal-visit.ts';
import { RequestList } from './request-list.tsx';
import { StepFrame } from './step-frame.tsx';

interface Props {
  visit: PortalVisit;
  held: Held;
  scene: Scene;
  problems: StepProblem[];
}

/** Everything in the order, each with whether it can go back and what says so. */
export function ItemsStep({ visit, held, scene, problems }: Props) {
  const { say } = visit;
  const { order, state, gift } = scene;
  const mayChoose = gift ? gift.even.size > 0 : order.lines.some(({ why }) => why === null);
  const isNothing = order.lines.every(({ why }) => why !== null);
  const running = <RequestList visit={visit} proof={held.key} requests={order.requests} />;
  const changing = state.replaces ? <p className="ac-advice">{say('items.changing')}</p> : null;
  return (
    <>
      <StepFrame visit={visit} step="items" held={held} scene={scene} heading={say('items.heading')} intro={say(gift ? 'gift.itemsIntro' : 'items.intro', { name: order.name })} above={changing ?? running} submit={mayChoose ? undefined : null}>
        {isNothing ? <p>{say('items.nothing')}</p> : null}
        <Fault visit={visit} problems={problems} field="items" />
        <ul className="ac-items">
          {order.lines.map((line) => (
            <li key={line.lineId}>
              <Item {...line}>
                {gift ? null : <p className="ac-hint">{say('items.each', { amount: formatMoney({ minor: line.price, currency: order.currency }, visit.words.locale) })}</p>}
                <Standing visit={visit} scene={scene} line={line} problems={problems} />
              </Item>
            </li>
          ))}
        </ul>
      </StepFrame>
      {gift ? (
        <div className="ac-search">
          <HelpCard visit={visit} />
        </div>
      ) : null}
    </>
  );
}

/** Whether a line can go back: chosen here where it can, asked for where the terms refuse it, and why not otherwise. */
function Standing({ visit, scene, line, problems }: Omit<Props, 'held'> & { line: ReturnableLine }) {
  const { say, policy, shop } = visit;
  const { order, state, gift } = scene;
  if (line.why !== null) return <p className="ac-standing">{say(`why.${line.why}`)}</p>;
  const chosen = state.lines.find(({ lineId }) => lineId === line.lineId);
  const fault = <Fault visit={visit} problems={problems} field="items" lineId={line.lineId} />;
  if (gift && !gift.even.has(line.lineId)) {
    return (
      <>
        <p className="ac-standing">{say('gift.inPerson')}</p>
        {fault}
      </>
    );
  }
  const possible = possibleFor(line, order).filter(({ outcome }) => !gift || outcome === 'exchange');
  // Of one thing, it is clear which is meant.
  const isOnly = possible.length > 0 && state.lines.length === 0 && (gift ? gift.even.size : order.lines.filter(({ why }) => why === null).length) === 1;
  const isPartial = possible.length > 0 && possible.every(({ outcome }) => outcome === 'warranty');
  const refusal = possible.length === 0 || isPartial ? mainRefusal(line, order) : null;
  const until = sayUntil(possible, shop.ianaTimezone, policy);
  const about = `ac-about-${line.lineId}`;
  return (
    <>
      <div className="ac-standing" id={about}>
        {refusal ? <p>{sayRefusal(refusal, shop.ianaTimezone, policy)}</p> : null}
        {isPartial ? <p>{say('items.onlySome', { outcomes: policy.allOf(possible.map(({ outcome }) => policy.t(`outcome.${outcome}`))) })}</p> : null}
        {until ? <p>{until}</p> : null}
        {line.decision?.dependsOnReason && !gift ? <p>{say('items.byReason')}</p> : null}
      </div>
      <div className="ac-item">
        <Choice type="checkbox" name="line" value={line.lineId} chosen={chosen !== undefined || isOnly} describedBy={about}>
          {gift ? say('gift.choose') : refusal && !isPartial ? say('items.exception') : say('items.choose')}
          <span className="ac-sr">: {line.title}</span>
        </Choice>
        {line.returnable > 1 ? (
          <span className="ac-units">
            <input
              name={`units-${line.lineId}`}
              type="number"
              inputMode="numeric"
              min="1"
              max={line.returnable}
              defaultValue={chosen?.units ?? line.returnable}
              aria-label={say('items.howMany', { title: line.title })}
              aria-invalid={isFaulty(problems, 'units', line.lineId) ? true : undefined}
              aria-describedby={isFaulty(problems, 'units', line.lineId) ? faultId('units', line.lineId) : undefined}
            />{' '}
            {say('items.of', { count: line.returnable })}
          </span>
        ) : null}
      </div>
      {fault}
      <Fault visit={visit} problems={problems} field="units" lineId={line.lineId} />
    </>
  );
}
