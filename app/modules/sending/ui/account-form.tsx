import { Select, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { CardForm } from '#app/ui/card-form.tsx';
import { isMailProvider, mailProviderFacts, mailProviders, type MailProvider } from '../mail/mail-provider.ts';
import type { MailAccountView } from '../sending-view.server.ts';
import type { ConnectionForm } from './connection-card.tsx';
import { useSendingWords } from './words.ts';

const secretNames = { sendgrid: 'account.secretSendgrid', mailgun: 'account.secretMailgun', ses: 'account.secretSes', postmark: null } as const;

/** What a provider needs to be told by the merchant; each provider asks for its own. */
export function AccountForm({ account, saving, errorOf, onSave, onCancel }: ConnectionForm & { account: MailAccountView | null }) {
  const { t } = useSendingWords();
  const [provider, setProvider] = useState<MailProvider>(account?.provider ?? 'postmark');
  const known = account?.provider === provider ? account : null;
  const [fields, setFields] = useState({ from: account?.from ?? '', key: '', account: account?.account ?? '', region: account?.region ?? '', webhookSecret: '' });
  const change = (field: keyof typeof fields) => (value: string) => setFields((before) => ({ ...before, [field]: value }));
  const { regions, account: needsAccount } = mailProviderFacts[provider];
  const region = regions.includes(fields.region) ? fields.region : (regions[0] ?? '');
  const secretName = secretNames[provider];
  return (
    <CardForm saving={saving} onSave={() => onSave({ provider, ...fields, region })} onCancel={onCancel}>
      <Select
        label={t('account.provider')}
        options={mailProviders.map((value) => ({ value, label: mailProviderFacts[value].name }))}
        value={provider}
        onChange={(chosen) => isMailProvider(chosen) && setProvider(chosen)}
        error={errorOf('provider')}
      />
      <TextField label={t('account.from')} helpText={t('account.fromHelp')} type="email" autoComplete="email" value={fields.from} onChange={change('from')} error={errorOf('from')} />
      {needsAccount && <TextField label={t(provider === 'ses' ? 'account.accountSes' : 'account.account')} autoComplete="off" value={fields.account} onChange={change('account')} error={errorOf('account')} />}
      {regions.length > 0 && <Select label={t('account.region')} options={[...regions]} value={region} onChange={change('region')} error={errorOf('region')} />}
      <TextField label={t(provider === 'ses' ? 'account.keySes' : 'account.key')} helpText={t(known ? 'account.keepKey' : 'account.keyHelp')} type="password" autoComplete="off" value={fields.key} onChange={change('key')} error={errorOf('key')} />
      {secretName && <TextField label={t(secretName)} helpText={t(known?.hearsNews ? 'account.keepKey' : 'account.secretHelp')} autoComplete="off" value={fields.webhookSecret} onChange={change('webhookSecret')} error={errorOf('webhookSecret')} />}
    </CardForm>
  );
}
