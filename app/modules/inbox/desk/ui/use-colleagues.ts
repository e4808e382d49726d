import type { Colleague } from '../desk-choices.server.ts';
import { useDeskWords } from './words.ts';

/** What the colleagues of a desk are called: the reader is told apart, and whom Shopify did not name goes by their number. */
export function useColleagues(colleagues: readonly Colleague[], staffId: string | null): (id: string) => string {
  const { t } = useDeskWords();
  return (id) => {
    const name = colleagues.find((colleague) => colleague.id === id)?.name ?? t('unnamed', { id });
    return id === staffId ? t('me', { name }) : name;
  };
}
