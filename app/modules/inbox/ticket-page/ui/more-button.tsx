import { useFetcher } from '@remix-run/react';
import { ActionList, Button, Icon, Popover } from '@shopify/polaris';
import { CheckIcon, MenuHorizontalIcon } from '@shopify/polaris-icons';
import { useState } from 'react';
import { isDone } from '../../tickets/ticket.ts';
import type { TicketView } from '../ticket-view.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';
import { useSolving } from './solving-face.ts';
import { useSolve } from './use-solve.ts';
import { useWalk } from './walk.tsx';
import { useTicketWords } from './words.ts';

/** What is done with a ticket less often. */
export function MoreButton({ view, onKeys }: { view: TicketView; onKeys(): void }) {
  const { t } = useTicketWords();
  const { solve, change } = useSolve(useSolving());
  const walk = useWalk();
  const following = useFetcher();
  const [open, setOpen] = useState(false);
  const [dialog, setDialog] = useState<'merge' | 'split' | null>(null);
  const { ticket, me, isFollowed, entries, earlier, person } = view;
  const canSplit = entries.filter(({ is }) => is === 'message').length + earlier > 1;
  const items = [
    ...(me !== null && ticket.assigneeId !== me ? [{ content: t('page.take'), onAction: () => change({ assigneeId: me }) }] : []),
    ...(me === null ? [] : [{ content: t(isFollowed ? 'page.unfollow' : 'page.follow'), onAction: () => following.submit({ intent: 'follow', follows: isFollowed ? 'no' : 'yes' }, { method: 'post' }) }]),
    { content: t('arrange.merge'), onAction: () => setDialog('merge') },
    ...(canSplit ? [{ content: t('arrange.split'), onAction: () => setDialog('split') }] : []),
    { content: t(ticket.spam ? 'page.noSpam' : 'page.markSpam'), onAction: () => change({ spam: ticket.spam ? 'no' : 'yes' }) },
    { content: t('page.noteCall'), url: `/app/inbox/new?${new URLSearchParams({ name: person.name ?? '', contact: person.address ?? '' })}` },
    ...(walk && !isDone(ticket.state) ? [{ content: t('walk.solve'), onAction: () => solve('next') }] : []),
    ...(walk ? [{ content: t('walk.goesOn'), active: walk.goesOn, suffix: walk.goesOn ? <Icon source={CheckIcon} /> : undefined, onAction: () => walk.setGoesOn(!walk.goesOn) }] : []),
    { content: t('keys.title'), onAction: onKeys },
  ];
  return (
    <>
      <Popover
        active={open}
        onClose={() => setOpen(false)}
        preferredAlignment="right"
        activator={<Button icon={MenuHorizontalIcon} onClick={() => setOpen(!open)} accessibilityLabel={t('page.more')} />}
      >
        <section aria-label={t('page.more')}>
          <ActionList actionRole="menuitem" items={items} onActionAnyItem={() => setOpen(false)} />
        </section>
      </Popover>
      {dialog === 'merge' && <MergeDialog view={view} onClose={() => setDialog(null)} />}
      {dialog === 'split' && <SplitDialog view={view} onClose={() => setDialog(null)} />}
    </>
  );
}
