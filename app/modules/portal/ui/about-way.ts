import type { WayToGo } from '../portal-answer.ts';
import type { PortalVisit } from './portal-visit.ts';

/** What a way back is about; no label is sent to a recipient, who finds it on the page. */
export function aboutWay({ gift, say }: Pick<PortalVisit, 'gift' | 'say'>, { choice, about }: WayToGo): string {
  return gift && choice.kind === 'label' ? say('gift.labelComes') : about;
}
