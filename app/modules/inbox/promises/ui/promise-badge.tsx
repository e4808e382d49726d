import { Badge } from '@shopify/polaris';
import { useEffect, useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { usePromiseWords } from './words.ts';

const minute = 60_000;
/** So often it is looked whether another minute has passed. */
const tick = 10_000;
/** What is further off is told by its day. */
const countedDown = 24 * 60;

/** How long a promise still has, counted down, or how long it is broken. */
export function PromiseBadge({ dueAt }: { dueAt: Date }) {
  const { t } = usePromiseWords();
  const { formats } = useAdmin();
  const left = useMinutesLeft(dueAt);
  const time = { hours: Math.floor(Math.abs(left) / 60), minutes: Math.abs(left) % 60 };
  const isShort = Math.abs(left) < 60;
  if (left === 0) return <Badge tone="critical">{t('badge.now')}</Badge>;
  if (left < 0) return <Badge tone="critical">{isShort ? t('badge.lateMinutes', { minutes: -left }) : t('badge.late', time)}</Badge>;
  if (isShort) return <Badge tone="warning">{t('badge.leftMinutes', { minutes: left })}</Badge>;
  return <Badge>{left > countedDown ? t('badge.due', { day: formats.inSentence.day(dueAt) }) : t('badge.left', time)}</Badge>;
}

/** Begun minutes until then, negative for whole ones since. */
function useMinutesLeft(dueAt: Date): number {
  const { openedAt, present } = useAdmin();
  // First as the server renders it, so that both agree.
  const [now, setNow] = useState(openedAt);
  useEffect(() => {
    const look = () => setNow(present());
    look();
    const ticking = setInterval(look, tick);
    return () => clearInterval(ticking);
  }, [present]);
  return Math.ceil((dueAt.getTime() - now.getTime()) / minute);
}
