import { Badge, Banner, BlockStack, Button, ButtonGroup, Card, InlineStack, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import type { SmsAccountView } from '../sending-view.server.ts';
import { PhoneForm } from './phone-form.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { useSendingForm } from './use-sending-form.ts';
import { useSendingWords } from './words.ts';

/** The merchant's account at an SMS provider, the number and name that customers see, and the way to be rid of it. */
export function PhoneCard({ phone, hasHouse }: { phone: SmsAccountView | null; hasHouse: boolean }) {
  const { t } = useSendingWords();
  const { open, setOpen, formError, errorOf, isBusy, submit } = useSendingForm();
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {phone ? phone.name : t('phone.title')}
          </Text>
          {phone && <Badge tone="success">{t('account.connected')}</Badge>}
        </InlineStack>
        {formError && <Banner tone="critical"><p>{formError}</p></Banner>}
        {phone ? <PhoneState phone={phone} /> : <Text as="p" tone="subdued">{t(hasHouse ? 'phone.house' : 'phone.none')}</Text>}
        {open === 'form' ? (
          <PhoneForm phone={phone} saving={isBusy('save-phone')} errorOf={errorOf} onSave={(fields) => submit('save-phone', fields)} onCancel={() => setOpen(null)} />
        ) : (
          <ButtonGroup>
            <Button onClick={() => setOpen('form')}>{t(phone ? 'change' : 'account.connect')}</Button>
            {phone && <Button tone="critical" onClick={() => setOpen('removal')}>{t('remove')}</Button>}
          </ButtonGroup>
        )}
      </BlockStack>
      {phone && <RemoveDialog open={open === 'removal'} busy={isBusy('remove-phone')} title={t('account.removeTitle', { name: phone.name })} text={t('phone.removeText')} onRemove={() => submit('remove-phone')} onClose={() => setOpen(null)} />}
    </Card>
  );
}

function PhoneState({ phone: { number, senderName, keyEnd, hearsNews, newsAddress } }: { phone: SmsAccountView }) {
  const { t } = useSendingWords();
  const [shown, setShown] = useState(false);
  return (
    <BlockStack gap="300">
      <Text as="p" breakWord>{senderName === '' ? t('phone.facts', { number, end: keyEnd }) : t('phone.factsNamed', { number, name: senderName, end: keyEnd })}</Text>
      {!hearsNews && <Banner tone="warning"><p>{t('phone.deaf')}</p></Banner>}
      {shown ? (
        <TextField label={t('account.news')} helpText={t('phone.newsHelp')} autoComplete="off" readOnly selectTextOnFocus value={newsAddress} />
      ) : (
        <InlineStack>
          <Button variant="plain" onClick={() => setShown(true)}>{t('account.showNews')}</Button>
        </InlineStack>
      )}
    </BlockStack>
  );
}
