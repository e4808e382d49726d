import type { BestOffer, ReturnableLine, ReturnableOrder, WishedReturnLine } from '#app/modules/returns/index.pure.ts';
import type { Gift } from './gift.ts';
import { draftLimits, isTrackingNumber, wishedLines, type DraftLine, type DraftState } from './draft.ts';
import type { PortalKey } from './words.ts';

/** The way of a return, in the order it is gone. */
export const steps = ['items', 'reasons', 'outcomes', 'exchange', 'evidence', 'back', 'review'] as const;
export type Step = (typeof steps)[number];

/** What a step is judged by: what was chosen, and what the order allows for it. */
export interface Scene {
  order: ReturnableOrder;
  state: DraftState;
  /** What the recipient of a gift may do; null for the customer. */
  gift: Gift | null;
}

/** A chosen line beside what the order says of it. */
export interface ChosenLine {
  chosen: DraftLine;
  line: ReturnableLine;
}

type NameOf<Key> = Key extends `problem.${infer Name}` ? Name : never;
type FieldOf<Name> = Name extends `${infer Field}.${string}` ? Field : never;

/** What may be wrong, as the words have it: the field, and what is wrong with it. */
export type ProblemName = NameOf<PortalKey>;
export type StepField = FieldOf<ProblemName>;

/** What is wrong at a field of a step, of one line or of all. */
export interface StepProblem {
  lineId: string | null;
  is: ProblemName;
}

/** The chosen lines that the order has. */
export function chosenLines({ order, state }: Scene): ChosenLine[] {
  const lines = new Map(order.lines.map((line) => [line.lineId, line]));
  return state.lines.flatMap((chosen) => {
    const line = lines.get(chosen.lineId);
    return line ? [{ chosen, line }] : [];
  });
}

/** What the policy gives for the outcome that was chosen. */
export function offerOf({ chosen, line }: ChosenLine): BestOffer | null {
  return chosen.outcome && line.decision ? line.decision.offers[chosen.outcome] : null;
}

/** True where something else goes out for it. */
export function isExchange({ outcome }: Pick<DraftLine, 'outcome'>): boolean {
  return outcome === 'exchange' || outcome === 'other_product';
}

/** Photos and answers that are asked of a line; photos may come with any wish for an exception. */
export function askedOf(chosen: ChosenLine): { photos: number; questions: string[]; mayShow: boolean } {
  const offer = offerOf(chosen)?.offer;
  return offer?.allowed ? { photos: offer.photos, questions: offer.questions, mayShow: offer.photos > 0 } : { photos: 0, questions: [], mayShow: offer !== undefined };
}

/** True where a step has anything to ask of what was chosen. */
export function hasStep(step: Step, scene: Scene): boolean {
  const all = chosenLines(scene);
  if (step === 'outcomes') return scene.gift === null;
  if (step === 'exchange') return all.some(({ chosen }) => isExchange(chosen));
  if (step === 'evidence') return all.map(askedOf).some(({ mayShow, questions }) => mayShow || questions.length > 0);
  return step !== 'back' || all.length === 0 || all.some(({ chosen }) => chosen.outcome !== 'keep');
}

/** A problem of one line. */
function problem(lineId: string, is: ProblemName): StepProblem {
  return { lineId, is };
}

/** The step to show for a wish: itself, or the first before it that is not whole yet. */
export function reachable(wished: Step, scene: Scene): Step {
  const before = steps.slice(0, steps.indexOf(wished));
  return before.find((step) => hasStep(step, scene) && problemsAt(step, scene).length > 0) ?? wished;
}

/** The step that follows one that is whole. */
export function stepAfter(step: Step, scene: Scene): Step {
  return steps.slice(steps.indexOf(step) + 1).find((later) => hasStep(later, scene)) ?? 'review';
}

/** The step before one; null at the first. */
export function stepBefore(step: Step, scene: Scene): Step | null {
  return steps.slice(0, steps.indexOf(step)).findLast((earlier) => hasStep(earlier, scene)) ?? null;
}

