import type { Problem, WishProblem } from '#app/modules/returns/index.pure.ts';
import type { ProblemName, Step, StepProblem } from './steps.ts';

const found: Record<WishProblem, { step: Step; is: ProblemName }> = {
  nothing_wished: { step: 'items', is: 'items.none' },
  unknown_line: { step: 'items', is: 'items.unknown' },
  too_many: { step: 'items', is: 'units.tooMany' },
  reason_missing: { step: 'reasons', is: 'reason.missing' },
  note_missing: { step: 'reasons', is: 'note.noteMissing' },
  note_too_long: { step: 'reasons', is: 'note.tooLong' },
  photos_missing: { step: 'evidence', is: 'photos.missing' },
  answers_missing: { step: 'evidence', is: 'answers.missing' },
  refused: { step: 'outcomes', is: 'outcome.refused' },
  variant_missing: { step: 'exchange', is: 'variant.missing' },
  sold_out: { step: 'exchange', is: 'variant.soldOut' },
  not_even: { step: 'items', is: 'items.notEven' },
  no_account: { step: 'outcomes', is: 'outcome.refused' },
};

/** At which step, and at which field of it, what stands in the way of a wish is told. */
export function problemOfWish({ lineId, problem }: Problem): { step: Step; problem: StepProblem } {
  const { step, is } = found[problem];
  // What is about no line in particular stands above them all.
  return { step, problem: lineId === null ? { lineId, is: 'items.unknown' } : { lineId, is } };
}
