import type { TicketView } from '../ticket-view.ts';
import { useTicketWords } from './words.ts';

/** How a person of the shop is called on the page; by Shopify's number where nobody told their name. */
export function useStaffName({ staff, me }: Pick<TicketView, 'staff' | 'me'>): (id: string) => string {
  const { t } = useTicketWords();
  const names = new Map(staff.map(({ id, name }) => [id, name]));
  return (id) => (id === me ? t('staff.you', { name: names.get(id) ?? id }) : (names.get(id) ?? t('staff.unnamed', { id })));
}
