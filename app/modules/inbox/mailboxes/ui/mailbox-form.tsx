import { FormLayout, Select, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { CardForm } from '#app/ui/card-form.tsx';
import { waysIn } from '../ways-in.ts';
import type { MailboxView } from '../mailboxes-view.server.ts';
import { useMailboxWords } from './words.ts';

interface Props {
  /** The one that is changed; null: a new one. */
  mailbox: MailboxView | null;
  hasDoor: boolean;
  /** Where the merchant can sign in instead of giving us a password. */
  logins: readonly ('google' | 'microsoft')[];
  saving: boolean;
  errorOf(field: string): string | undefined;
  onSave(fields: Record<string, string>): void;
  onLogin(fields: Record<string, string>): void;
  onCancel(): void;
}

/** An address, its sender name, and how its mail comes in; each way asks for its own. */
export function MailboxForm({ mailbox, hasDoor, logins, saving, errorOf, onSave, onLogin, onCancel }: Props) {
  const { t } = useMailboxWords();
  const { shop } = useAdmin();
  const offered = [...waysIn.filter((way) => way === 'door' && hasDoor), ...logins, ...waysIn.filter((way) => way !== 'door')];
  const imap = mailbox?.imap?.auth === 'password' ? mailbox.imap : null;
  const [way, setWay] = useState<(typeof offered)[number]>(mailbox?.imap && !imap && mailbox.imap.auth !== 'password' ? mailbox.imap.auth : (mailbox?.wayIn ?? offered[0] ?? 'imap'));
  const [fields, setFields] = useState({
    address: mailbox?.address ?? '', name: mailbox?.name ?? senderName(shop.name), secret: '', host: imap?.host ?? '', port: String(imap?.port ?? 993), security: imap?.security ?? 'tls', user: imap?.user ?? '', password: '',
  });
  const change = (field: keyof typeof fields) => (value: string) => setFields((before) => ({ ...before, [field]: value }));
  const login = way === 'google' || way === 'microsoft' ? way : null;
  const secretName = way === 'mailgun' ? t('form.secretMailgun') : way === 'sendgrid' ? t('form.secretSendgrid') : null;
  const hasSecret = way === 'imap' ? imap !== null : mailbox?.wayIn === way;
  const save = login !== null ? { save: t('form.signIn') } : way === 'imap' ? { save: t('form.tryAndSave') } : {};
  const submit = () => (login === null ? onSave({ id: mailbox?.id ?? '', wayIn: way, ...fields }) : onLogin({ id: mailbox?.id ?? '', login, address: fields.address, name: fields.name }));
  return (
    <CardForm {...save} saving={saving} onSave={submit} onCancel={onCancel}>
      <TextField label={t('form.address')} helpText={t('form.addressHelp')} type="email" autoComplete="off" value={fields.address} onChange={change('address')} error={errorOf('address')} />
      <TextField label={t('form.name')} helpText={t('form.nameHelp')} autoComplete="organization" value={fields.name} onChange={change('name')} error={errorOf('name')} />
      <Select label={t('form.wayIn')} options={offered.map((value) => ({ value, label: t(`ways.${value}`) }))} value={way} onChange={(chosen) => setWay(offered.find((known) => known === chosen) ?? way)} error={errorOf('wayIn')} helpText={logins.length < 2 ? t('form.withoutLogin') : undefined} />
      {secretName !== null && <TextField label={secretName} helpText={hasSecret ? t('form.keepSecret') : undefined} autoComplete="off" value={fields.secret} onChange={change('secret')} error={errorOf('secret')} />}
      {way === 'imap' && (
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

/** The shop's name, as far as it may stand in a mail's sender. */
const senderName = (shop: string): string => shop.replace(/["<>\r\n]/g, '').slice(0, 70).trim();
