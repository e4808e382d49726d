import { Badge } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import type { ShownMessage } from '../ticket-view.ts';
import styles from './ticket.module.css';
import { useTicketWords } from './words.ts';

/** How far a message of ours has come; only what did not arrive is loud. */
export function DeliveryMark({ message: { delivery, sendAt, withdrawnAt, withdrawnFor } }: { message: ShownMessage }) {
  const { t, name } = useTicketWords();
  const { formats } = useAdmin();
  if (withdrawnAt) return <span className={styles['quiet']}>{withdrawnFor === null ? t('delivery.withdrawn') : name('withdrawn', withdrawnFor)}</span>;
  if (sendAt && (delivery === null || delivery === 'sending')) return <span className={styles['quiet']}>{t('delivery.waits', { at: formats.shortMoment(sendAt) })}</span>;
  if (delivery === null) return null;
  if (delivery === 'bounced' || delivery === 'failed' || delivery === 'held' || delivery === 'unclear') {
    return (
      <Badge tone={delivery === 'unclear' ? 'attention' : 'critical'} size="small">
        {name('delivery', delivery)}
      </Badge>
    );
  }
  return <span className={styles['quiet']}>{name('delivery', delivery)}</span>;
}
