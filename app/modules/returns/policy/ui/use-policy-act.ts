import { useFetcher } from '@remix-run/react';
import { showToast } from '#app/ui/toast.ts';
import { useAnswer } from '#app/ui/use-answer.ts';
import type { PlacedProblem, PolicyAnswer } from '../desk/views.ts';
import { usePolicyWords } from './words.ts';

export interface PolicyAct {
  /** Sends a form; what it was answered with stands until the next one. */
  act(fields: Record<string, string | number | boolean>): void;
  /** The intent that is on its way; null while nothing is. */
  busy: string | null;
  /** Why it could not be, in words. */
  refused: string | null;
  problems: readonly PlacedProblem[];
}

/** What is done to the policy with one click, and what the server says to it. */
export function usePolicyAct(onDone?: () => void): PolicyAct {
  const { name } = usePolicyWords();
  const fetcher = useFetcher<PolicyAnswer>();
  useAnswer(fetcher.data, (answer) => {
    if (answer.is !== 'done') return;
    showToast(name('done', answer.did));
    onDone?.();
  });
  const answer = fetcher.state === 'idle' ? fetcher.data : undefined;
  return {
    act: (fields) => fetcher.submit(Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, String(value)])), { method: 'post' }),
    busy: fetcher.state === 'idle' ? null : String(fetcher.formData?.get('intent') ?? ''),
    refused: answer?.is === 'refused' ? name('refused', answer.code) : null,
    problems: answer?.is === 'problems' ? answer.problems : [],
  };
}
