import { InlineError, SkeletonBodyText } from '@shopify/polaris';
import type { Original } from '../message-original.server.ts';
import type { ShownMessage } from '../ticket-view.ts';
import { HtmlFrame } from './html-frame.tsx';
import { LinkedText } from './linked-text.tsx';
import styles from './ticket.module.css';
import { useFetchedJson } from './use-fetched.ts';
import { useTicketWords } from './words.ts';

interface Props {
  ticketId: number;
  message: ShownMessage;
  as: 'rest' | 'html';
}

/** What a message holds beside its new words, asked for when somebody wants to see it. */
export function OriginalView({ ticketId, message, as }: Props) {
  const { t } = useTicketWords();
  const original = useFetchedJson<Original>(`/app/inbox/${ticketId}/messages/${message.id}`);
  if (original.is === 'loading') return <SkeletonBodyText lines={3} />;
  if (original.is === 'failed') return <InlineError fieldID={`message-${message.id}`} message={t('message.gone')} />;
  const { html, text, signature, quoted } = original.value;
  if (as === 'html') return html === null ? null : <HtmlFrame original={{ ...original.value, html }} />;
  return (
    <>
      {message.isCut && (
        <div className={styles['text']} dir="auto">
          <LinkedText text={text.slice(message.text.length)} />
        </div>
      )}
      {[signature, quoted].filter(Boolean).map((part, at) => (
        <div key={at} className={styles['quoted']} dir="auto">
          <LinkedText text={part} />
        </div>
      ))}
    </>
  );
}
