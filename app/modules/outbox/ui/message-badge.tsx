import { Badge, type BadgeProps } from '@shopify/polaris';
import { useMessageWords } from './words.ts';

const looks: Record<string, Pick<BadgeProps, 'tone' | 'progress'>> = {
  queued: { tone: 'info', progress: 'incomplete' },
  sending: { tone: 'info', progress: 'partiallyComplete' },
  sent: { tone: 'success', progress: 'complete' },
  failed: { tone: 'critical', progress: 'incomplete' },
  dropped: { progress: 'incomplete' },
  unknown: { tone: 'warning', progress: 'partiallyComplete' },
};

/** What became of a message. */
export function MessageBadge({ state }: { state: string }) {
  const { name } = useMessageWords();
  return <Badge {...looks[state]}>{name('state', state)}</Badge>;
}
