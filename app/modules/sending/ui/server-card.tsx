import { FormLayout, Select, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { CardForm } from '#app/ui/card-form.tsx';
import type { MailServerView } from '../sending-view.server.ts';
import { ConnectionCard, type ConnectionForm } from './connection-card.tsx';
import { useSendingWords } from './words.ts';

/** The merchant's own mail server. */
export function ServerCard({ server, carriedBy }: { server: MailServerView | null; carriedBy: string | null }) {
  const { t } = useSendingWords();
  const none = <Text as="p" tone="subdued">{t('server.none')}</Text>;
  const state = server && (
    <>
      <Text as="p" breakWord>{t('server.facts', { from: server.from, host: server.host, port: String(server.port) })}</Text>
      {carriedBy !== null && <Text as="p" tone="subdued">{t('domain.withAccount', { name: carriedBy })}</Text>}
    </>
  );
  return (
    <ConnectionCard
      title={t('server.title')}
      thing="server"
      connect={t('server.connect')}
      removal={server && { title: t('server.removeTitle'), text: t('server.removeText') }}
      state={state ?? none}
      renderForm={(about) => <ServerForm server={server} {...about} />}
    />
  );
}

function ServerForm({ server, saving, errorOf, onSave, onCancel }: ConnectionForm & { server: MailServerView | null }) {
  const { t } = useSendingWords();
  const [fields, setFields] = useState({ from: server?.from ?? '', host: server?.host ?? '', port: String(server?.port ?? 587), security: server?.security ?? 'starttls', user: server?.user ?? '', password: '' });
  const change = (field: keyof typeof fields) => (value: string) => setFields((before) => ({ ...before, [field]: value }));
  const securities = [{ value: 'starttls', label: t('server.starttls') }, { value: 'tls', label: t('server.tls') }];
  return (
    <CardForm save={t('server.tryAndSave')} saving={saving} onSave={() => onSave(fields)} onCancel={onCancel}>
      <TextField label={t('account.from')} helpText={t('server.fromHelp')} type="email" autoComplete="email" value={fields.from} onChange={change('from')} error={errorOf('from')} />
      <TextField label={t('server.host')} autoComplete="off" value={fields.host} onChange={change('host')} error={errorOf('host')} />
      <FormLayout.Group>
        <Select label={t('server.security')} options={securities} value={fields.security} onChange={(security) => setFields((before) => ({ ...before, security: security === 'tls' ? 'tls' : 'starttls', port: security === 'tls' ? '465' : '587' }))} error={errorOf('security')} />
        <TextField label={t('server.port')} inputMode="numeric" autoComplete="off" value={fields.port} onChange={change('port')} error={errorOf('port')} />
      </FormLayout.Group>
      <TextField label={t('server.user')} autoComplete="off" value={fields.user} onChange={change('user')} error={errorOf('user')} />
      <TextField label={t('server.password')} helpText={t(server ? 'account.keepKey' : 'account.keyHelp')} type="password" autoComplete="off" value={fields.password} onChange={change('password')} error={errorOf('password')} />
    </CardForm>
  );
}
