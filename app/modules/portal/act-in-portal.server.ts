import { ExpectedError } from '#app/kernel/errors.ts';
import type { VisitForm } from '#app/modules/tracking/index.server.ts';
import { cancelInPortal, changeInPortal, followRequest, numberInPortal } from './follow-request.server.ts';
import type { PortalAnswer } from './portal-answer.ts';
import type { Holder } from './portal-needs.ts';
import { readScene } from './scene.server.ts';
import { showStep } from './show-step.server.ts';
import { hasStep, problemsAt, steps, type Step } from './steps.ts';
import { takeConfirmation } from './take-confirmation.server.ts';
import { takeStep } from './take-step.server.ts';

/** What somebody who may act on an order does, and what they see then. A portal that is closed begins nothing; what was begun goes on. */
export async function actInPortal(holder: Holder, form: VisitForm | null, query: URLSearchParams, isOpen: boolean): Promise<PortalAnswer> {
  try {
    const fields = form?.fields ?? query;
    const wish = form?.fields.get('do') ?? '';
    const request = fields.get('request')?.slice(0, 64) ?? null;
    if (request !== null) {
      if (wish === 'cancel' || wish === 'cancelled') return await cancelInPortal(holder, request, wish === 'cancelled');
      if (wish === 'number') return await numberInPortal(holder, request, fields);
      if (wish === 'change' && isOpen) return await changeInPortal(holder, request);
      return await followRequest(holder, request, null);
    }
    if (!isOpen) return await closedFor(holder);
    const step = steps.find((each) => each === wish);
    if (step === 'review') return await takeConfirmation(holder, fields);
    if (step && form) return await takeStep(holder, step, form);
    return await show(holder, steps.find((each) => each === fields.get('step')) ?? null);
  } catch (error) {
    if (error instanceof ExpectedError && error.status === 404) return { kind: 'gone' };
    throw error;
  }
}

/** The step that was asked for, or where the visitor left off; never beyond what is whole. */
async function show(holder: Holder, wished: Step | null): Promise<PortalAnswer> {
  const staged = await readScene(holder);
  if (!staged) return { kind: 'closed', key: null };
  const open = steps.find((step) => hasStep(step, staged) && problemsAt(step, staged).length > 0) ?? 'review';
  return showStep(holder, staged, wished ?? open);
}

async function closedFor(holder: Holder): Promise<PortalAnswer> {
  const staged = await readScene(holder);
  return staged ? { kind: 'closed', key: holder.key, requests: staged.order.requests } : { kind: 'closed', key: null };
}
