import { Button } from '@shopify/polaris';
import { SaveIcon, ShareIcon } from '@shopify/polaris-icons';
import { useId, useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { downloadDocument } from '#app/ui/download-document.ts';
import type { ShownMessage, TicketView } from '../ticket-view.ts';
import { DeliveryMark } from './delivery-mark.tsx';
import { LinkedText } from './linked-text.tsx';
import { MessageFiles } from './message-files.tsx';
import { MessageMarks } from './message-marks.tsx';
import { OriginalView } from './original-view.tsx';
import { useStaffName } from './staff-name.ts';
import styles from './ticket.module.css';
import type { AsideTo } from './use-sending.ts';
import { useTicketWords } from './words.ts';

/** What may be done with a message where it stands. */
export interface MessageDeeds {
  onTakeBack(messageId: string): Promise<void>;
  onPassOn(to: AsideTo): void;
}

interface Props extends MessageDeeds {
  message: ShownMessage;
  view: TicketView;
}

/** One message: who, when, what they newly wrote, and the rest of it on one click. */
export function MessageBubble({ message, view, onTakeBack, onPassOn }: Props) {
  const { t } = useTicketWords();
  const { formats } = useAdmin();
  const headId = useId();
  const writer = useWriter(message, view);
  const isBare = message.text.trim() === '' && message.hasHtml;
  const [open, setOpen] = useState<'rest' | 'html' | null>(isBare ? 'html' : null);
  const kind = message.direction === 'in' ? '' : ` ${styles[message.direction]}`;
  const more = [open === 'html' ? 'wide' : '', message.author === 'third' || message.sideId ? 'third' : '', message.withdrawnAt ? 'withdrawn' : ''].filter(Boolean).map((name) => ` ${styles[name]}`);
  const toggle = (what: 'rest' | 'html') => setOpen(open === what ? null : what);
  return (
    <li className={`${styles['message']}${kind}${more.join('')}`} id={`message-${message.id}`} aria-labelledby={headId}>
      <div className={styles['messageHead']} id={headId}>
        <span className={styles['who']} dir="auto">
          {writer}
        </span>
        {message.direction === 'in' && message.from && message.from !== writer && <span className={styles['quiet']}>{message.from}</span>}
        {message.channel === 'phone' && <span className={styles['quiet']}>{t('message.phone')}</span>}
        {message.direction === 'note' && <span className={styles['quiet']}>{t('message.note')}</span>}
        {message.ticketId !== view.ticket.id && <span className={styles['quiet']}>#{message.ticketId}</span>}
        <span className={styles['end']}>
          <DeliveryMark message={message} onTakeBack={onTakeBack} />
          {message.hasRaw && (
            <Button variant="tertiary" size="micro" icon={SaveIcon} accessibilityLabel={t('message.raw')} onClick={() => void downloadDocument(`/app/inbox/raw/${message.id}`, `message-${message.id}.eml`)} />
          )}
          {message.direction !== 'note' && message.sideId === null && view.me !== null && (
            <Button variant="tertiary" size="micro" icon={ShareIcon} accessibilityLabel={t('message.passOn')} onClick={() => onPassOn({ side: null, forwards: message.id })} />
          )}
          <time className={styles['quiet']} dateTime={message.at.toISOString()} title={formats.moment(message.at)}>
            {formats.time(message.at)}
          </time>
        </span>
      </div>
      <MessageMarks message={message} view={view} />
      {(message.sideId !== null || message.cc.length > 0 || message.author === 'third') && <Addresses message={message} />}
      {message.text !== '' && (
        <div className={styles['text']} dir="auto" lang={message.locale ?? undefined}>
          <LinkedText text={message.text} />
        </div>
      )}
      <MessageFiles files={message.files} />
      {open && <OriginalView ticketId={view.ticket.id} message={message} as={open} />}
      <div className={styles['foot']}>
        {(message.hasMore || message.isCut) && (
          <Button variant="plain" size="micro" ariaExpanded={open === 'rest'} onClick={() => toggle('rest')}>
            {t(open === 'rest' ? 'message.less' : message.isCut ? 'message.whole' : 'message.rest')}
          </Button>
        )}
        {message.hasHtml && !isBare && (
          <Button variant="plain" size="micro" ariaExpanded={open === 'html'} onClick={() => toggle('html')}>
            {t(open === 'html' ? 'message.less' : 'message.asSent')}
          </Button>
        )}
        {message.sideId !== null && message.author === 'third' && (
          <Button variant="plain" size="micro" onClick={() => onPassOn({ side: message.sideId, forwards: null })}>
            {t('message.answerAside')}
          </Button>
        )}
      </div>
    </li>
  );
}

function useWriter({ author, authorId, authorName, from }: ShownMessage, view: TicketView): string {
  const { t } = useTicketWords();
  const staffName = useStaffName(view);
  if (author === 'app') return t('message.app');
  if (author === 'staff' && authorId) return staffName(authorId);
  return authorName || from || (author === 'person' && view.person.name) || t('message.unknown');
}

function Addresses({ message: { to, cc } }: { message: ShownMessage }) {
  const { t } = useTicketWords();
  return (
    <div className={styles['quiet']}>
      {to.length > 0 && t('message.to', { addresses: to.join(', ') })}
      {cc.length > 0 && ` · ${t('message.cc', { addresses: cc.join(', ') })}`}
    </div>
  );
}
