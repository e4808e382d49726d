import { Button, Link } from '@shopify/polaris';
import { useBesideForm } from '../../beside/ui/use-beside-form.ts';
import type { TicketEvent } from '../../tickets/ticket-events.server.ts';
import type { Entry } from '../ticket-view.ts';
import { useTicketWords } from './words.ts';

/** What happened, in its words; another ticket that they name is a link. */
export function EventWords({ event, line }: { event: TicketEvent; line: string }) {
  const number = otherTicket(event);
  const mark = `#${number}`;
  const at = number === null ? -1 : line.indexOf(mark);
  if (at === -1) return <span>{line}</span>;
  return (
    <span>
      {line.slice(0, at)}
      <Link url={`/app/inbox/${number}`}>{mark}</Link>
      {line.slice(at + mark.length)}
    </span>
  );
}

/** The ticket that is told of and read elsewhere. */
function otherTicket({ type, data }: TicketEvent): number | null {
  if (type === 'seems_to_answer') return data.ticketId;
  if (type === 'unmerged' || type === 'split_from') return data.from;
  return type === 'split' ? data.into : null;
}

/** Says with one click that the conversation is about an order that was named in it. */
export function LinkNamedOrder({ ticketId, order }: { ticketId: number; order: string }) {
  const { t } = useTicketWords();
  const form = useBesideForm(ticketId);
  return (
    <>
      <Button variant="plain" size="micro" loading={form.isBusy} onClick={() => form.send({ intent: 'link-order', order })}>
        {t('events.linkOrder', { order })}
      </Button>
      {form.problem && <span role="alert">{form.problem}</span>}
    </>
  );
}

/** The order that was named in what happened, where nobody has said since whether the conversation is about it. */
export function unsettledOrder({ type, data }: TicketEvent, entries: readonly Entry[]): string | null {
  if (type !== 'order_named') return null;
  const isSettled = entries.some((entry) => entry.is === 'event' && (entry.event.type === 'order_linked' || entry.event.type === 'order_unlinked') && entry.event.data.orderId === data.orderId);
  return isSettled ? null : data.orderId;
}
