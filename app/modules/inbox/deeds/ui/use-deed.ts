import { useFetcher } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { showToast } from '#app/ui/toast.ts';
import { useAnswer, useLatest } from '#app/ui/use-answer.ts';
import { useInsertWords } from '../../ticket-page/ui/composer-face.ts';
import type { DeedAnswer } from '../deed-answer.ts';
import type { DeedPreview } from '../preview-deed.server.ts';

interface Deed<Kind extends DeedPreview['deed']> {
  kind: Kind;
  ticketId: number;
  /** What is chosen, as the preview is asked for it. */
  asked: Record<string, string>;
  onDone(): void;
}

/** While somebody types, the amount is worked out only once they pause. */
const pause = 300;

/** Shows what a deed would mean while it is being chosen, does it once, and offers its sentence to the reply. */
export function useDeed<Kind extends DeedPreview['deed']>({ kind, ticketId, asked, onDone }: Deed<Kind>) {
  const path = `/app/inbox/${ticketId}/deed`;
  const shown = useFetcher<{ preview: DeedPreview | null }>();
  const doing = useFetcher<DeedAnswer>();
  const insert = useInsertWords();
  const [inserts, setInserts] = useState(true);
  const [said, setSaid] = useState('');
  const query = new URLSearchParams({ deed: kind, ...asked }).toString();
  const load = useLatest((what: string) => shown.load(`${path}?${what}`));
  useEffect(() => {
    const timer = setTimeout(() => load.current(query), pause);
    return () => clearTimeout(timer);
  }, [query, load]);
  useAnswer(doing.data, (answer) => {
    // Nothing happened, for things are not as they were shown: they are shown as they are.
    if (answer.is === 'moved' || answer.is === 'refused') load.current(query);
    if (answer.is !== 'done') return;
    if (inserts && answer.sentence) insert?.(answer.sentence);
    showToast(said);
    onDone();
  });
  const told = shown.data?.preview ?? null;
  return {
    preview: isOf(told, kind) ? told : null,
    /** Nobody of the staff may be told anything. */
    isForbidden: shown.data !== undefined && told === null,
    isLoading: shown.state !== 'idle' || shown.data === undefined,
    isBusy: doing.state !== 'idle',
    answer: doing.state === 'idle' ? (doing.data ?? null) : null,
    /** Asks anew what it would mean. */
    reload: () => load.current(query),
    inserts: insert === null ? null : inserts,
    setInserts,
    /** `done` is what is said once it worked. */
    send(form: Record<string, string>, done: string) {
      setSaid(done);
      doing.submit({ deed: kind, ...asked, ...form }, { method: 'post', action: path });
    },
  };
}

function isOf<Kind extends DeedPreview['deed']>(preview: DeedPreview | null, kind: Kind): preview is Extract<DeedPreview, { deed: Kind }> {
  return preview?.deed === kind;
}
