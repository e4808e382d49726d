import { Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { CardForm } from '#app/ui/card-form.tsx';
import { ConnectionCard, type ConnectionForm } from './connection-card.tsx';
import { useSendingWords } from './words.ts';

/** The merchant's Klaviyo account; `keyEnd` is what is shown of its key. */
export function KlaviyoCard({ keyEnd }: { keyEnd: string | null }) {
  const { t } = useSendingWords();
  return (
    <ConnectionCard
      title={t('klaviyo.title')}
      thing="klaviyo"
      connect={t('klaviyo.connect')}
      removal={keyEnd === null ? null : { title: t('klaviyo.removeTitle'), text: t('klaviyo.removeText') }}
      state={keyEnd === null ? <Text as="p" tone="subdued">{t('klaviyo.none')}</Text> : <Text as="p">{t('klaviyo.facts', { end: keyEnd })}</Text>}
      renderForm={(about) => <KlaviyoForm {...about} />}
    />
  );
}

function KlaviyoForm({ saving, errorOf, onSave, onCancel }: ConnectionForm) {
  const { t } = useSendingWords();
  const [key, setKey] = useState('');
  return (
    <CardForm save={t('server.tryAndSave')} saving={saving} onSave={() => onSave({ key })} onCancel={onCancel}>
      <TextField label={t('klaviyo.key')} helpText={t('klaviyo.keyHelp')} type="password" autoComplete="off" value={key} onChange={setKey} error={errorOf('key')} />
    </CardForm>
  );
}
