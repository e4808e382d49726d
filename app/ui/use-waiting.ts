import { useLocation, useNavigate } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { onNotice } from './live/notices.ts';
import { showToast } from './toast.ts';
import { useLatest } from './use-answer.ts';
import { newsBetween, readWaiting, type Waiting } from './waiting.ts';
import { useShellWords } from './words.ts';

/** Many customers may write at once: then it is looked again once. */
const settle = 1_000;

/** How many conversations wait for the reader, on every page and live; what comes in while they are elsewhere is told in the bar Shopify draws. */
export function useWaiting(): number {
  const { t } = useShellWords();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [count, setCount] = useState(0);
  const last = useRef<Waiting | null>(null);
  const tell = useLatest((news: NonNullable<Waiting['newest']>) => {
    // Whoever looks at the list, or at this very conversation, sees it there.
    if (pathname === '/app/inbox' || pathname === `/app/inbox/${news.id}`) return;
    showToast(t('waiting.came', { person: news.person ?? t('waiting.somebody'), subject: news.subject }), { content: t('waiting.open'), onAction: () => navigate(`/app/inbox/${news.id}`) });
  });

  useEffect(() => {
    const gone = new AbortController();
    let soon: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const answer = await fetch('/app/inbox/waiting', { signal: gone.signal, headers: { Accept: 'application/json' } }).catch(() => null);
      const now = answer?.ok ? readWaiting(await answer.json().catch(() => null)) : null;
      if (now === null || gone.signal.aborted) return;
      const news = newsBetween(last.current, now);
      last.current = now;
      setCount(now.count);
      if (news) tell.current(news);
    };
    void look();
    const deaf = onNotice(({ topic }) => {
      if (topic === 'tickets') {
        clearTimeout(soon);
        soon = setTimeout(() => void look(), settle);
      }
      return false;
    });
    return () => {
      gone.abort();
      clearTimeout(soon);
      deaf();
    };
  }, [tell]);

  useEffect(() => {
    const bare = document.title.replace(/^\(\d+\+?\) /, '');
    document.title = count > 0 ? `(${count}) ${bare}` : bare;
  }, [count]);
  return count;
}
