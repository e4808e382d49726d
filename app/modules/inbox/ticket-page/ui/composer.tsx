import { Button, ButtonGroup, InlineError } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { DraftFindings } from '../../macros/ui/draft-findings.tsx';
import { MacroPicker } from '../../macros/ui/macro-picker.tsx';
import type { Leaving } from '../../replies/leaving-of.server.ts';
import { draftModes, type DraftMode } from '../../replies/drafts/draft.ts';
import type { TicketView } from '../ticket-view.ts';
import { AsideFiles } from './aside-files.tsx';
import { AsideLine } from './aside-line.tsx';
import { ComposerFiles } from './composer-files.tsx';
import styles from './composer.module.css';
import { LeavingLine } from './leaving-line.tsx';
import { MentionButton } from './mention-button.tsx';
import { NamingList } from './naming-list.tsx';
import { NewsBar } from './news-bar.tsx';
import { PresentLine } from './present-line.tsx';
import { Recipients } from './recipients.tsx';
import { SendButtons } from './send-buttons.tsx';
import type { Solving } from './solving-face.ts';
import { StoppedBanner } from './stopped-banner.tsx';
import { TwiceBanner } from './twice-banner.tsx';
import { insertAtCaret, textField } from './text-field.ts';
import { UnsentDialog } from './unsent-dialog.tsx';
import { useDoubts } from './use-doubts.ts';
import { useMentions } from './use-mentions.ts';
import { useNaming } from './use-naming.ts';
import { usePresence } from './use-presence.ts';
import type { useSeen } from './use-seen.ts';
import type { AsideTo, useSending, Wish } from './use-sending.ts';
import { saysSomething, type useWriting } from './use-writing.ts';
import { useWalk } from './walk.tsx';
import { useTicketWords } from './words.ts';

interface Props {
  view: TicketView;
  leaving: Leaving | null;
  mode: DraftMode;
  /** Shows and focuses it. */
  onMode(mode: DraftMode): void;
  /** Opened on a narrow screen. */
  isOpen: boolean;
  onClose(): void;
  aside: AsideTo;
  onAside(to: AsideTo): void;
  writing: ReturnType<typeof useWriting>;
  sending: ReturnType<typeof useSending>;
  seen: ReturnType<typeof useSeen>;
  textId: string;
  /** What somebody is asked about, with an answer that was not sent. */
  solving: Solving | null;
  onSolving(solving: Solving | null): void;
}

