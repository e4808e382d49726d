import { useEffect, useRef, useState } from 'react';
import { useLatest } from '#app/ui/use-answer.ts';
import { onNotice } from '#app/ui/live/notices.ts';
import type { Doing, Present } from '../presence.server.ts';
import { postWriting } from './post-writing.ts';

const tellEvery = 15_000;
/** Whoever has not typed for so long only looks. */
const typingHolds = 6_000;

/** Tells colleagues that the reader is here, and whether they write; answers who else is. `typed` is anything that is different after each keystroke. */
export function usePresence(ticketId: number, typed: string): readonly Present[] {
  const [others, setOthers] = useState<readonly Present[]>([]);
  const [doing, setDoing] = useState<Doing>('look');
  const first = useRef(typed);
  const latest = useLatest(doing);

  useEffect(() => {
    if (typed === first.current) return;
    first.current = typed;
    const start = setTimeout(() => setDoing('type'));
    const stop = setTimeout(() => setDoing('look'), typingHolds);
    return () => {
      clearTimeout(start);
      clearTimeout(stop);
    };
  }, [typed]);

  useEffect(() => {
    let gone = false;
    const tell = async () => {
      if (document.visibilityState !== 'visible') return;
      const answer = await postWriting(ticketId, { intent: 'here', doing: latest.current });
      if (!gone && answer?.is === 'here') setOthers(answer.others);
    };
    const leave = () => void postWriting(ticketId, { intent: 'here', doing: '' }, { leaving: true });
    const hidden = () => (document.visibilityState === 'visible' ? void tell() : leave());
    const timer = setInterval(() => void tell(), tellEvery);
    const deaf = onNotice(({ topic, id }) => {
      if (topic === 'presence' && id === String(ticketId)) void tell();
      return false;
    });
    document.addEventListener('visibilitychange', hidden);
    addEventListener('pagehide', leave);
    return () => {
      gone = true;
      clearInterval(timer);
      deaf();
      document.removeEventListener('visibilitychange', hidden);
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [ticketId, latest]);

  useEffect(() => {
    void postWriting(ticketId, { intent: 'here', doing }).then((answer) => answer?.is === 'here' && setOthers(answer.others));
  }, [ticketId, doing]);

  return others;
}
