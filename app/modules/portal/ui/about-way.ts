import type { WayToGo } from '../portal-answer.ts';
import type { PortalVisit } from './portal-visit.ts';

/** What a way back is about; a label that is not sent by email is found on the page. */
export function aboutWay({ mails, say }: Pick<PortalVisit, 'mails' | 'say'>, { choice, about }: WayToGo): string {
  return choice.kind === 'label' && !mails.label ? say('here.labelComes') : about;
}
