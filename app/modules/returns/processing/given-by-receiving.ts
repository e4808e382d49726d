import type { AgreedReturn } from '../requests/request.ts';
import type { ReturnView } from '../views.ts';
import { dueUnits, type AgreedTerms } from './due-units.ts';
import type { FoundUnits } from './finding.ts';

/** What was agreed with a customer, for whoever receives their return. */
export interface GivenByItself {
  terms: AgreedTerms;
  parcel: 'arrived' | 'moving' | 'none';
  /** In minor units of what was paid in, with what the shop adds; nothing where only goods go out. */
  amount: { minor: number; currency: string };
  to: AgreedReturn['to'];
}

/** Whether receiving these units lets what was agreed be given without another click: all of it, some of it, or nothing. */
export function givenByReceiving(view: ReturnView, { terms, parcel }: GivenByItself, found: readonly FoundUnits[]): 'nothing' | 'part' | 'whole' {
  if (found.length === 0) return 'nothing';
  const received = [...view.received, ...found.map(({ disposition, quantity }) => ({ disposition: disposition.toLowerCase(), quantity }))];
  const due = dueUnits({ ...view, received, inspections: [...view.inspections, ...found] }, terms, parcel);
  return due ? (due.whole ? 'whole' : 'part') : 'nothing';
}
