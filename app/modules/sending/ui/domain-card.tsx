import { Badge, Banner, BlockStack, Button, ButtonGroup, Card, InlineStack, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { CardForm } from '#app/ui/card-form.tsx';
import { RemoveDialog } from '#app/ui/remove-dialog.tsx';
import { useShellWords } from '#app/ui/words.ts';
import type { SendingDomainView } from '../sending-view.server.ts';
import { useSendingForm } from './use-sending-form.ts';
import { useSendingWords } from './words.ts';

interface Props {
  domain: SendingDomainView | null;
  houseAddress: string;
  /** Who carries the mail instead of us. */
  carriedBy: string | null;
}

/** The merchant's own address: what belongs in DNS, and whether it is there. */
export function DomainCard({ domain, houseAddress, carriedBy }: Props) {
  const { t } = useSendingWords();
  const shell = useShellWords();
  const { open, setOpen, answer, formError, errorOf, isBusy, submit } = useSendingForm();
  const [address, setAddress] = useState(domain?.address ?? '');
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {t('domain.title')}
          </Text>
          {domain && carriedBy === null && <Badge tone={domain.inUse ? 'success' : 'attention'}>{t(domain.inUse ? 'domain.inUse' : 'domain.waiting')}</Badge>}
        </InlineStack>
        {carriedBy !== null && <Text as="p" tone="subdued">{t('domain.withAccount', { name: carriedBy })}</Text>}
        {formError && <Banner tone="critical"><p>{formError}</p></Banner>}
        {answer && 'checked' in answer && !answer.checked && <Banner tone="warning"><p>{t('domain.unreachable')}</p></Banner>}
        {domain ? <DomainState domain={domain} houseAddress={houseAddress} /> : <Text as="p" tone="subdued">{t('domain.none', { address: houseAddress })}</Text>}
        {open === 'form' ? (
          <CardForm saving={isBusy('save-domain')} onSave={() => submit('save-domain', { address })} onCancel={() => setOpen(null)}>
            <TextField label={t('domain.address')} helpText={t('domain.addressHelp')} type="email" autoComplete="email" value={address} onChange={setAddress} error={errorOf('address')} />
          </CardForm>
        ) : (
          <ButtonGroup>
            {domain && <Button variant="primary" loading={isBusy('check-domain')} onClick={() => submit('check-domain')}>{t('domain.check')}</Button>}
            <Button onClick={() => setOpen('form')}>{t(domain ? 'change' : 'domain.add')}</Button>
            {domain && <Button tone="critical" onClick={() => setOpen('removal')}>{shell.t('form.remove')}</Button>}
          </ButtonGroup>
        )}
      </BlockStack>
      <RemoveDialog open={open === 'removal'} busy={isBusy('remove-domain')} title={t('domain.removeTitle')} text={t('domain.removeText')} onRemove={() => submit('remove-domain')} onClose={() => setOpen(null)} />
    </Card>
  );
}

function DomainState({ domain: { address, inUse, checkedAt, records }, houseAddress }: { domain: SendingDomainView; houseAddress: string }) {
  const { t } = useSendingWords();
  const { formats } = useAdmin();
  return (
    <BlockStack gap="400">
      <Text as="p" fontWeight="semibold" breakWord>{address}</Text>
      <Text as="p">{t('domain.records')}</Text>
      {records.map(({ kind, name, value, state }) => (
        <BlockStack key={kind} gap="200">
          <InlineStack gap="200" blockAlign="center">
            <Text as="h3" variant="headingSm">{kind.toUpperCase()}</Text>
            <Badge tone={state === 'right' ? 'success' : state === null ? undefined : 'warning'}>{t(`state.${state ?? 'unknown'}`)}</Badge>
          </InlineStack>
          <Text as="p" tone="subdued">{t(`record.${kind}`)}</Text>
          <TextField label={`${kind.toUpperCase()}: ${t('domain.name')}`} autoComplete="off" readOnly selectTextOnFocus value={name} />
          <TextField label={`${kind.toUpperCase()}: ${t('domain.value')}`} autoComplete="off" readOnly selectTextOnFocus multiline={kind === 'dkim' ? 4 : undefined} value={value} />
        </BlockStack>
      ))}
      <Text as="p" tone="subdued">{checkedAt ? t('domain.checkedAt', { at: formats.shortMoment(new Date(checkedAt)) }) : t('domain.notChecked')}</Text>
      {!inUse && <Text as="p">{t('domain.fallback', { address: houseAddress })}</Text>}
    </BlockStack>
  );
}
