import { useLocation, useNavigate } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { onNotice } from './live/notices.ts';
import { settling } from './live/settling.ts';
import { showToast } from './toast.ts';
import { useLatest } from './use-answer.ts';
import { useAdmin } from './admin.tsx';
import { newsBetween, readWaiting, toldBetween, warnedBetween, type Told, type Waiting, type Warned } from './waiting.ts';
import { useShellWords } from './words.ts';

/** Many customers may write at once: then it is looked again once. */
const settle = 1_000;

/** How many conversations wait for the reader, on every page and live; what comes in while they are elsewhere is told in the bar Shopify draws. */
export function useWaiting(): number {
  const { t } = useShellWords();
  const { present } = useAdmin();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [count, setCount] = useState(0);
  const last = useRef<Waiting | null>(null);
  const tell = useLatest((news: NonNullable<Waiting['newest']>) => {
    // Whoever looks at the list, or at this very conversation, sees it there.
    if (pathname === '/app/inbox' || pathname === `/app/inbox/${news.id}`) return;
    showToast(t('waiting.came', { person: news.person ?? t('waiting.somebody'), subject: news.subject }), { content: t('waiting.open'), onAction: () => navigate(`/app/inbox/${news.id}`) });
  });
  const hear = useLatest(({ id, subject, by, how }: Told) => {
    if (pathname === `/app/inbox/${id}`) return;
    const said = how === 'given' && by === null ? t('waiting.told.yours', { subject }) : t(`waiting.told.${how}`, { by: by ?? t(how === 'wrote' ? 'waiting.somebody' : 'waiting.colleague'), subject });
    showToast(said, { content: t('waiting.open'), onAction: () => navigate(`/app/inbox/${id}`) });
  });
  /** A promise that is soon broken is told on every page, once in each window: whoever looks at a list does not look at each of its badges. */
  const warn = useLatest((warned: readonly Warned[]) => {
    const first = warned.find(({ id }) => pathname !== `/app/inbox/${id}`);
    if (!first) return;
    const minutes = Math.max(1, Math.ceil((first.dueAt.getTime() - present().getTime()) / 60_000));
    const said = warned.length > 1 ? t('waiting.dueSeveral', { count: warned.length }) : t(minutes <= 60 ? 'waiting.dueMinutes' : 'waiting.dueHours', { minutes: minutes <= 60 ? minutes : minutes % 60, hours: Math.floor(minutes / 60), subject: first.subject });
    showToast(said, { content: t('waiting.open'), onAction: () => navigate(warned.length > 1 ? '/app/inbox?view=due' : `/app/inbox/${first.id}`) });
  });

  useEffect(() => {
    const gone = new AbortController();
    const look = async () => {
      const answer = await fetch('/app/inbox/waiting', { signal: gone.signal, headers: { Accept: 'application/json' } }).catch(() => null);
      const now = answer?.ok ? readWaiting(await answer.json().catch(() => null)) : null;
      if (now === null || gone.signal.aborted) return;
      const news = newsBetween(last.current, now);
      const told = toldBetween(last.current, now);
      const warned = warnedBetween(last.current, now);
      last.current = now;
      setCount(now.count);
      if (news) tell.current(news);
      if (told) hear.current(told);
      if (warned.length > 0) warn.current(warned);
    };
    void look();
    const looking = settling(settle, () => void look());
    const deaf = onNotice(({ topic }) => {
      if (topic === 'tickets' || topic === 'missed') looking.wish();
      return false;
    });
    return () => {
      gone.abort();
      looking.cancel();
      deaf();
    };
  }, [tell, hear, warn]);

  useEffect(() => {
    const bare = document.title.replace(/^\(\d+\+?\) /, '');
    document.title = count > 0 ? `(${count}) ${bare}` : bare;
  }, [count]);
  return count;
}
