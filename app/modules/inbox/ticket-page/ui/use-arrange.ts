import { useFetcher } from '@remix-run/react';
import { showToast } from '#app/ui/toast.ts';
import { useAnswer } from '#app/ui/use-answer.ts';
import type { ArrangeAnswer } from '../arrange-tickets.server.ts';
import type { Fields } from './use-change.ts';
import { useTicketWords } from './words.ts';

/** Merges and splits, with the way back. `onDone` is called once it is so. */
export function useArrange(onDone: () => void = () => undefined) {
  const { t, name } = useTicketWords();
  const fetcher = useFetcher<ArrangeAnswer>();
  const arrange = (fields: Fields) => fetcher.submit(fields, { method: 'post' });
  useAnswer(fetcher.data, (answer) => {
    if (answer.is !== 'arranged') return;
    const { how, ticket, undo } = answer;
    showToast(t(`arrange.done.${how}`, { ticket: `#${ticket}` }), undo ? { content: t('changed.undo'), onAction: () => arrange(undo) } : undefined);
    onDone();
  });
  const refused = fetcher.state === 'idle' && fetcher.data?.is === 'not_arranged' ? name('notArranged', fetcher.data.why) : null;
  return { arrange, busy: fetcher.state !== 'idle', refused };
}
