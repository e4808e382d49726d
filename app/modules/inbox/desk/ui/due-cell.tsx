import { Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { PromiseBadge } from '../../promises/ui/promise-badge.tsx';
import type { DeskRow } from '../desk-row.ts';
import { useDeskWords } from './words.ts';

/** Until when something is promised, counted down. Of what sleeps, when it wakes. */
export function DueCell({ row: { dueAt, snoozedUntil } }: { row: Pick<DeskRow, 'dueAt' | 'snoozedUntil'> }) {
  const { t } = useDeskWords();
  const { formats } = useAdmin();
  if (snoozedUntil) return <Text as="span" variant="bodySm" tone="subdued">{t('snoozedUntil', { at: formats.shortMoment(snoozedUntil) })}</Text>;
  return dueAt && <PromiseBadge dueAt={dueAt} />;
}
