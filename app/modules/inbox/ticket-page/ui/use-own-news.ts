import { useEffect } from 'react';
import { onNotice } from '#app/ui/live/notices.ts';
import { useLatest } from '#app/ui/use-answer.ts';

/** What changes in other conversations does not have this page read again: with sixty agents that would be always. */
export function useOwnNews(ticketIds: readonly number[]): void {
  const latest = useLatest(ticketIds);
  useEffect(() => onNotice(({ topic, id }) => topic === 'tickets' && id !== null && !latest.current.map(String).includes(id)), [latest]);
}
