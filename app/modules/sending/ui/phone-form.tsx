import { Select, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { CardForm } from '#app/ui/card-form.tsx';
import type { SmsAccountView } from '../sending-view.server.ts';
import { isSmsProvider, smsProviderFacts, smsProviders, type SmsProvider } from '../sms/sms-provider.ts';
import type { ConnectionForm } from './connection-card.tsx';
import { useSendingWords } from './words.ts';

/** What an SMS provider needs to be told by the merchant. */
export function PhoneForm({ phone, saving, errorOf, onSave, onCancel }: ConnectionForm & { phone: SmsAccountView | null }) {
  const { t } = useSendingWords();
  const [provider, setProvider] = useState<SmsProvider>(phone?.provider ?? 'twilio');
  const known = phone?.provider === provider ? phone : null;
  const [fields, setFields] = useState({ account: phone?.account ?? '', key: '', webhookSecret: '', number: phone?.number ?? '', senderName: phone?.senderName ?? '', senders: phone?.senders ?? '' });
  const change = (field: keyof typeof fields) => (value: string) => setFields((before) => ({ ...before, [field]: value }));
  return (
    <CardForm saving={saving} onSave={() => onSave({ provider, ...fields })} onCancel={onCancel}>
      <Select
        label={t('account.provider')}
        options={smsProviders.map((value) => ({ value, label: smsProviderFacts[value].name }))}
        value={provider}
        onChange={(chosen) => isSmsProvider(chosen) && setProvider(chosen)}
        error={errorOf('provider')}
      />
      <TextField label={t(provider === 'twilio' ? 'phone.accountTwilio' : 'phone.accountVonage')} autoComplete="off" value={fields.account} onChange={change('account')} error={errorOf('account')} />
      <TextField label={t(provider === 'twilio' ? 'phone.keyTwilio' : 'phone.keyVonage')} helpText={t(known ? 'account.keepKey' : 'account.keyHelp')} type="password" autoComplete="off" value={fields.key} onChange={change('key')} error={errorOf('key')} />
      {!smsProviderFacts[provider].signsWithKey && <TextField label={t('phone.secret')} helpText={t(known?.hearsNews ? 'account.keepKey' : 'phone.secretHelp')} type="password" autoComplete="off" value={fields.webhookSecret} onChange={change('webhookSecret')} error={errorOf('webhookSecret')} />}
      <TextField label={t('phone.number')} helpText={t('phone.numberHelp')} type="tel" autoComplete="tel" value={fields.number} onChange={change('number')} error={errorOf('number')} />
      <TextField label={t('phone.senderName')} helpText={t('phone.senderNameHelp')} autoComplete="off" value={fields.senderName} onChange={change('senderName')} error={errorOf('senderName')} />
      <TextField label={t('phone.senders')} helpText={t('phone.sendersHelp')} multiline={2} autoComplete="off" value={fields.senders} onChange={change('senders')} error={errorOf('senders')} />
    </CardForm>
  );
}
