import type { IndexTableProps } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { offeredSnoozes } from '../../tickets/snooze-until.ts';
import { priorities, ticketCategories } from '../../tickets/ticket.ts';
import type { Desk } from '../desk-page.server.ts';
import { useColleagues } from './use-colleagues.ts';
import { useDeskWords } from './words.ts';

interface Wanted extends Pick<Desk, 'colleagues' | 'staffId' | 'teams'> {
  /** How many are chosen. */
  count: number;
  /** True where what is chosen was set aside as spam. */
  isSpam: boolean;
  change(fields: Readonly<Record<string, string>>): void;
  onTag(): void;
  onMerge(): void;
}

/** What may be done to several conversations at once. */
export function useBulkActions({ colleagues, staffId, teams, count, isSpam, change, onTag, onMerge }: Wanted): Pick<IndexTableProps, 'promotedBulkActions' | 'bulkActions'> {
  const { t } = useDeskWords();
  const { shop, openedAt } = useAdmin();
  const nameOf = useColleagues(colleagues, staffId);
  const item = (content: string, fields: Readonly<Record<string, string>>) => ({ content, onAction: () => change(fields) });
  return {
    promotedBulkActions: [
      { content: t('bulk.solve'), onAction: () => change({ state: 'solved' }) },
      { title: t('bulk.assign'), actions: [...colleagues.map(({ id }) => item(nameOf(id), { assigneeId: id })), item(t('nobody'), { assigneeId: '' }), ...teams.map(({ id, name }) => item(t('bulk.toTeam', { team: name }), { teamId: id }))] },
      { title: t('bulk.snooze'), actions: offeredSnoozes(shop.ianaTimezone, openedAt).map((choice) => item(t(`snooze.${choice}`), { snooze: choice })) },
      { content: t('bulk.tag'), onAction: onTag },
      { content: t('bulk.merge'), onAction: onMerge, disabled: count < 2 },
    ],
    bulkActions: [
      { title: t('filters.state'), items: (['open', 'waiting_customer', 'waiting_third', 'solved', 'closed'] as const).map((state) => item(t(`states.${state}`), { state })) },
      { title: t('filters.priority'), items: priorities.map((priority) => item(t(`priorities.${priority}`), { priority })) },
      { title: t('filters.category'), items: ticketCategories.map((category) => item(t(`categories.${category}`), { category })) },
      { items: [item(t(isSpam ? 'bulk.noSpam' : 'bulk.spam'), { spam: isSpam ? 'no' : 'yes' })] },
    ],
  };
}
