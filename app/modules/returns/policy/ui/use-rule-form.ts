import { useFetcher } from '@remix-run/react';
import { useState } from 'react';
import type { PlacedProblem, PolicyAnswer } from '../desk/views.ts';
import { showToast } from '#app/ui/toast.ts';
import { useAnswer } from '#app/ui/use-answer.ts';
import { useShellWords } from '#app/ui/words.ts';
import type { RuleDraft } from './rule-draft.ts';
import { usePolicyWords } from './words.ts';

interface Stored {
  draft: RuleDraft;
  revision: number;
}

interface Needs {
  /** The rule, as problems name it. */
  ruleId: string;
  toForm(draft: RuleDraft): object;
  onSaved(): void;
}

export interface RuleForm {
  draft: RuleDraft;
  dirty: boolean;
  saving: boolean;
  change(part: Partial<RuleDraft>): void;
  save(): void;
  discard(): void;
  /** What is wrong with a field, in words. */
  errorOf(path: string): string | undefined;
  refused: string | null;
  /** What is wrong and stands at none of the fields. */
  problems: readonly PlacedProblem[];
}

/** The form of a rule. What somebody else keeps meanwhile is taken over while nothing is changed; a save states the revision it was begun on. */
export function useRuleForm(stored: Stored, { ruleId, toForm, onSaved }: Needs): RuleForm {
  const { name } = usePolicyWords();
  const shell = useShellWords();
  const fetcher = useFetcher<PolicyAnswer>();
  const [base, setBase] = useState(stored);
  const [draft, setDraft] = useState(stored.draft);
  const [left, setLeft] = useState(false);
  const dirty = !left && JSON.stringify(draft) !== JSON.stringify(base.draft);
  const adopt = () => {
    setBase(stored);
    setDraft(stored.draft);
  };
  if (!dirty && !left && stored.revision !== base.revision) adopt();
  const answer = fetcher.data;
  useAnswer(answer, (given) => {
    if (given.is !== 'done') return;
    setLeft(true);
    showToast(shell.t('form.saved'));
    onSaved();
  });
  const problems = answer?.is === 'problems' && dirty ? answer.problems : [];
  const own = problems.filter((problem) => problem.ruleId === ruleId && problem.path !== '');
  return {
    draft,
    dirty,
    saving: fetcher.state !== 'idle',
    change: (part) => setDraft((known) => ({ ...known, ...part })),
    save: () => fetcher.submit({ intent: 'save', after: base.revision, value: JSON.stringify(toForm(draft)) }, { method: 'post' }),
    discard: adopt,
    errorOf(path) {
      const found = own.find((problem) => problem.path === path);
      return found && name('errors', found.problem === 'number' && isAmount(draft, path) ? 'amount' : found.problem);
    },
    refused: answer?.is === 'refused' && dirty ? name('refused', answer.code) : null,
    problems: problems.filter((problem) => !own.includes(problem)),
  };
}

/** True for a field that holds money, which is no whole number. */
function isAmount({ when }: RuleDraft, path: string): boolean {
  const [, at] = /^when\.(\d+)\.(?:min|max)$/.exec(path) ?? [];
  return at === undefined ? /(?:keep\.below|way_back\.amount)$/.test(path) : ['price', 'spent'].includes(when[Number(at)]?.trait ?? '');
}
