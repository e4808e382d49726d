import { TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { CardForm } from '#app/ui/card-form.tsx';
import { useCare } from '../../care/ui/use-care.ts';
import { useComplaintWords } from './words.ts';

/** Records that a ticket is a complaint, and what its customer was promised. */
export function RecordForm({ ticketId, suggestedAt, onClose }: { ticketId: number; suggestedAt: string; onClose(): void }) {
  const { t } = useComplaintWords();
  const { shop } = useAdmin();
  const [what, setWhat] = useState('');
  const [promisedAt, setPromisedAt] = useState(suggestedAt);
  const { busy, submit, errorOf } = useCare(ticketId, { intent: 'record-complaint', onDone: onClose });
  return (
    <CardForm save={t('record.save')} saving={busy} onSave={() => submit({ what, promisedAt })} onCancel={onClose}>
      <TextField label={t('record.what')} autoComplete="off" multiline={3} maxLength={2_000} value={what} onChange={setWhat} error={errorOf('what') ?? errorOf('form')} />
      <TextField label={t('record.promisedAt')} helpText={t('record.promisedHelp', { zone: shop.ianaTimezone })} type="datetime-local" autoComplete="off" value={promisedAt} onChange={setPromisedAt} error={errorOf('promisedAt')} />
    </CardForm>
  );
}
