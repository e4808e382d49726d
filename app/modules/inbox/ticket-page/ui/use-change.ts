import { useFetcher } from '@remix-run/react';
import { useRef } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { showToast } from '#app/ui/toast.ts';
import { useAnswer } from '#app/ui/use-answer.ts';
import type { ChangeAnswer } from '../change-from-page.server.ts';
import { useTicketWords } from './words.ts';

export type Fields = Readonly<Record<string, string>>;

/** Changes the ticket, and offers to take it back. What is on its way is shown as if it were so. */
export function useChange() {
  const { t, name } = useTicketWords();
  const { formats } = useAdmin();
  const fetcher = useFetcher<ChangeAnswer>();
  const undoing = useRef(false);
  const submit = (fields: Fields) => fetcher.submit({ intent: 'change', ...fields }, { method: 'post' });
  useAnswer(fetcher.data, (answer) => {
    const wasUndo = undoing.current;
    undoing.current = false;
    if (answer.is === 'invalid') return;
    if (wasUndo) return showToast(t('changed.undone'));
    const { what, until, undo } = answer;
    const said = until === null ? name('changed', what[0] ?? '') : t('changed.snoozed', { until: formats.shortMoment(new Date(until)) });
    showToast(said, undo ? { content: t('changed.undo'), onAction: () => ((undoing.current = true), submit(undo)) } : undefined);
  });
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