/** Where somebody answers the customer, writes to colleagues, or passes the conversation on to somebody else. */
export function Composer({ view, leaving, mode, onMode, isOpen, onClose, aside, onAside, writing, sending, seen, textId, solving, onSolving }: Props) {
  const { t } = useTicketWords();
  const { locale } = useAdmin();
  const walk = useWalk();
  const { ticket } = view;
  const written = writing.all[mode];
  const elsewhere = writing.elsewhere[mode];
  const others = usePresence(ticket.id, written.text);
  const doubts = useDoubts(ticket.id, mode === 'reply' ? written.text : '');
  const mentions = useMentions(view.staff, mode === 'note' ? written.text : '');
  const saysNothing = !saysSomething(written);
  const isEmpty = saysNothing && !(mode === 'forward' && aside.forwards !== null);
  const put = (text: string) => {
    // Whoever begins to write has what is above before their eyes.
    if (saysNothing) seen.catchUp();
    writing.change(mode, { text });
  };
  const naming = useNaming(mode === 'note' ? view : { staff: [], me: view.me }, { fieldId: textId, text: written.text, put });
  const namesId = `${textId}-names`;
  const insert = (words: string) => insertAtCaret({ fieldId: textId, words, text: written.text, put });
  const send = async (more: Wish = {}, upTo = seen.id, parts: readonly number[] | null = seen.parts, goesOn = walk?.goesOn) => {
    if (isEmpty || sending.busy || !mentions.mayLeave() || !(await doubts.mayLeave())) return;
    if (!(await sending.send({ mode, seen: upTo, parts, aside, ...more }))) return;
    if (more.afterwards === 'solved' && goesOn) return walk?.goOn();
    if (mode === 'forward') {
      // What comes next is for the customer, unless somebody says otherwise.
      onAside({ side: null, forwards: null });
      onMode('reply');
    }
    textField(textId)?.focus();
  };
  return (
    <section className={[styles['composer'], mode === 'note' && styles['note'], !isOpen && isEmpty && !elsewhere && styles['closed']].filter(Boolean).join(' ')} aria-label={t('composer.title')}>
      <div className={styles['opener']}>
        {draftModes.map((each) => (
          <Button key={each} onClick={() => onMode(each)}>
            {t(`composer.${each}`)}
          </Button>
        ))}
      </div>
      <div className={styles['row']}>
        <ButtonGroup variant="segmented">
          {draftModes.map((each) => (
            <Button key={each} size="slim" pressed={mode === each} onClick={() => onMode(each)}>
              {t(`composer.${each}`)}
            </Button>
          ))}
        </ButtonGroup>
        {mode === 'forward' && <AsideLine view={view} aside={aside} onAside={onAside} />}
        {!(mode === 'forward' && aside.side !== null) && <Recipients view={view} mode={mode} written={written} onChange={(part) => writing.change(mode, part)} />}
        <span className={`${styles['end']} ${styles['quiet']}`}>
          <PresentLine others={others} view={view} />
          <span role="status">{saysNothing || elsewhere ? '' : t(`composer.kept.${writing.kept}`)}</span>
        </span>
      </div>
      {mode === 'reply' && leaving && <LeavingLine leaving={leaving} />}
      {elsewhere && <TwiceBanner elsewhere={elsewhere} onChoose={(taken) => (writing.choose(mode, taken), textField(textId)?.focus())} />}
      {sending.stopped?.is !== 'collision' && <NewsBar seen={seen} isWriting={!saysNothing && mode !== 'note'} />}
      <StoppedBanner sending={sending} onGoOn={seen.catchUp} onAnyway={(upTo, wish) => void send(wish, upTo, null)} />
      {mode === 'reply' && <DraftFindings draft={written.text} findings={doubts.findings} onChange={put} />}
      {mentions.unknown.length > 0 && <InlineError fieldID={textId} message={t('stopped.unnamed', { count: mentions.unknown.length, words: mentions.unknown.join(', ') })} />}
      {doubts.isStopped && <InlineError fieldID={textId} message={t('stopped.doubted')} />}
      <NamingList id={namesId} naming={naming} />
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
        {...(naming.chosen === null ? {} : { 'aria-autocomplete': 'list', 'aria-controls': namesId, 'aria-activedescendant': `${namesId}-${naming.chosen}` })}
        onChange={(event) => {
          put(event.currentTarget.value);
          naming.typedAt(event.currentTarget.selectionStart);
        }}
        onBlur={() => {
          naming.typedAt(null);
          void writing.save(mode);
        }}
        onKeyDown={(event) => {
          if (naming.takes(event)) return;
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            void send(event.shiftKey && mode === 'reply' ? { afterwards: 'solved' } : {});
          } else if (event.key === 'Escape') {
            event.currentTarget.blur();
            onClose();
          }
        }}
      />
      <div className={styles['row']}>
        {mode === 'reply' && (
          <div className={styles['macros']}>
            <MacroPicker ticketId={ticket.id} onInsert={insert} />
          </div>
        )}
        {mode === 'note' && <MentionButton view={view} onMention={insert} />}
        {mentions.names.length > 0 && <span className={styles['quiet']}>{t('composer.told', { names: mentions.names.join(', ') })}</span>}
        {mode === 'forward' && <AsideFiles view={view} aside={aside} onAside={onAside} />}
        <ComposerFiles ticketId={ticket.id} mode={mode} files={written.files} onChange={(files) => writing.change(mode, { files })} />
        <span className={styles['end']}>
          <SendButtons mode={mode} busy={sending.busy} disabled={isEmpty} onSend={(more) => void send(more)} />
        </span>
      </div>
      {solving && (
        <UnsentDialog
          solving={solving}
          text={written.text.trim()}
          onSend={() => {
            onSolving(null);
            void send({ afterwards: 'solved' }, seen.id, seen.parts, solving.goesOn);
          }}
          onLeave={() => {
            onSolving(null);
            solving.solve();
          }}
          onBack={() => {
            onSolving(null);
            textField(textId)?.focus();
          }}
        />
      )}
    </section>
  );
}
