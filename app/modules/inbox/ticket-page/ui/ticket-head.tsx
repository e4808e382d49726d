import { Badge, Button, InlineStack } from '@shopify/polaris';
import { ArrowLeftIcon } from '@shopify/polaris-icons';
import { isDone, type TicketState } from '../../tickets/ticket.ts';
import type { TicketView } from '../ticket-view.ts';
import { ValuedBadge } from '../../desk/ui/desk-badges.tsx';
import { DueMark } from './due-mark.tsx';
import { MoreButton } from './more-button.tsx';
import { SnoozeButton } from './snooze-button.tsx';
import { useSolving } from './solving-face.ts';
import { SubjectField } from './subject-field.tsx';
import styles from './ticket.module.css';
import { useSolve } from './use-solve.ts';
import { useWalk } from './walk.tsx';
import { WalkButtons } from './walk-buttons.tsx';
import { useTicketWords } from './words.ts';

const tones: Partial<Record<TicketState, 'info' | 'attention' | 'success' | 'new'>> = { new: 'info', open: 'attention', solved: 'success', closed: 'success' };

/** What a ticket is called and how it stands, and what is done with it most. */
export function TicketHead({ view, onKeys }: { view: TicketView; onKeys(): void }) {
  const { t, name } = useTicketWords();
  const { solve, change, pending, busy } = useSolve(useSolving());
  const walk = useWalk();
  const { ticket } = view;
  const asked = pending('state');
  return (
    <header className={styles['head']}>
      <Button icon={ArrowLeftIcon} url={walk?.list ?? '/app/inbox'} variant="tertiary" accessibilityLabel={t('page.back')} />
      <div className={styles['subject']}>
        <SubjectField ticket={ticket} />
      </div>
      <InlineStack gap="200" blockAlign="center">
        <DueMark ticket={ticket} />
        <Badge tone={tones[ticket.state]}>{name('state', asked ?? ticket.state)}</Badge>
        {ticket.valuedBy && <ValuedBadge />}
        {ticket.spam && <Badge tone="critical">{t('page.spam')}</Badge>}
        <WalkButtons />
        <SnoozeButton />
        {isDone(ticket.state) ? (
          <Button onClick={() => change({ state: 'open' })} loading={busy}>
            {t('page.reopen')}
          </Button>
        ) : (
          <Button onClick={() => solve()} loading={busy}>
            {t('page.solve')}
          </Button>
        )}
        <MoreButton view={view} onKeys={onKeys} />
      </InlineStack>
    </header>
  );
}
