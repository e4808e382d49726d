import { isOfferedWay } from '#app/modules/labels/index.server.ts';
import type { VisitForm } from '#app/modules/tracking/index.server.ts';
import { exchangeChoices } from '#app/modules/returns/index.server.ts';
import { cut } from '#app/kernel/text.ts';
import type { DraftState } from './draft.ts';
import { productOf } from './exchange-offers.server.ts';
import type { PortalAnswer } from './portal-answer.ts';
import type { Holder } from './portal-needs.ts';
import { addPhotos } from './photos.server.ts';
import { readStep } from './read-step.ts';
import { changeScene, type Staged } from './scene.server.ts';
import { evidenceLines, showStep } from './show-step.server.ts';
import { chosenLines, isExchange, problemsAt, stepAfter, type Scene, type Step, type StepProblem } from './steps.ts';
import { waysToGo } from './ways-to-go.server.ts';

/** Keeps what a step's form says, whole or not, and shows the next step, or the same one with what is wrong. */
export async function takeStep(holder: Holder, step: Step, form: VisitForm): Promise<PortalAnswer> {
  const { fields } = form;
  const lineId = step === 'evidence' ? (fields.get('line') ?? '') : null;
  const photos = lineId === null ? null : await addPhotos(holder, form, lineId);
  const staged = await changeScene(holder, async (scene) => {
    // A recipient is not asked for an outcome, so none is read.
    const read = step === 'outcomes' && scene.gift ? scene.state : readStep(step, fields, scene);
    if (step === 'back') return offeredWay(holder, { ...scene, state: read });
    if (step === 'exchange') return offeredOnly(holder, { ...scene, state: read });
    return photos ? withPhotos(read, lineId, photos.keys) : read;
  });
  if (!staged) return { kind: 'closed', key: null };
  if (step === 'exchange' && (fields.has('find') || fields.has('pick') || fields.has('again'))) return showStep(holder, staged, step, { searched: searchedIn(fields) });
  const problems = [...(photos?.problem ? [photos.problem] : []), ...problemsAt(step, staged).filter((problem) => lineId === null || problem.lineId === lineId)];
  if (problems.length > 0) return showStep(holder, staged, step, { problems: onceAField(problems), ...(lineId === null ? {} : { lineId }) });
  return showStep(holder, staged, ...following(step, staged, lineId));
}

/** After the last item that is asked about comes the next step. */
function following(step: Step, staged: Staged, lineId: string | null): [Step, { lineId?: string }?] {
  const asked = chosenLines(staged).map(({ chosen }) => chosen.lineId).filter((id) => evidenceLines(staged).includes(id));
  const next = lineId === null ? undefined : asked[asked.indexOf(lineId) + 1];
  return next === undefined ? [stepAfter(step, staged)] : ['evidence', { lineId: next }];
}

/** The first word about a field is enough. */
function onceAField(problems: readonly StepProblem[]): StepProblem[] {
  const fieldOf = ({ is, lineId }: StepProblem) => `${is.split('.')[0]}:${lineId}`;
  return problems.filter((problem, at) => problems.findIndex((other) => fieldOf(other) === fieldOf(problem)) === at);
}

/** Nothing goes out but a form of the product it is exchanged within. */
async function offeredOnly({ proxy: { ctx }, orderId }: Holder, scene: Scene): Promise<DraftState> {
  const kept = new Map<string, boolean>();
  for (const each of chosenLines(scene)) {
    const { lineId, variantId } = each.chosen;
    if (!isExchange(each.chosen) || variantId === null) continue;
    const productId = productOf(each);
    const product = scene.gift ? (scene.gift.even.get(lineId) ?? null) : productId === null ? null : await exchangeChoices(ctx, { orderId, productId });
    kept.set(lineId, product?.variants.some((variant) => variant.variantId === variantId && variant.stock !== 'sold_out') ?? false);
  }
  return { ...scene.state, lines: scene.state.lines.map((line) => (kept.get(line.lineId) === false ? { ...line, variantId: null } : line)) };
}

/** No way back but one that the shop offers. */
async function offeredWay(holder: Holder, scene: Scene): Promise<DraftState> {
  const { wayBack } = scene.state;
  const isOffered = wayBack !== null && isOfferedWay(await waysToGo(holder, scene), wayBack);
  return isOffered ? scene.state : { ...scene.state, wayBack: null };
}

function withPhotos(state: DraftState, lineId: string | null, keys: readonly string[]): DraftState {
  return { ...state, lines: state.lines.map((line) => (line.lineId === lineId ? { ...line, photos: [...line.photos, ...keys] } : line)) };
}

function searchedIn(fields: URLSearchParams): { lineId: string | null; words: string } {
  const lineId = fields.get('find');
  return { lineId, words: cut((fields.get(`words-${lineId}`) ?? '').trim(), 80) };
}