/** What is wished for the chosen lines, with words for an exception only where one is needed; null where something is missing. */
export function wishOf(scene: Scene): WishedReturnLine[] | null {
  const allowed = new Set(chosenLines(scene).filter((each) => offerOf(each)?.offer.allowed).map(({ chosen }) => chosen.lineId));
  return wishedLines(scene.state)?.map((line) => (allowed.has(line.lineId) ? { ...line, exception: null } : line)) ?? null;
}

/** What is wrong or missing at a step. */
export function problemsAt(step: Step, scene: Scene): StepProblem[] {
  const each = (of: (chosen: ChosenLine) => StepProblem[]) => chosenLines(scene).flatMap(of);
  switch (step) {
    case 'items':
      if (chosenLines(scene).length < scene.state.lines.length) return [{ lineId: null, is: 'items.unknown' }];
      return scene.state.lines.length === 0 ? [{ lineId: null, is: 'items.none' }] : each((chosen) => giftProblems(chosen, scene) ?? unitProblems(chosen));
    case 'reasons':
      return each(reasonProblems);
    case 'outcomes':
      return each(outcomeProblems);
    case 'exchange':
      return each(({ chosen }) => (isExchange(chosen) && chosen.variantId === null ? [{ lineId: chosen.lineId, is: 'variant.missing' }] : []));
    case 'evidence':
      return each(evidenceProblems);
    case 'back':
      return wayProblems(scene.state);
    case 'review':
      return [];
  }
}

/** What a recipient cannot exchange evenly is not theirs to choose. */
function giftProblems({ chosen: { lineId }, line }: ChosenLine, { gift }: Scene): StepProblem[] | null {
  return gift === null || line.why !== null || gift.even.has(lineId) ? null : [{ lineId, is: 'items.notEven' }];
}

function unitProblems({ chosen: { lineId, units }, line }: ChosenLine): StepProblem[] {
  if (line.why !== null) return [{ lineId, is: 'items.unknown' }];
  if (units < 1) return [{ lineId, is: 'units.none' }];
  return units > line.returnable ? [{ lineId, is: 'units.tooMany' }] : [];
}

function reasonProblems({ chosen: { lineId, reasonId, note }, line }: ChosenLine): StepProblem[] {
  const reason = line.reasons.find(({ id }) => id === reasonId);
  if (!reason) return [{ lineId, is: 'reason.missing' }];
  if (note.length > draftLimits.note) return [{ lineId, is: 'note.tooLong' }];
  return reason.handle.startsWith('other') && note === '' ? [{ lineId, is: 'note.noteMissing' }] : [];
}

function outcomeProblems(chosen: ChosenLine): StepProblem[] {
  const { lineId, exception } = chosen.chosen;
  const offer = offerOf(chosen)?.offer;
  if (!offer) return [{ lineId, is: 'outcome.missing' }];
  if (offer.allowed) return [];
  if (!exception) return [{ lineId, is: 'exception.wordsMissing' }];
  return exception.length > draftLimits.exception ? [{ lineId, is: 'exception.tooLong' }] : [];
}

function evidenceProblems(chosen: ChosenLine): StepProblem[] {
  const { lineId, photos, answers } = chosen.chosen;
  const asked = askedOf(chosen);
  return [
    ...(asked.questions.some((_, at) => !answers[at]) ? [problem(lineId, 'answers.missing')] : []),
    ...(photos.length < asked.photos ? [problem(lineId, 'photos.missing')] : []),
  ];
}

function wayProblems({ wayBack }: DraftState): StepProblem[] {
  if (wayBack === null) return [{ lineId: null, is: 'back.missing' }];
  return wayBack.trackingNumber !== null && !isTrackingNumber(wayBack.trackingNumber) ? [{ lineId: null, is: 'tracking.wrong' }] : [];
}
