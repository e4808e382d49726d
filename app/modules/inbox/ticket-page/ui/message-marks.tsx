import { Badge } from '@shopify/polaris';
import type { ShownMessage, TicketView } from '../ticket-view.ts';
import styles from './ticket.module.css';
import { useTicketWords } from './words.ts';

/** What is to be known before a message is believed: whether it may be of somebody else, whether it belongs here, what kind of mail it is. A sender who is merely unproven is told of beside the ticket: marked on every message, nobody would read it. */
export function MessageMarks({ message: { direction, kind, placedBy, verified, warnings, sideId }, view: { person } }: { message: ShownMessage; view: TicketView }) {
  const { t, name } = useTicketWords();
  const isMail = direction === 'in';
  const marks = [
    kind !== 'mail' && { tone: kind === 'bounce' || kind === 'complaint' ? ('critical' as const) : undefined, text: name('kind', kind) },
    isMail && verified === 'no' && { tone: 'critical' as const, text: t('message.unverified', { name: person.name ?? person.address ?? t('message.unknown') }) },
    isMail && placedBy === 'guess' && { tone: 'attention' as const, text: t('message.guess') },
    sideId !== null && { tone: undefined, text: t('message.side') },
    ...warnings.map((warning) => ({ tone: 'attention' as const, text: name('warning', warning) })),
  ].filter((mark) => mark !== false);
  if (marks.length === 0) return null;
  return (
    <div className={styles['marks']}>
      {marks.map(({ tone, text }) => (
        <Badge key={text} tone={tone} size="small">
          {text}
        </Badge>
      ))}
    </div>
  );
}
