import { Button, TextField } from '@shopify/polaris';
import { EditIcon } from '@shopify/polaris-icons';
import { useState } from 'react';
import type { ShownTicket } from '../ticket-view.ts';
import styles from './ticket.module.css';
import { useChange } from './use-change.ts';
import { useTicketWords } from './words.ts';

const longest = 500;

/** The ticket's number and subject; the subject is changed in its place. */
export function SubjectField({ ticket: { id, subject } }: { ticket: ShownTicket }) {
  const { t } = useTicketWords();
  const { change, pending } = useChange();
  const [draft, setDraft] = useState<string | null>(null);
  const shown = pending('subject') ?? subject;
  if (draft !== null) {
    const save = () => {
      if (draft.trim() !== '' && draft.trim() !== subject) change({ subject: draft.trim() });
      setDraft(null);
    };
    return (
      <form
        className={styles['subjectForm']}
        onSubmit={(event) => (event.preventDefault(), save())}
        onKeyDown={(event) => event.key === 'Escape' && (event.stopPropagation(), setDraft(null))}
      >
        <TextField label={t('page.subject')} labelHidden autoComplete="off" autoFocus maxLength={longest} value={draft} onChange={setDraft} onBlur={save} />
      </form>
    );
  }
  return (
    <>
      <h1 title={shown} dir="auto">
        <span className={styles['quiet']}>#{id}</span> {shown || t('page.noSubject')}
      </h1>
      <Button icon={EditIcon} variant="tertiary" onClick={() => setDraft(subject)} accessibilityLabel={t('page.editSubject')} />
    </>
  );
}
