import { Badge, Button } from '@shopify/polaris';
import { useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import type { ShownMessage } from '../ticket-view.ts';
import styles from './ticket.module.css';
import { useTicketWords } from './words.ts';

/** What is sent at once waits no longer than this, to be taken back. */
const minute = 60_000;

interface Props {
  message: ShownMessage;
  onTakeBack(messageId: string): Promise<void>;
}

/** How far a message of ours has come; only what did not arrive is loud. What has not left can be taken back. */
export function DeliveryMark({ message: { id, at, delivery, sendAt, withdrawnAt, withdrawnFor }, onTakeBack }: Props) {
  const { t, name } = useTicketWords();
  const { formats } = useAdmin();
  const [busy, setBusy] = useState(false);
  if (withdrawnAt) return <span className={styles['quiet']}>{withdrawnFor === 'customer_wrote' ? name('withdrawn', withdrawnFor) : t('delivery.withdrawn')}</span>;
  if (sendAt && delivery === null) {
    return (
      <>
        <span className={styles['quiet']}>{sendAt.getTime() - at.getTime() > minute ? t('delivery.waits', { at: formats.shortMoment(sendAt) }) : t('delivery.leaving')}</span>
        <Button variant="plain" size="micro" loading={busy} onClick={() => (setBusy(true), void onTakeBack(id).finally(() => setBusy(false)))}>
          {t('sending.takeBack')}
        </Button>
      </>
    );
  }
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
