import { useFetcher } from '@remix-run/react';
import { showToast } from '#app/ui/toast.ts';
import { useAnswer } from '#app/ui/use-answer.ts';
import type { BesideAnswer } from '../act-beside.server.ts';
import { useBesideWords } from './words.ts';

/** Where the panel beside a ticket sends what is done in it. */
export const besidePath = (ticketId: number) => `/app/inbox/${ticketId}/beside`;

const failures = { known: 'handles.known', invalid: 'handles.invalid', kept: 'handles.notUnlinked', empty: 'notes.empty', no_order: 'orders.unknown' } as const;
const successes = { linked: 'handles.linked', unlinked: 'handles.unlinked', noted: 'notes.saved', removed: 'notes.removed', order_linked: 'orders.linked', order_unlinked: 'orders.unlinked' } as const;

/** Sends something done beside a ticket; what did not work is told by `problem`, beside where it was tried. */
export function useBesideForm(ticketId: number, onDone?: () => void) {
  const { t } = useBesideWords();
  const fetcher = useFetcher<BesideAnswer>();
  useAnswer(fetcher.data, ({ is }) => {
    if (!isSuccess(is)) return;
    showToast(t(successes[is]));
    onDone?.();
  });
  const is = fetcher.data?.is;
  return {
    isBusy: fetcher.state !== 'idle',
    problem: is && !isSuccess(is) && fetcher.state === 'idle' ? t(failures[is]) : null,
    send: (form: Record<string, string>) => fetcher.submit(form, { method: 'post', action: besidePath(ticketId) }),
  };
}

function isSuccess(is: BesideAnswer['is']): is is keyof typeof successes {
  return is in successes;
}
