import { draftLimits } from '../draft.ts';
import type { Held } from '../portal-answer.ts';
import { askedOf, chosenLines, type Scene, type StepProblem } from '../steps.ts';
import { Choice, Fault, faultId, isFaulty, Item, TextField } from './parts.tsx';
import type { PortalVisit } from './portal-visit.ts';
import { StepFrame } from './step-frame.tsx';

interface Props {
  visit: PortalVisit;
  held: Held;
  scene: Scene;
  problems: StepProblem[];
  /** The item that is asked about. */
  lineId: string;
}

/** Questions and photos about one item. */
export function EvidenceStep({ visit, held, scene, problems, lineId }: Props) {
  const { say } = visit;
  const each = chosenLines(scene).find(({ line }) => line.lineId === lineId);
  if (!each) return null;
  const { chosen, line } = each;
  const { photos, questions, mayShow } = askedOf(each);
  const fault = isFaulty(problems, 'photos', lineId) ? faultId('photos', lineId) : '';
  const answersFault = isFaulty(problems, 'answers', lineId) ? faultId('answers', lineId) : undefined;
  return (
    <StepFrame visit={visit} step="evidence" held={held} scene={scene} heading={say('evidence.heading')} problems={problems} carried={{ line: lineId }} photos>
      <Item {...line} />
      <Fault visit={visit} problems={problems} field="answers" lineId={lineId} />
      {questions.map((question, at) => (
        <TextField key={question} name={`answer-${lineId}-${at}`} label={question} value={chosen.answers[at] ?? ''} most={draftLimits.answer} rows={2} fault={chosen.answers[at] ? undefined : answersFault} />
      ))}
      {mayShow ? (
        <div className="ac-field">
          <label htmlFor="ac-photos">{photos > 0 ? say('evidence.photos', { count: photos }) : say('evidence.photosOptional')}</label>
          <Fault visit={visit} problems={problems} field="photos" lineId={lineId} />
          {chosen.photos.length > 0 ? <p role="status">{say('evidence.kept', { count: chosen.photos.length })}</p> : null}
          {chosen.photos.map((key, at) => (
            <Choice key={key} type="checkbox" name="without" value={key} chosen={false}>
              {say('evidence.without', { number: at + 1 })}
            </Choice>
          ))}
          <input id="ac-photos" name="photos" type="file" accept="image/*" multiple aria-invalid={fault ? true : undefined} aria-describedby={`${fault} ac-photos-hint`.trim()} />
          <p className="ac-hint" id="ac-photos-hint">
            {say('evidence.photosHint')}
          </p>
        </div>
      ) : null}
    </StepFrame>
  );
}
