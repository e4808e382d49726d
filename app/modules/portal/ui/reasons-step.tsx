import { nameReason } from '#app/modules/returns/index.pure.ts';
import { draftLimits } from '../draft.ts';
import type { Held } from '../portal-answer.ts';
import { chosenLines, type ChosenLine, type Scene, type StepProblem } from '../steps.ts';
import { Choice, Fault, faultId, isFaulty, Item, TextField } from './parts.tsx';
import type { PortalVisit } from './portal-visit.ts';
import { StepFrame } from './step-frame.tsx';

interface Props {
  visit: PortalVisit;
  held: Held;
  scene: Scene;
  problems: StepProblem[];
}

/** Why each item goes back, by Shopify's reasons for it. */
export function ReasonsStep({ visit, held, scene, problems }: Props) {
  const { say } = visit;
  return (
    <StepFrame visit={visit} step="reasons" held={held} scene={scene} heading={say('reasons.heading')} intro={say('reasons.intro')} problems={problems}>
      {chosenLines(scene).map((each) => (
        <LineReason key={each.line.lineId} visit={visit} problems={problems} {...each} />
      ))}
    </StepFrame>
  );
}

/** So many reasons are shown at once; more are a list to open. */
const shown = 12;

function LineReason({ visit, problems, chosen, line }: ChosenLine & Pick<Props, 'visit' | 'problems'>) {
  const { say, policy } = visit;
  const { lineId } = line;
  const name = `reason-${lineId}`;
  const fault = isFaulty(problems, 'reason', lineId) ? faultId('reason', lineId) : undefined;
  const named = line.reasons.map((reason) => ({ id: reason.id, label: nameReason({ value: reason.handle, name: reason.name }, policy) }));
  return (
    <div className="ac-part-of">
      <Item {...line}>{chosen.units > 1 ? <p className="ac-hint">{say('reasons.quantity', { count: chosen.units })}</p> : null}</Item>
      <fieldset className="ac-choices" aria-describedby={fault}>
        <legend>{say('reasons.reason')}</legend>
        <Fault visit={visit} problems={problems} field="reason" lineId={lineId} />
        {named.length > shown ? (
          <select name={name} aria-label={say('reasons.reason')} defaultValue={chosen.reasonId ?? ''}>
            <option value="">{say('reasons.choose')}</option>
            {named.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        ) : (
          named.map(({ id, label }) => (
            <Choice key={id} type="radio" name={name} value={id} chosen={chosen.reasonId === id}>
              {label}
            </Choice>
          ))
        )}
      </fieldset>
      <TextField name={`note-${lineId}`} label={say('reasons.note')} value={chosen.note} most={draftLimits.note} fault={isFaulty(problems, 'note', lineId) ? faultId('note', lineId) : undefined} />
      <Fault visit={visit} problems={problems} field="note" lineId={lineId} />
    </div>
  );
}
