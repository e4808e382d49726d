import { FormLayout, Select, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { CardForm } from '#app/ui/card-form.tsx';
import { isWayIn, waysIn, type WayIn } from '../ways-in.ts';
import type { MailboxView } from '../mailboxes-view.server.ts';
import { useMailboxWords } from './words.ts';

interface Props {
  /** The one that is changed; null: a new one. */
  mailbox: MailboxView | null;
  hasDoor: boolean;
  saving: boolean;
  errorOf(field: string): string | undefined;
  onSave(fields: Record<string, string>): void;
  onCancel(): void;
}

/** An address, its sender name, and how its mail comes in; each way asks for its own. */
export function MailboxForm({ mailbox, hasDoor, saving, errorOf, onSave, onCancel }: Props) {
  const { t } = useMailboxWords();
  const offered = waysIn.filter((way) => way !== 'door' || hasDoor);
  const [wayIn, setWayIn] = useState<WayIn>(mailbox?.wayIn ?? offered[0] ?? 'imap');
  const imap = mailbox?.imap;
  const [fields, setFields] = useState({
    address: mailbox?.address ?? '', name: mailbox?.name ?? '', secret: '', host: imap?.host ?? '', port: String(imap?.port ?? 993), security: imap?.security ?? 'tls', user: imap?.user ?? '', password: '',
  });
  const change = (field: keyof typeof fields) => (value: string) => setFields((before) => ({ ...before, [field]: value }));
  const secretName = wayIn === 'mailgun' ? t('form.secretMailgun') : wayIn === 'sendgrid' ? t('form.secretSendgrid') : null;
  const hasSecret = mailbox?.wayIn === wayIn;
  const save = wayIn === 'imap' ? { save: t('form.tryAndSave') } : {};
  return (
    <CardForm {...save} saving={saving} onSave={() => onSave({ id: mailbox?.id ?? '', wayIn, ...fields })} onCancel={onCancel}>
      <TextField label={t('form.address')} helpText={t('form.addressHelp')} type="email" autoComplete="off" value={fields.address} onChange={change('address')} error={errorOf('address')} />
      <TextField label={t('form.name')} helpText={t('form.nameHelp')} autoComplete="organization" value={fields.name} onChange={change('name')} error={errorOf('name')} />
      <Select label={t('form.wayIn')} options={offered.map((value) => ({ value, label: t(`ways.${value}`) }))} value={wayIn} onChange={(chosen) => isWayIn(chosen) && setWayIn(chosen)} error={errorOf('wayIn')} />
      {secretName !== null && <TextField label={secretName} helpText={hasSecret ? t('form.keepSecret') : undefined} autoComplete="off" value={fields.secret} onChange={change('secret')} error={errorOf('secret')} />}
      {wayIn === 'imap' && (
        <FormLayout>
          <TextField label={t('form.host')} autoComplete="off" value={fields.host} onChange={change('host')} error={errorOf('host')} />
          <FormLayout.Group>
            <Select
              label={t('form.security')}
              options={[{ value: 'tls', label: t('form.tls') }, { value: 'starttls', label: t('form.starttls') }]}
              value={fields.security}
              onChange={(security) => setFields((before) => ({ ...before, security: security === 'tls' ? 'tls' : 'starttls', port: security === 'tls' ? '993' : '143' }))}
              error={errorOf('security')}
            />
            <TextField label={t('form.port')} inputMode="numeric" autoComplete="off" value={fields.port} onChange={change('port')} error={errorOf('port')} />
          </FormLayout.Group>
          <TextField label={t('form.user')} autoComplete="off" value={fields.user} onChange={change('user')} error={errorOf('user')} />
          <TextField label={t('form.password')} helpText={hasSecret ? t('form.keepSecret') : t('form.passwordHelp')} type="password" autoComplete="off" value={fields.password} onChange={change('password')} error={errorOf('password')} />
        </FormLayout>
      )}
    </CardForm>
  );
}
