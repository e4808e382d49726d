import { useNavigate } from '@remix-run/react';
import { BlockStack, Button, ButtonGroup } from '@shopify/polaris';
import { useId, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { DeedWish } from '../../deeds/deed.ts';
import type { DraftMode } from '../../replies/drafts/draft.ts';
import type { Leaving } from '../../replies/leaving-of.server.ts';
import { isDone } from '../../tickets/ticket.ts';
import type { TicketView } from '../ticket-view.ts';
import { InsertProvider } from './composer-face.ts';
import { Composer } from './composer.tsx';
import { Conversation } from './conversation.tsx';
import { DueShort } from './due-mark.tsx';
import { MergedCard } from './merged-card.tsx';
import { Properties } from './properties.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { SolvingProvider, type Solving } from './solving-face.ts';
import { SpamBanner } from './spam-banner.tsx';
import styles from './ticket.module.css';
import { writeOn } from './text-field.ts';
import { TicketHead } from './ticket-head.tsx';
import { useOwnNews } from './use-own-news.ts';
import { useSeen } from './use-seen.ts';
import { useSending, type AsideTo } from './use-sending.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useSolve } from './use-solve.ts';
import { useWalk } from './walk.tsx';
import { saysSomething, useWriting } from './use-writing.ts';
import { WishProvider } from './wish-face.ts';
import { useTicketWords } from './words.ts';

interface Props {
  view: TicketView;
  /** From where answers leave, where that is not the address they are answered at. */
  leaving?: Leaving | null;
  /** What another room shows of the person and the orders. */
  beside?: ReactNode;
}

/** One conversation to be read and answered, what is known beside it. On a narrow screen one of the two is shown at a time. */
export function TicketPage({ view, leaving = null, beside }: Props) {
  const { t } = useTicketWords();
  const { ticket, me } = view;
  const textId = useId();
  const [side, setSide] = useState<'talk' | 'aside'>('talk');
  const [mode, setMode] = useState<DraftMode>('reply');
  const [aside, setAside] = useState<AsideTo>({ side: null, forwards: null });
  const [wish, want] = useState<DeedWish | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [asksKeys, askKeys] = useState(false);
  const own = view.entries.flatMap((entry) => (entry.is === 'message' && entry.authorId !== null && entry.authorId === me && !entry.withdrawnAt ? [entry.text] : []));
  const writing = useWriting({ ticketId: ticket.id, staffId: view.me, stored: view.drafts, said: own });
  const sending = useSending(ticket.id, { entries: view.entries, writing, onAsideBack: (to) => passOn(to) });
  const seen = useSeen(view);
  const [asked, setAsked] = useState<Solving | null>(null);
  const isUnsent = me !== null && !sending.busy && saysSomething(writing.all.reply);
  const solving = (wanted: Solving) => {
    if (!isUnsent) return wanted.solve();
    // What is asked about is shown, and sent from where it stands.
    setSide('talk');
    setOpen(true);
    setMode('reply');
    setAsked(wanted);
  };
  const { solve, change } = useSolve(solving);
  const walk = useWalk();
  const navigate = useNavigate();
  const write = (chosen: DraftMode) => {
    // Shown and focused before the next key: it is meant for the text.
    flushSync(() => {
      setSide('talk');
      setOpen(true);
      setMode(chosen);
    });
    writeOn(textId);
  };
  useOwnNews([ticket.id, ...view.merged.map(({ id }) => id)]);
  useShortcuts({
    r: () => write('reply'),
    n: () => write('note'),
    f: () => passOn({ side: null, forwards: newestWord(view) }),
    a: () => document.getElementById('ticket-assigneeId')?.focus(),
    m: () => me !== null && ticket.assigneeId !== me && change({ assigneeId: me }),
    e: () => (isDone(ticket.state) ? change({ state: 'open' }) : solve()),
    E: () => !isDone(ticket.state) && walk !== null && solve('next'),
    j: () => walk?.go('next'),
    k: () => walk?.go('previous'),
    u: () => navigate(walk?.list ?? '/app/inbox'),
    '#': () => change({ spam: ticket.spam ? 'no' : 'yes' }),
    '?': () => askKeys(true),
  });
  const passOn = (to: AsideTo) => {
    setAside(to);
    write('forward');
  };
  const choose = (chosen: DraftMode) => (chosen === 'forward' && aside.side === null && aside.forwards === null ? passOn({ side: null, forwards: newestWord(view) }) : write(chosen));
  const insert = (words: string) => {
    setMode('reply');
    const { text } = writing.all.reply;
    writing.change('reply', { text: text.trim() === '' ? words : `${text.trimEnd()}\n\n${words}` });
  };
  const unless = (shown: typeof side) => (side === shown ? '' : ` ${styles['hiddenOnPhone']}`);
  return (
    <InsertProvider value={insert}>
      <WishProvider value={{ wish, want }}>
        <SolvingProvider value={solving}>
          <div className={styles['page']}>
            <TicketHead view={view} onKeys={() => askKeys(true)} />
            <div className={styles['tabs']}>
              <ButtonGroup variant="segmented" fullWidth>
                <Button pressed={side === 'talk'} onClick={() => setSide('talk')}>
                  {t('page.conversation')}
                </Button>
                <Button pressed={side === 'aside'} onClick={() => setSide('aside')}>
                  {t('page.details')}
                </Button>
              </ButtonGroup>
              <DueShort ticket={view.ticket} />
            </div>
            <section className={`${styles['talk']}${unless('talk')}`} aria-label={t('page.conversation')}>
              <SpamBanner view={view} />
              <Conversation view={view} onTakeBack={sending.takeBack} onPassOn={passOn} />
              {me !== null && <Composer view={view} leaving={leaving} mode={mode} onMode={choose} isOpen={isOpen} onClose={() => setOpen(false)} aside={aside} onAside={setAside} writing={writing} sending={sending} seen={seen} textId={textId} solving={asked} onSolving={setAsked} />}
            </section>
            <section className={`${styles['aside']}${unless('aside')}`} aria-label={t('page.details')} tabIndex={0}>
              <BlockStack gap="300">
                <Properties view={view} />
                <MergedCard view={view} />
                {beside}
              </BlockStack>
            </section>
          </div>
        </SolvingProvider>
        {asksKeys && <ShortcutsDialog onClose={() => askKeys(false)} />}
      </WishProvider>
    </InsertProvider>
  );
}

/** What is passed on where nobody says what: the customer's last word. */
function newestWord({ entries }: TicketView): string | null {
  const last = entries.findLast((entry) => entry.is === 'message' && entry.direction === 'in' && entry.sideId === null);
  return last?.id ?? null;
}
