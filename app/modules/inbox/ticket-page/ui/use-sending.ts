import { useRevalidator } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { showToast } from '#app/ui/toast.ts';
import { useLatest } from '#app/ui/use-answer.ts';
import { useRequestKey } from '#app/ui/use-request-key.ts';
import { draftModes, type DraftMode } from '../../replies/drafts/draft.ts';
import type { Entry } from '../ticket-view.ts';
import type { Word, WritingAnswer } from '../writing-answer.ts';
import { postWriting } from './post-writing.ts';
import type { useWriting, Written } from './use-writing.ts';
import { useTicketWords } from './words.ts';

/** Why words have not left. */
export type Stopped = { is: 'collision'; news: readonly Word[]; /** The newest that is known once that is. */ upTo: string; /** How it was to leave. */ wish: Wish } | { is: 'refused'; why: string } | { is: 'unanswered' };
/** Which conversation beside the ticket's own goes on, or which message is passed on to somebody new. */
export interface AsideTo {
  side: string | null;
  forwards: string | null;
  /** Files of that message that stay behind. */
  without?: readonly string[];
}

export interface Sending {
  mode: DraftMode;
  /** The newest message its writer has seen. */
  seen: string | null;
  /** The tickets whose words they have seen; null: whatever is read here. */
  parts: readonly number[] | null;
  /** On the shop's clock, as typed. */
  sendAt?: string;
  afterwards?: 'solved' | 'waiting_third';
  /** For what goes to somebody else. */
  aside?: AsideTo;
}

/** The bar that offers to take an answer back. */
interface Offer {
  messageId: string;
  hide(): void;
}

interface Used {
  entries: readonly Entry[];
  writing: ReturnType<typeof useWriting>;
  /** What was written to somebody else was taken back: it is theirs again. */
  onAsideBack(to: AsideTo): void;
}

/** How something is to leave. */
export type Wish = Pick<Sending, 'sendAt' | 'afterwards'>;

/** Sends what is written, and takes it back while it may be. Words stay where they are until the server has said that it has them. */
export function useSending(ticketId: number, { entries, writing, onAsideBack }: Used) {
  const { t, name } = useTicketWords();
  const { formats } = useAdmin();
  const { revalidate } = useRevalidator();
  const [busy, setBusy] = useState(false);
  const [stopped, setStopped] = useState<Stopped | null>(null);
  /** Asked again after no answer came, the very same words are not sent twice. */
  const { keyOf, forget } = useRequestKey();
  /** What is written as it leaves: whoever asked for it may have waited since, and the same was sent meanwhile. */
  const written = useLatest(writing.all);
  const isOnItsWay = useRef(false);

  /** What is offered to be taken back; once it was stopped, nothing is said to leave any more. */
  const offered = useRef<Offer | null>(null);
  /** To whom messages were written beside the ticket, and what they passed on. */
  const asides = useRef(new Map<string, AsideTo>());
  useEffect(() => {
    const stopped = entries.some((entry) => entry.is === 'message' && entry.id === offered.current?.messageId && entry.withdrawnAt !== null);
    if (stopped) noLongerOffer(offered);
  }, [entries]);

  const takeBack = async (messageId: string): Promise<void> => {
    // What the shop has is taken over with it: it has to have all that is typed.
    const saved = await Promise.all(draftModes.map(async (mode) => ((await writing.save(mode)) ? mode : null)));
    const answer = await postWriting(ticketId, { intent: 'withdraw', message: messageId });
    if (answer?.is === 'withdrawn') {
      forget();
      if (offered.current?.messageId === messageId) noLongerOffer(offered);
      // What it could not have stays before its writer's eyes, who is asked as it is saved.
      for (const draft of answer.drafts.filter(({ mode }) => saved.includes(mode))) writing.adopt(draft.mode, { text: draft.text, to: draft.to.join(', '), cc: draft.cc.join(', '), files: draft.files });
      showToast(t('sending.takenBack'));
      const to = asides.current.get(messageId);
      if (to) onAsideBack(to);
    } else showToast(answer === null ? name('refused', 'unanswered') : t('sending.tooLate'));
    revalidate();
  };

  const send = async ({ mode, seen, parts, sendAt, afterwards, aside }: Sending): Promise<boolean> => {
    const fields = fieldsOf(written.current[mode]);
    const saysNothing = fields.text.trim() === '' && fields.files === '' && !(mode === 'forward' && aside?.forwards);
    if (isOnItsWay.current || saysNothing) return false;
    isOnItsWay.current = true;
    setBusy(true);
    const answer = await postWriting(ticketId, { intent: mode, key: keyOf([mode, fields, aside]), seen: seen ?? '', parts: parts?.join(' ') ?? '', ...fields, known: JSON.stringify(writing.knownOf(mode)), sendAt: sendAt ?? '', afterwards: afterwards ?? '', side: aside?.side ?? '', forwards: aside?.forwards ?? '', without: aside?.without?.join(' ') ?? '' });
    setBusy(false);
    isOnItsWay.current = false;
    // Only where nobody knows what became of it the same is asked again.
    if (answer !== null) forget();
    setStopped(stoppedBy(answer, { seen, wish: { sendAt, afterwards } }));
    // What came of it is seen in the conversation, also where no answer came.
    revalidate();
    if (answer?.is !== 'waiting' && answer?.is !== 'noted') return false;
    writing.adopt(mode);
    if (answer.is === 'waiting') {
      if (mode === 'forward' && aside) asides.current.set(answer.messageId, aside);
      const said = sendAt ? t('delivery.waits', { at: formats.shortMoment(new Date(answer.sendAt)) }) : t('sending.sent');
      offered.current = { messageId: answer.messageId, hide: showToast(said, { content: t('changed.undo'), onAction: () => void takeBack(answer.messageId) }) };
    }
    return true;
  };

  return { busy, stopped, send, takeBack, calm: () => setStopped(null) };
}

function noLongerOffer(offered: { current: Offer | null }): void {
  offered.current?.hide();
  offered.current = null;
}

function fieldsOf({ text, to, cc, files }: Written) {
  return { text, to, cc, files: files.map(({ id }) => id).join(' ') };
}

function stoppedBy(answer: WritingAnswer | null, { seen, wish }: { seen: string | null; wish: Wish }): Stopped | null {
  if (answer === null) return { is: 'unanswered' };
  if (answer.is === 'collision') return { is: 'collision', news: answer.news, upTo: newestOf([seen ?? '0', ...answer.news.map(({ id }) => id)]), wish };
  return answer.is === 'refused' ? { is: 'refused', why: answer.why } : null;
}

const newestOf = (ids: readonly string[]): string => String(ids.map(BigInt).reduce((newest, id) => (id > newest ? id : newest)));
