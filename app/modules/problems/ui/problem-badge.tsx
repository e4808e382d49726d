import { Badge } from '@shopify/polaris';
import { useProblemWords } from './words.ts';

/** Whether a report still waits for somebody. */
export function ProblemBadge({ state }: { state: string }) {
  const { name } = useProblemWords();
  return state === 'open' ? (
    <Badge tone="attention" progress="incomplete">
      {name('state', state)}
    </Badge>
  ) : (
    <Badge progress="complete">{name('state', state)}</Badge>
  );
}
