import { Badge, Button, InlineStack } from '@shopify/polaris';
import { ArrowLeftIcon } from '@shopify/polaris-icons';
import type { TicketState } from '../../tickets/ticket.ts';
import type { TicketView } from '../ticket-view.ts';
import { DueMark } from './due-mark.tsx';
import { MoreButton } from './more-button.tsx';
import { SnoozeButton } from './snooze-button.tsx';
import { SubjectField } from './subject-field.tsx';
import styles from './ticket.module.css';
import { useChange } from './use-change.ts';
import { useTicketWords } from './words.ts';

const tones: Partial<Record<TicketState, 'info' | 'attention' | 'success' | 'new'>> = { new: 'info', open: 'attention', solved: 'success', closed: 'success' };

/** What a ticket is called and how it stands, and what is done with it most. */
export function TicketHead({ view, onKeys }: { view: TicketView; onKeys(): void }) {
  const { t, name } = useTicketWords();
  const { change, pending, busy } = useChange();
  const { ticket } = view;
  const isDone = ticket.state === 'solved' || ticket.state === 'closed';
  const asked = pending('state');
  return (
    <header className={styles['head']}>
      <Button icon={ArrowLeftIcon} url="/app/inbox" variant="tertiary" accessibilityLabel={t('page.back')} />
      <div className={styles['subject']}>
        <SubjectField ticket={ticket} />
      </div>
      <InlineStack gap="200" blockAlign="center">
        <DueMark ticket={ticket} />
        <Badge tone={tones[ticket.state]}>{name('state', asked ?? ticket.state)}</Badge>
        {ticket.spam && <Badge tone="critical">{t('page.spam')}</Badge>}
        <SnoozeButton />
        {isDone ? (
          <Button onClick={() => change({ state: 'open' })} loading={busy}>
            {t('page.reopen')}
          </Button>
        ) : (
          <Button onClick={() => change({ state: 'solved' })} loading={busy}>
            {t('page.solve')}
          </Button>
        )}
        <MoreButton view={view} onKeys={onKeys} />
      </InlineStack>
    </header>
  );
}
