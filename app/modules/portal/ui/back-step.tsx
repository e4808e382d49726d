import { safeUrl } from '#app/modules/tracking/index.pure.ts';
import type { Held, WayToGo } from '../portal-answer.ts';
import type { Scene, StepProblem } from '../steps.ts';
import { aboutWay } from './about-way.ts';
import { Choice, Fault, faultId, isFaulty } from './parts.tsx';
import type { PortalVisit } from './portal-visit.ts';
import { StepFrame } from './step-frame.tsx';

interface Props {
  visit: PortalVisit;
  held: Held;
  scene: Scene;
  problems: StepProblem[];
  ways: WayToGo[];
}

/** The ways in which it may go back, each with what it costs. */
export function BackStep({ visit, held, scene, problems, ways }: Props) {
  const { say } = visit;
  const chosen = scene.state.wayBack;
  const valueOf = ({ choice: { kind, placeId } }: WayToGo) => (placeId === null ? kind : `${kind}:${placeId}`);
  const current = chosen ? (chosen.placeId === null ? chosen.kind : `${chosen.kind}:${chosen.placeId}`) : null;
  const [only, ...others] = ways;
  return (
    <StepFrame visit={visit} step="back" held={held} scene={scene} heading={say('back.heading')} problems={problems}>
      <fieldset className="ac-choices" aria-describedby={isFaulty(problems, 'back') ? faultId('back') : undefined}>
        <legend>{say('back.legend')}</legend>
        <Fault visit={visit} problems={problems} field="back" />
        {ways.map((way) => (
          <Choice key={valueOf(way)} type="radio" name="back" value={valueOf(way)} chosen={current === valueOf(way) || (current === null && only !== undefined && others.length === 0)}>
            <strong>{way.title}</strong>
            <span className="ac-brings">{`${way.cost} · ${aboutWay(visit, way)}`}</span>
            {way.place ? <PlaceFacts {...way.place} /> : null}
          </Choice>
        ))}
      </fieldset>
      {ways.some(({ asksForNumber }) => asksForNumber) ? (
        <div className="ac-own">
          <OwnField name="carrier" label={say('back.carrier')} hint={say('back.carrierHint')} value={chosen?.carrier ?? ''} fault="" />
          <Fault visit={visit} problems={problems} field="tracking" />
          <OwnField name="tracking" label={say('back.tracking')} hint={say('back.trackingHint')} value={chosen?.trackingNumber ?? ''} fault={isFaulty(problems, 'tracking') ? faultId('tracking') : ''} />
        </div>
      ) : null}
    </StepFrame>
  );
}

function PlaceFacts({ address, hours, url }: NonNullable<WayToGo['place']>) {
  const link = safeUrl(url);
  return (
    <span className="ac-brings">
      {[address, hours].filter((part) => part !== '').join(' · ')}
      {link ? (
        <>
          {' '}
          <a href={link} rel="noreferrer">
            {new URL(link).hostname}
          </a>
        </>
      ) : null}
    </span>
  );
}

function OwnField({ name, label, hint, value, fault }: { name: string; label: string; hint: string; value: string; fault: string }) {
  return (
    <div className="ac-field">
      <label htmlFor={`ac-${name}`}>{label}</label>
      <input id={`ac-${name}`} name={name} type="text" defaultValue={value} maxLength={60} autoComplete="off" spellCheck={false} aria-invalid={fault ? true : undefined} aria-describedby={`${fault} ac-${name}-hint`.trim()} />
      <p className="ac-hint" id={`ac-${name}-hint`}>
        {hint}
      </p>
    </div>
  );
}
