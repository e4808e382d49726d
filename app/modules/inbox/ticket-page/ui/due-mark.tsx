import { Badge } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import type { ShownTicket } from '../ticket-view.ts';
import styles from './ticket.module.css';
import { useTicketWords } from './words.ts';

/** Until when something is promised to the customer, or when a ticket that was put away comes back. Late is told in words, not by colour alone. */
export function DueMark({ ticket: { dueAt, isLate, snoozedUntil } }: { ticket: ShownTicket }) {
  const { t } = useTicketWords();
  const { formats } = useAdmin();
  if (snoozedUntil) return <span className={styles['quiet']}>{t('page.wakes', { at: formats.shortMoment(snoozedUntil) })}</span>;
  if (!dueAt) return null;
  const at = formats.shortMoment(dueAt);
  return isLate ? <Badge tone="critical">{t('page.lateSince', { at })}</Badge> : <span className={`${styles['quiet']} ${styles['hiddenOnPhone']}`}>{t('page.dueAt', { at })}</span>;
}

/** The same of what is not late, as short as it can be told, for a screen whose head has no room for it. */
export function DueShort({ ticket: { dueAt, isLate, snoozedUntil } }: { ticket: ShownTicket }) {
  const { t } = useTicketWords();
  const { formats, openedAt } = useAdmin();
  if (!dueAt || isLate || snoozedUntil) return null;
  const at = formats.dayKey(dueAt) === formats.dayKey(openedAt) ? formats.time(dueAt) : formats.inSentence.day(dueAt);
  return <span className={styles['quiet']}>{t('page.dueShort', { at })}</span>;
}
