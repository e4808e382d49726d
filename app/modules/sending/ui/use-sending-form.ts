import { useFetcher } from '@remix-run/react';
import { useState } from 'react';
import { showToast } from '#app/ui/toast.ts';
import { useAnswer } from '#app/ui/use-answer.ts';
import type { SendingAnswer } from '../change-sending.server.ts';
import { useSendingWords } from './words.ts';

/** What a card of this page is doing: being filled in, being asked whether it should go, waiting for an answer. */
export function useSendingForm() {
  const { t, name } = useSendingWords();
  const fetcher = useFetcher<SendingAnswer>();
  const [open, setOpen] = useState<'form' | 'removal' | null>(null);
  const answer = fetcher.data;
  useAnswer(answer, (given) => {
    if (!('saved' in given) && !('removed' in given)) return;
    setOpen(null);
    showToast(t('saved' in given ? 'saved' : 'removed'));
  });
  const errors = answer && 'errors' in answer ? answer.errors : null;
  return {
    open,
    setOpen,
    answer,
    formError: errors?.form ? name('errors', errors.form) : null,
    errorOf: (field: string) => (errors?.fields[field] ? name('errors', errors.fields[field]) : undefined),
    isBusy: (intent: string) => fetcher.state !== 'idle' && fetcher.formData?.get('intent') === intent,
    submit: (intent: string, fields: Record<string, string> = {}) => fetcher.submit({ intent, ...fields }, { method: 'post' }),
  };
}
