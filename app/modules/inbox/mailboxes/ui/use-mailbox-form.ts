import { useFetcher } from '@remix-run/react';
import { useState } from 'react';
import { showToast } from '#app/ui/toast.ts';
import { useAnswer } from '#app/ui/use-answer.ts';
import type { MailboxesAnswer } from '../change-mailboxes.server.ts';
import { useMailboxWords } from './words.ts';

/** What a card of this page is doing: being filled in, being asked whether it should go, waiting for an answer. */
export function useMailboxForm() {
  const { t, name } = useMailboxWords();
  const fetcher = useFetcher<MailboxesAnswer>();
  const [open, setOpen] = useState<'form' | 'removal' | null>(null);
  const answer = fetcher.data;
  useAnswer(answer, (given) => {
    if (!('saved' in given) && !('done' in given)) return;
    setOpen(null);
    showToast(t('saved' in given ? 'saved' : 'done'));
  });
  const errors = answer && 'errors' in answer ? answer.errors : null;
  return {
    open,
    setOpen,
    /** Where the merchant goes on, at the provider of the mailbox. */
    goTo: answer && 'goTo' in answer ? answer.goTo : null,
    formError: errors?.form ? name('errors', errors.form) : answer && 'retryAfter' in answer ? t('test.tooSoon', { seconds: String(answer.retryAfter) }) : null,
    errorOf: (field: string) => (errors?.fields[field] ? name('errors', errors.fields[field]) : undefined),
    isBusy: (intent: string) => fetcher.state !== 'idle' && fetcher.formData?.get('intent') === intent,
    submit: (intent: string, fields: Record<string, string>) => fetcher.submit({ intent, ...fields }, { method: 'post' }),
  };
}
