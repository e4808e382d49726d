import type { ReactNode } from 'react';
import { Carried, StepForm } from '#app/modules/tracking/index.pure.ts';
import type { Held } from '../portal-answer.ts';
import { hasStep, stepBefore, steps, type Scene, type Step, type StepProblem } from '../steps.ts';
import type { PortalVisit } from './portal-visit.ts';

interface Props {
  visit: PortalVisit;
  step: Step;
  held: Held;
  scene: Scene;
  heading: string;
  intro?: string;
  problems?: readonly StepProblem[];
  /** What stands above the form. */
  above?: ReactNode;
  /** More that the form carries unseen. */
  carried?: Readonly<Record<string, string>>;
  /** What the button says; null where the step has none. */
  submit?: string | null;
  photos?: boolean;
  children: ReactNode;
}

/** One step of the way: where one is, its form, and the way back. */
export function StepFrame({ visit, step, held, scene, heading, intro, problems = [], above, carried = {}, submit, photos = false, children }: Props) {
  const { say } = visit;
  const all = steps.filter((each) => hasStep(each, scene));
  const before = stepBefore(step, scene);
  return (
    <div className="ac-search ac-portal">
      <header className="ac-head">
        <p className="ac-eyebrow">{say('step.of', { number: all.indexOf(step) + 1, total: all.length })}</p>
        <h1>{heading}</h1>
        {intro ? <p className="ac-hint">{intro}</p> : null}
      </header>
      {above}
      <form className="ac-card ac-main ac-form" method="post" action={visit.address} encType={photos ? 'multipart/form-data' : undefined} noValidate>
        <Carried visit={visit} fields={{ key: held.key, do: step, ...carried }} />
        {problems.length > 0 ? (
          <p className="ac-error" role="alert">
            {say('step.error')}
          </p>
        ) : null}
        {children}
        {submit === null ? null : (
          <button className="ac-button button" type="submit">
            {submit ?? say('step.next')}
          </button>
        )}
      </form>
      {before ? <StepForm visit={visit} fields={{ key: held.key, do: 'show', step: before }} label={say('step.back')} quiet /> : null}
    </div>
  );
}
