import { Badge } from '@shopify/polaris';
import { useEffect, useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { usePromiseWords } from './words.ts';

const minute = 60_000;
/** What is further off is told by its day. */
const countedDown = 24 * 60;

/** How long a promise still has, counted down, or how long it is broken. */
export function PromiseBadge({ dueAt }: { dueAt: Date }) {
  const { t } = usePromiseWords();
  const { formats } = useAdmin();
  const passed = useMinutes();
  const left = Math.ceil(-formats.hoursSince(dueAt) * 60) - passed;
  const time = inHours(Math.abs(left));
  const soon = left < 60 ? 'warning' : undefined;
  if (left <= 0) return <Badge tone="critical">{t('badge.late', time)}</Badge>;
  return <Badge tone={soon}>{left > countedDown ? t('badge.due', { day: formats.inSentence.day(dueAt) }) : t('badge.left', time)}</Badge>;
}

function inHours(minutes: number): { hours: number; minutes: string } {
  return { hours: Math.floor(minutes / 60), minutes: String(minutes % 60).padStart(2, '0') };
}

/** Minutes that passed since it was first shown; none while it is rendered for the first time. */
function useMinutes(): number {
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const since = Date.now();
    const ticking = setInterval(() => setPassed(Math.floor((Date.now() - since) / minute)), minute / 4);
    return () => clearInterval(ticking);
  }, []);
  return passed;
}
