import { Banner, List } from '@shopify/polaris';
import type { PlacedProblem } from '../desk/views.ts';
import { usePolicyWords } from './words.ts';

interface Props {
  refused: string | null;
  problems: readonly PlacedProblem[];
}

/** Why something could not be done: somebody else was faster, or the policy would not be sound. */
export function ProblemsBanner({ refused, problems }: Props) {
  const { t, name } = usePolicyWords();
  if (refused) {
    return (
      <Banner tone="critical">
        <p>{refused}</p>
      </Banner>
    );
  }
  if (problems.length === 0) return null;
  return (
    <Banner tone="critical" title={t('problems')}>
      <List>
        {problems.map(({ ruleId, place, path, problem }) => (
          <List.Item key={`${ruleId}.${path}.${problem}`}>{place === null ? name('errors', problem) : t('problemOf', { place, problem: name('errors', problem) })}</List.Item>
        ))}
      </List>
    </Banner>
  );
}
