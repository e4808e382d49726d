import { Badge, type BadgeProps } from '@shopify/polaris';
import { waitsOn, type NextStep } from '../next-step.ts';
import { useReturnWords } from './words.ts';

const looks: Record<string, Pick<BadgeProps, 'tone' | 'progress'>> = {
  requested: { tone: 'attention', progress: 'incomplete' },
  open: { progress: 'partiallyComplete' },
  declined: { tone: 'critical', progress: 'complete' },
  closed: { progress: 'complete' },
  canceled: { progress: 'complete' },
};

/** How a return stands, in Shopify's words. */
export function ReturnBadge({ status }: { status: string }) {
  const { name } = useReturnWords();
  return <Badge {...looks[status]}>{name('status', status)}</Badge>;
}

/** What is to happen next; what waits for the reader stands out. */
export function NextBadge({ next }: { next: NextStep }) {
  const { t } = useReturnWords();
  return next === 'done' ? null : <Badge tone={waitsOn(next) === 'merchant' ? 'attention' : undefined}>{t(`next.${next}`)}</Badge>;
}
