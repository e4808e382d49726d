import { Banner, BlockStack } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import type { TicketView } from '../ticket-view.ts';
import { useStaffName } from './staff-name.ts';
import styles from './ticket.module.css';
import { useChange } from './use-change.ts';
import { useTicketWords } from './words.ts';

/** Why a conversation is kept apart as spam, the way back, and what that teaches. */
export function SpamBanner({ view }: { view: TicketView }) {
  const { t, name } = useTicketWords();
  const { locale } = useAdmin();
  const { change, busy } = useChange();
  const staffName = useStaffName(view);
  const { ticket, entries, person } = view;
  if (!ticket.spam) return null;
  const messages = entries.flatMap((entry) => (entry.is === 'message' ? [entry] : []));
  const marked = entries.findLast((entry) => entry.is === 'event' && entry.event.type === 'spam' && entry.actor !== null);
  const signs = [...new Set(messages.flatMap(({ spamSigns }) => spamSigns))];
  const reasons = new Intl.ListFormat(locale).format(signs.map((sign) => name('spamSign', sign)));
  const sender = messages.find(({ direction, from }) => direction === 'in' && from !== null)?.from ?? person.name ?? t('spam.thisSender');
  return (
    <div className={styles['notice']}>
      <Banner tone="warning" title={t('spam.title')} action={{ content: t('spam.not'), loading: busy, onAction: () => change({ spam: 'no' }) }}>
        <BlockStack gap="200">
          {marked?.is === 'event' && marked.actor !== null && <p>{t('spam.byStaff', { name: staffName(marked.actor) })}</p>}
          {signs.length > 0 && <p>{t('spam.because', { reasons })}</p>}
          <p>{t('spam.teaches', { sender })}</p>
        </BlockStack>
      </Banner>
    </div>
  );
}
