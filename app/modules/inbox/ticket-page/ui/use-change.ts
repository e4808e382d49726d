import { useFetcher, useLocation } from '@remix-run/react';
import { useRef } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { showToast } from '#app/ui/toast.ts';
import { useAnswer } from '#app/ui/use-answer.ts';
import type { ChangeAnswer } from '../change-from-page.server.ts';
import { useTicketWords } from './words.ts';

export type Fields = Readonly<Record<string, string>>;

/** Changes the ticket, and offers to take it back. What is on its way is shown as if it were so. */
export function useChange() {
  const fetcher = useFetcher<ChangeAnswer>();
  // What is taken back once its page was left is still this ticket's.
  const { pathname } = useLocation();
  const submit = (fields: Fields) => fetcher.submit({ intent: 'change', ...fields }, { method: 'post', action: pathname });
  useSaidChange(fetcher.data, { onUndo: submit });
  return {
    change: submit,
    busy: fetcher.state !== 'idle',
    refused: fetcher.state === 'idle' && fetcher.data?.is === 'invalid',
    /** What was asked for and is not answered yet. */
    pending: (field: string): string | null => {
      const value = fetcher.formData?.get(field);
      return typeof value === 'string' ? value : null;
    },
  };
}

interface Then {
  /** What it is said of, where that is no longer what is shown. */
  about?: string;
  onUndo(undo: Fields): void;
  onDone?(): void;
}

/** Says what came of a change, with the way back. */
export function useSaidChange(answered: ChangeAnswer | undefined, { about, onUndo, onDone }: Then): void {
  const { t, name } = useTicketWords();
  const { formats } = useAdmin();
  const undoing = useRef(false);
  useAnswer(answered, (answer) => {
    const wasUndo = undoing.current;
    undoing.current = false;
    if (answer.is === 'invalid') return;
    if (wasUndo) return void showToast(t('changed.undone'));
    const { what, state, until, undo } = answer;
    const became = state === null ? formats.list(what.map((one) => name('changed', one))) : name('state', state);
    const said = until === null ? became : t('changed.snoozed', { until: formats.shortMoment(new Date(until)) });
    showToast(about === undefined ? said : `${about} · ${said}`, undo ? { content: t('changed.undo'), onAction: () => ((undoing.current = true), onUndo(undo)) } : undefined);
    onDone?.();
  });
}
