import { Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import type { DeskRow } from '../desk-row.ts';
import { useDeskWords } from './words.ts';

/** Until when something is promised; late is told in words, not by colour alone. Of what sleeps, when it wakes. */
export function DueCell({ row: { dueAt, snoozedUntil } }: { row: Pick<DeskRow, 'dueAt' | 'snoozedUntil'> }) {
  const { t } = useDeskWords();
  const { formats } = useAdmin();
  if (snoozedUntil) return <Text as="span" tone="subdued">{t('snoozedUntil', { at: formats.shortMoment(snoozedUntil) })}</Text>;
  if (!dueAt) return null;
  const isLate = formats.isPast(dueAt);
  const at = formats.shortMoment(dueAt);
  return (
    <Text as="span" tone={isLate ? 'critical' : undefined} fontWeight={isLate ? 'semibold' : undefined}>
      {t(isLate ? 'lateSince' : 'dueAt', { at })}
    </Text>
  );
}
