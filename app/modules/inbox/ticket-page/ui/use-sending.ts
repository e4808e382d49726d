import { useRevalidator } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { showToast } from '#app/ui/toast.ts';
import type { DraftMode } from '../../replies/drafts/draft.ts';
import type { Entry } from '../ticket-view.ts';
import type { Word, WritingAnswer } from '../writing-answer.ts';
import { postWriting } from './post-writing.ts';
import type { useWriting, Written } from './use-writing.ts';
import { useTicketWords } from './words.ts';

/** Why words have not left. */
export type Stopped = { is: 'collision'; news: readonly Word[] } | { is: 'refused'; why: string } | { is: 'unanswered' };
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
  /** On the shop's clock, as typed. */
  sendAt?: string;
  afterwards?: 'solved' | 'waiting_third';
  /** For what goes to somebody else. */
  aside?: AsideTo;
}

/** Sends what is written, and takes it back while it may be. Words stay where they are until the server has said that it has them. */
export function useSending(ticketId: number, { entries, writing }: { entries: readonly Entry[]; writing: ReturnType<typeof useWriting> }) {
  const { t } = useTicketWords();
  const { formats } = useAdmin();
  const { revalidate } = useRevalidator();
  const [busy, setBusy] = useState(false);
  const [stopped, setStopped] = useState<Stopped | null>(null);
  /** One for the very same words: asked again after no answer came, they are not sent twice. */
  const request = useRef({ key: '', words: '' });

  /** What is offered to be taken back; once it was stopped, nothing is said to leave any more. */
  const offered = useRef<{ messageId: string; hide(): void } | null>(null);
  useEffect(() => {
    const stopped = entries.some((entry) => entry.is === 'message' && entry.id === offered.current?.messageId && entry.withdrawnAt !== null);
    if (!stopped) return;
    offered.current?.hide();
    offered.current = null;
  }, [entries]);

  const takeBack = async (messageId: string): Promise<void> => {
    await writing.save('reply');
    const answer = await postWriting(ticketId, { intent: 'withdraw', message: messageId });
    if (answer?.is === 'withdrawn') {
      for (const draft of answer.drafts) writing.adopt(draft.mode, { text: draft.text, to: draft.to.join(', '), cc: draft.cc.join(', '), files: draft.files });
      showToast(t('sending.takenBack'));
    } else showToast(t('sending.tooLate'));
    revalidate();
  };

  const send = async ({ mode, seen, sendAt, afterwards, aside }: Sending): Promise<boolean> => {
    const fields = fieldsOf(writing.all[mode]);
    const words = JSON.stringify([mode, fields, aside]);
    if (request.current.words !== words) request.current = { key: crypto.randomUUID(), words };
    setBusy(true);
    const answer = await postWriting(ticketId, { intent: mode, key: request.current.key, seen: seen ?? '', ...fields, sendAt: sendAt ?? '', afterwards: afterwards ?? '', side: aside?.side ?? '', forwards: aside?.forwards ?? '', without: aside?.without?.join(' ') ?? '' });
    setBusy(false);
    setStopped(stoppedBy(answer));
    // What came of it is seen in the conversation, also where no answer came.
    revalidate();
    if (answer?.is !== 'waiting' && answer?.is !== 'noted') return false;
    request.current = { key: '', words: '' };
    writing.adopt(mode);
    if (answer.is === 'waiting') {
      const said = sendAt ? t('delivery.waits', { at: formats.shortMoment(new Date(answer.sendAt)) }) : t('sending.sent');
      offered.current = { messageId: answer.messageId, hide: showToast(said, { content: t('changed.undo'), onAction: () => void takeBack(answer.messageId) }) };
    }
    return true;
  };

  return { busy, stopped, send, takeBack, calm: () => setStopped(null) };
}

function fieldsOf({ text, to, cc, files }: Written): Record<string, string> {
  return { text, to, cc, files: files.map(({ id }) => id).join(' ') };
}

function stoppedBy(answer: WritingAnswer | null): Stopped | null {
  if (answer === null) return { is: 'unanswered' };
  if (answer.is === 'collision') return { is: 'collision', news: answer.news };
  return answer.is === 'refused' ? { is: 'refused', why: answer.why } : null;
}
