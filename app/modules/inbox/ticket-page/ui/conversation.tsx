import { Link, useLocation, useSearchParams } from '@remix-run/react';
import { Button } from '@shopify/polaris';
import { Fragment, useEffect, useRef, useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import type { TicketEvent } from '../../tickets/ticket-events.server.ts';
import type { Entry, ShownEvent, ShownMessage, TicketView } from '../ticket-view.ts';
import { eventLine } from './event-line.ts';
import { EventWords, LinkNamedOrder, unsettledOrder } from './event-words.tsx';
import { MessageBubble, type MessageDeeds } from './message-bubble.tsx';
import { useStaffName } from './staff-name.ts';
import styles from './ticket.module.css';
import { walked } from './walk.tsx';
import { useTicketWords } from './words.ts';

/** So many things in a row that merely happened are shown; of more, the last and what a customer said something with, and the others on one click. */
const mostEvents = 3;
const step = 60;

/** What was said and what happened, oldest first, under its days. */
export function Conversation({ view, ...does }: MessageDeeds & { view: TicketView }) {
  const { t } = useTicketWords();
  const { formats } = useAdmin();
  const { state } = useLocation();
  const scroll = useRef<HTMLDivElement>(null);
  // Whoever goes through the list by keys reads on at once.
  useEffect(() => {
    if (state === walked) scroll.current?.focus({ preventScroll: true });
  }, [state]);
  return (
    <div ref={scroll} className={styles['scroll']} role="log" aria-label={t('page.conversation')} tabIndex={0}>
      <ol className={styles['entries']}>
        {view.earlier > 0 && <Earlier count={view.earlier} shown={view.entries.filter(({ is }) => is === 'message').length} />}
        {blocksOf(view.entries).map((block, at, blocks) => {
          const first = firstOf(block);
          const before = blocks[at - 1];
          return (
            <Fragment key={`${first.is}-${first.id}`}>
              {(!before || formats.dayKey(firstOf(before).at) !== formats.dayKey(first.at)) && <li className={styles['day']}>{formats.day(first.at)}</li>}
              {Array.isArray(block) ? <Events events={block} view={view} /> : <MessageBubble message={block} view={view} {...does} />}
            </Fragment>
          );
        })}
      </ol>
    </div>
  );
}

function Earlier({ count, shown }: { count: number; shown: number }) {
  const { t } = useTicketWords();
  const [params] = useSearchParams();
  return (
    <li className={styles['fold']}>
      <Link to={`?${new URLSearchParams([...params].filter(([name]) => name !== 'messages').concat([['messages', String(shown + step)]]))}`} replace preventScrollReset>
        {t('page.earlier', { count })}
      </Link>
    </li>
  );
}

function Events({ events, view }: { events: readonly [ShownEvent, ...ShownEvent[]]; view: TicketView }) {
  const words = useTicketWords();
  const { formats } = useAdmin();
  const staffName = useStaffName(view);
  const [open, setOpen] = useState(false);
  const shown = open || events.length <= mostEvents ? events : events.filter(({ words: said }, at) => said !== null || at === events.length - 1);
  const teamName = (id: string) => view.teams.find((team) => team.id === id)?.name ?? words.t('events.formerTeam');
  const orderName = (id: string) => view.orderNames.find((order) => order.id === id)?.name ?? id;
  return (
    <>
      {shown.length < events.length && (
        <li className={styles['fold']}>
          <Button variant="plain" size="micro" onClick={() => setOpen(true)}>
            {words.t('events.folded', { count: events.length - shown.length })}
          </Button>
        </li>
      )}
      {shown.map((entry) => (
        <li key={entry.id} className={styles['event']}>
          <EventWords event={entry.event} line={eventLine(entry.event, { words, formats, staffName, teamName, orderName })} />
          {entry.ticketId !== view.ticket.id && <span>· #{entry.ticketId}</span>}
          {entry.actor && <span>· {staffName(entry.actor)}</span>}
          <span>
            · <time dateTime={entry.at.toISOString()}>{formats.time(entry.at)}</time>
          </span>
          <LinkUnsettled event={entry.event} view={view} />
          {entry.words && <blockquote dir="auto">{entry.words}</blockquote>}
        </li>
      ))}
    </>
  );
}

/** Offers to link the order that was named, as it is called. */
function LinkUnsettled({ event, view }: { event: TicketEvent; view: TicketView }) {
  const orderId = unsettledOrder(event, view.entries);
  const order = view.orderNames.find(({ id }) => id === orderId);
  return order ? <LinkNamedOrder ticketId={view.ticket.id} order={order.name} /> : null;
}

type Block = ShownMessage | [ShownEvent, ...ShownEvent[]];

const firstOf = (block: Block): Entry => (Array.isArray(block) ? block[0] : block);

/** Messages by themselves; what merely happened between two of them together. */
function blocksOf(entries: readonly Entry[]): Block[] {
  const blocks: Block[] = [];
  for (const entry of entries) {
    const last = blocks.at(-1);
    if (entry.is === 'message') blocks.push(entry);
    else if (Array.isArray(last)) last.push(entry);
    else blocks.push([entry]);
  }
  return blocks;
}
