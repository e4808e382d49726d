import { useFetcher } from '@remix-run/react';
import { useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { showToast } from '#app/ui/toast.ts';
import { useAnswer } from '#app/ui/use-answer.ts';
import type { ManyChanged, Undoing } from '../change-many.server.ts';
import { useDeskWords } from './words.ts';

/** Changes several conversations at once, says what came of it, and takes the last of it back. */
export function useBulk(onDone: () => void) {
  const { t } = useDeskWords();
  const { formats } = useAdmin();
  const fetcher = useFetcher<ManyChanged>();
  const [last, setLast] = useState<Undoing | null>(null);
  const post = (fields: Readonly<Record<string, string>>) => fetcher.submit(fields, { method: 'post', action: '/app/inbox?index' });
  const bringBack = (undo: Undoing) => post({ intent: 'undo', what: JSON.stringify(undo) });
  useAnswer(fetcher.data, (answer) => {
    if (answer.is === 'invalid') return;
    if (answer.is === 'undone') {
      setLast(null);
      return showToast(answer.left === 0 ? t('bulk.undone', { count: answer.count }) : t('bulk.undonePartly', { count: answer.count, left: answer.left }));
    }
    const { what, count, until, undo } = answer;
    setLast(undo);
    onDone();
    const said = until === null ? t(`bulk.${what}`, { count }) : t('bulk.snoozed', { count, until: formats.shortMoment(new Date(until)) });
    showToast(said, undo ? { content: t('bulk.undo'), onAction: () => bringBack(undo) } : undefined);
  });
  return {
    busy: fetcher.state !== 'idle',
    refused: fetcher.state === 'idle' && fetcher.data?.is === 'invalid' ? t(fetcher.data.why === 'into_spam' ? 'intoSpam' : 'refused') : null,
    change: (ids: readonly string[], fields: Readonly<Record<string, string>>) => ids.length > 0 && post({ intent: 'change', ids: ids.join(','), ...fields }),
    merge: (ids: readonly string[], into: string) => post({ intent: 'merge', ids: ids.join(','), into }),
    /** Takes back what was done last; nothing where that is done. */
    undo: () => fetcher.state === 'idle' && last && bringBack(last),
  };
}
