import { Button, ButtonGroup, Form, FormLayout, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { ConnectionCard, type ConnectionForm } from './connection-card.tsx';
import { useSendingWords } from './words.ts';

/** The merchant's Klaviyo account; `keyEnd` is what is shown of its key. */
export function KlaviyoCard({ keyEnd }: { keyEnd: string | null }) {
  const { t } = useSendingWords();
  return (
    <ConnectionCard
      title={t('klaviyo.title')}
      thing="klaviyo"
      connected={keyEnd !== null}
      connect={t('klaviyo.connect')}
      removal={{ title: t('klaviyo.removeTitle'), text: t('klaviyo.removeText') }}
      state={keyEnd === null ? <Text as="p" tone="subdued">{t('klaviyo.none')}</Text> : <Text as="p">{t('klaviyo.facts', { end: keyEnd })}</Text>}
      renderForm={(about) => <KlaviyoForm {...about} />}
    />
  );
}

function KlaviyoForm({ saving, errorOf, onSave, onCancel }: ConnectionForm) {
  const { t } = useSendingWords();
  const [key, setKey] = useState('');
  return (
    <Form noValidate onSubmit={() => onSave({ key })}>
      <FormLayout>
        <TextField label={t('klaviyo.key')} helpText={t('klaviyo.keyHelp')} type="password" autoComplete="off" value={key} onChange={setKey} error={errorOf('key')} />
        <ButtonGroup>
          <Button submit variant="primary" loading={saving}>{t('server.tryAndSave')}</Button>
          <Button onClick={onCancel}>{t('cancel')}</Button>
        </ButtonGroup>
      </FormLayout>
    </Form>
  );
}
