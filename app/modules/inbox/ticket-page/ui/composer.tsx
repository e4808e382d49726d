import { Button, ButtonGroup } from '@shopify/polaris';
import { useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { draftModes, type DraftMode } from '../../replies/drafts/draft.ts';
import type { TicketView } from '../ticket-view.ts';
import { AsideLine } from './aside-line.tsx';
import type { ComposerFace, ComposerSlots } from './composer-face.ts';
import { ComposerFiles } from './composer-files.tsx';
import styles from './composer.module.css';
import { MentionButton } from './mention-button.tsx';
import { NewsBar } from './news-bar.tsx';
import { PresentLine } from './present-line.tsx';
import { Recipients } from './recipients.tsx';
import { SendButtons } from './send-buttons.tsx';
import { StoppedBanner } from './stopped-banner.tsx';
import { usePresence } from './use-presence.ts';
import type { useSeen } from './use-seen.ts';
import type { AsideTo, useSending } from './use-sending.ts';
import type { useWriting } from './use-writing.ts';
import { useTicketWords } from './words.ts';

interface Props extends ComposerSlots {
  view: TicketView;
  mode: DraftMode;
  onMode(mode: DraftMode): void;
  aside: AsideTo;
  onAside(to: AsideTo): void;
  writing: ReturnType<typeof useWriting>;
  sending: ReturnType<typeof useSending>;
  seen: ReturnType<typeof useSeen>;
  textId: string;
}

/** Where somebody answers the customer, writes to colleagues, or passes the conversation on to somebody else. */
export function Composer({ view, mode, onMode, aside, onAside, writing, sending, seen, textId, tools, findings }: Props) {
  const { t } = useTicketWords();
  const { locale } = useAdmin();
  const [open, setOpen] = useState(false);
  const written = writing.all[mode];
  const { ticket } = view;
  const others = usePresence(ticket.id, written.text);
  const isEmpty = written.text.trim() === '' && written.files.length === 0 && !(mode === 'forward' && aside.forwards !== null);
  const put = (text: string) => {
    // Whoever begins to write has what is above before their eyes.
    if (isEmpty) seen.catchUp();
    writing.change(mode, { text });
  };
  const face: ComposerFace = { ticketId: ticket.id, mode, text: written.text, insert: (words) => insertAtCaret(textId, words, written.text, put), replace: put };
  const send = (more: { sendAt?: Date; afterwards?: 'solved' | 'waiting_third' } = {}) => {
    if (isEmpty || sending.busy) return;
    void sending.send({ mode, seen: seen.id, aside, ...more }).then((sent) => sent && fieldOf(textId)?.focus());
  };
  const choose = (chosen: DraftMode) => {
    setOpen(true);
    onMode(chosen);
    // Once it is shown on a phone.
    requestAnimationFrame(() => fieldOf(textId)?.focus());
  };
  return (
    <section className={`${styles['composer']}${mode === 'note' ? ` ${styles['note']}` : ''}${open || !isEmpty ? '' : ` ${styles['closed']}`}`} aria-label={t('composer.title')}>
      <div className={styles['opener']}>
        {draftModes.map((each) => (
          <Button key={each} onClick={() => choose(each)}>
            {t(`composer.${each}`)}
          </Button>
        ))}
      </div>
      <div className={styles['row']}>
        <ButtonGroup variant="segmented">
          {draftModes.map((each) => (
            <Button key={each} size="slim" pressed={mode === each} onClick={() => choose(each)}>
              {t(`composer.${each}`)}
            </Button>
          ))}
        </ButtonGroup>
        {mode !== 'forward' || aside.side === null ? <Recipients view={view} mode={mode} written={written} onChange={(part) => writing.change(mode, part)} /> : null}
        {mode === 'forward' && <AsideLine view={view} aside={aside} onAside={onAside} />}
        <span className={`${styles['end']} ${styles['quiet']}`}>
          <PresentLine others={others} view={view} />
          <span role="status">{isEmpty ? '' : t(`composer.kept.${writing.kept}`)}</span>
        </span>
      </div>
      <NewsBar seen={seen} isWriting={!isEmpty && mode !== 'note'} />
      <StoppedBanner sending={sending} onAnyway={(newest) => void sending.send({ mode, seen: newest, aside })} />
      <textarea
        id={textId}
        className={styles['text']}
        rows={4}
        dir="auto"
        lang={mode === 'reply' ? (view.locale ?? locale) : locale}
        aria-label={t(`composer.label.${mode}`)}
        placeholder={t(`composer.label.${mode}`)}
        value={written.text}
        readOnly={sending.busy}
        onChange={(event) => put(event.currentTarget.value)}
        onBlur={() => void writing.save(mode)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            send(event.shiftKey && mode === 'reply' ? { afterwards: 'solved' } : {});
          } else if (event.key === 'Escape') {
            event.currentTarget.blur();
            setOpen(false);
          }
        }}
      />
      {findings?.(face)}
      <div className={styles['row']}>
        <ComposerFiles ticketId={ticket.id} mode={mode} files={written.files} onChange={(files) => writing.change(mode, { files })} />
        {mode === 'note' && <MentionButton view={view} onMention={face.insert} />}
        {tools?.(face)}
        <span className={styles['end']}>
          <SendButtons mode={mode} busy={sending.busy} disabled={isEmpty} onSend={send} />
        </span>
      </div>
    </section>
  );
}

/** Puts words in where the caret is, with the spaces around them that a reader expects, and the caret behind them. */
function insertAtCaret(fieldId: string, words: string, text: string, put: (text: string) => void): void {
  const field = fieldOf(fieldId);
  const [from, to] = [field?.selectionStart ?? text.length, field?.selectionEnd ?? text.length];
  const before = text.slice(0, from);
  const glue = before === '' || /\s$/.test(before) ? '' : ' ';
  put(`${before}${glue}${words}${text.slice(to)}`);
  const caret = from + glue.length + words.length;
  requestAnimationFrame(() => {
    field?.focus();
    field?.setSelectionRange(caret, caret);
  });
}

function fieldOf(id: string): HTMLTextAreaElement | null {
  const field = document.getElementById(id);
  return field instanceof HTMLTextAreaElement ? field : null;
}
