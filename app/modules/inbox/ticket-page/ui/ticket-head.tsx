import { ActionList, Badge, Button, InlineStack, Popover } from '@shopify/polaris';
import { ArrowLeftIcon, MenuHorizontalIcon } from '@shopify/polaris-icons';
import { useFetcher } from '@remix-run/react';
import { useState } from 'react';
import type { TicketState } from '../../tickets/ticket.ts';
import type { TicketView } from '../ticket-view.ts';
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

function MoreButton({ view: { ticket, me, isFollowed }, onKeys }: { view: TicketView; onKeys(): void }) {
  const { t } = useTicketWords();
  const { change } = useChange();
  const following = useFetcher();
  const [open, setOpen] = useState(false);
  const items = [
    ...(me !== null && ticket.assigneeId !== me ? [{ content: t('page.take'), onAction: () => change({ assigneeId: me }) }] : []),
    ...(me === null ? [] : [{ content: t(isFollowed ? 'page.unfollow' : 'page.follow'), onAction: () => following.submit({ intent: 'follow', follows: isFollowed ? 'no' : 'yes' }, { method: 'post' }) }]),
    { content: t(ticket.spam ? 'page.noSpam' : 'page.markSpam'), onAction: () => change({ spam: ticket.spam ? 'no' : 'yes' }) },
    { content: t('keys.title'), onAction: onKeys },
  ];
  return (
    <Popover
      active={open}
      onClose={() => setOpen(false)}
      preferredAlignment="right"
      activator={<Button icon={MenuHorizontalIcon} onClick={() => setOpen(!open)} accessibilityLabel={t('page.more')} disclosure={false} />}
    >
      <ActionList items={items} onActionAnyItem={() => setOpen(false)} />
    </Popover>
  );
}
