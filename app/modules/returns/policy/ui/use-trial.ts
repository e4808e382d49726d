import { useFetcher } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { useAnswer } from '#app/ui/use-answer.ts';
import { joinTrials, type Trial, type TrialAnswer } from '../desk/trial.ts';

interface Running {
  /** What was found so far; null before the first answer. */
  trial: Trial | null;
  done: boolean;
  /** The draft was changed while it was tried. */
  refused: string | null;
}

/** Tries a draft part by part, and shows what is known so far. */
export function useTrial(revision: number): Running {
  const fetcher = useFetcher<TrialAnswer>();
  const [found, setFound] = useState<Running>({ trial: null, done: false, refused: null });
  const { load } = fetcher;
  const [next, setNext] = useState('');
  useEffect(() => {
    load(`/app/settings/returns/try/part?after=${revision}&from=${next}`);
  }, [load, revision, next]);
  useAnswer(fetcher.data, (part) => {
    if ('refused' in part) return setFound({ ...found, refused: part.refused });
    setFound({ trial: found.trial ? joinTrials(found.trial, part) : part, done: part.next === null, refused: null });
    if (part.next !== null) setNext(part.next);
  });
  return found;
}
