import { useFetcher } from '@remix-run/react';
import { useAnswer } from '#app/ui/use-answer.ts';
import { useShellWords } from '#app/ui/words.ts';
import type { CareAnswer } from '../act-care.server.ts';

interface CareForm {
  busy: boolean;
  submit(value: object): void;
  /** What is wrong with a field, in words; `form` for all of it. */
  errorOf(field: string): string | undefined;
}

/** A form beside a ticket: what it asks for, and what the server says to it. */
export function useCare(ticketId: number, { intent, onDone }: { intent: 'hand-over' | 'record-complaint' | 'complaint-step'; onDone(): void }): CareForm {
  const { name } = useShellWords();
  const fetcher = useFetcher<CareAnswer>();
  const errors = fetcher.data && 'errors' in fetcher.data ? fetcher.data.errors : {};
  useAnswer(fetcher.data, (answer) => {
    if ('done' in answer) onDone();
  });
  return {
    busy: fetcher.state !== 'idle',
    submit: (value) => fetcher.submit({ intent, value: JSON.stringify(value) }, { method: 'post', action: `/app/inbox/${ticketId}/care` }),
    errorOf: (field) => (errors[field] === undefined ? undefined : name('errors', errors[field])),
  };
}
