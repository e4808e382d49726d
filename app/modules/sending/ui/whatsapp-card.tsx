import { BlockStack, Link, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { CardForm } from '#app/ui/card-form.tsx';
import { ShownOnDemand } from '#app/ui/shown-on-demand.tsx';
import type { WhatsAppView } from '../sending-view.server.ts';
import { ConnectionCard, type ConnectionForm } from './connection-card.tsx';
import { useSendingWords } from './words.ts';

/** The merchant's number at WhatsApp, and what Meta has to be told of us. */
export function WhatsAppCard({ number }: { number: WhatsAppView | null }) {
  const { t } = useSendingWords();
  return (
    <ConnectionCard
      title={t('whatsapp.title')}
      thing="whatsapp"
      connect={t('whatsapp.connect')}
      removal={number && { title: t('whatsapp.removeTitle'), text: t('whatsapp.removeText') }}
      state={number ? <WhatsAppState number={number} /> : <Text as="p" tone="subdued">{t('whatsapp.none')}</Text>}
      renderForm={(about) => <WhatsAppForm number={number} {...about} />}
    />
  );
}

function WhatsAppState({ number: { phoneNumberId, tokenEnd, newsAddress, greeting } }: { number: WhatsAppView }) {
  const { t } = useSendingWords();
  return (
    <BlockStack gap="300">
      <Text as="p" breakWord>{t('whatsapp.facts', { number: phoneNumberId, end: tokenEnd })}</Text>
      <Link url="/app/settings/whatsapp">{t('whatsapp.templates')}</Link>
      <ShownOnDemand
        show={t('account.showNews')}
        fields={[
          { label: t('whatsapp.callback'), helpText: t('whatsapp.callbackHelp'), value: newsAddress },
          { label: t('whatsapp.greeting'), value: greeting },
        ]}
      />
    </BlockStack>
  );
}

function WhatsAppForm({ number, saving, errorOf, onSave, onCancel }: ConnectionForm & { number: WhatsAppView | null }) {
  const { t } = useSendingWords();
  const [fields, setFields] = useState({ phoneNumberId: number?.phoneNumberId ?? '', accessToken: '', appSecret: '' });
  const change = (field: keyof typeof fields) => (value: string) => setFields((before) => ({ ...before, [field]: value }));
  const keyHelp = t(number ? 'account.keepKey' : 'account.keyHelp');
  return (
    <CardForm saving={saving} onSave={() => onSave(fields)} onCancel={onCancel}>
      <TextField label={t('whatsapp.phoneNumberId')} helpText={t('whatsapp.phoneNumberIdHelp')} inputMode="numeric" autoComplete="off" value={fields.phoneNumberId} onChange={change('phoneNumberId')} error={errorOf('phoneNumberId')} />
      <TextField label={t('whatsapp.accessToken')} helpText={keyHelp} type="password" autoComplete="off" value={fields.accessToken} onChange={change('accessToken')} error={errorOf('accessToken')} />
      <TextField label={t('whatsapp.appSecret')} helpText={keyHelp} type="password" autoComplete="off" value={fields.appSecret} onChange={change('appSecret')} error={errorOf('appSecret')} />
    </CardForm>
  );
}
