import { Banner, Select, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { DeedDialog } from './deed-dialog.tsx';
import type { DeedOf } from './deed-parts.tsx';
import { useDeed } from './use-deed.ts';
import { useDeedWords } from './words.ts';

/** Sends a mail once more that the customer did not get. */
export function ResendDialog({ ticketId, order, verified, onClose }: DeedOf & { onClose(): void }) {
  const { t } = useDeedWords();
  const { formats } = useAdmin();
  const [chosen, setChosen] = useState<string | null>(null);
  const [typed, setTo] = useState<string | null>(null);
  const deed = useDeed({ kind: 'resend', ticketId, asked: { order: order.id }, onDone: onClose });
  const { preview } = deed;
  const mail = preview?.mails.find(({ id }) => id === chosen) ?? preview?.mails[0];
  const addresses = mail && preview ? [...new Set([mail.to, ...preview.addresses])] : [];
  const to = typed !== null && addresses.includes(typed) ? typed : (mail?.to ?? '');
  return (
    <DeedDialog
      title={t('title.resend', { name: order.name })}
      order={order}
      verified={verified}
      deed={deed}
      confirm={t('resend.confirm')}
      onConfirm={preview?.maySend && mail ? () => deed.send({ key: preview.key, message: mail.id, to }, t('resend.done', { to })) : null}
      sentence={mail?.sentence ?? null}
      onClose={onClose}
    >
      {preview && (
        <>
          {!preview.maySend && <Banner tone="info">{t('rights.notAllowed')}</Banner>}
          {mail ? (
            <>
              <Select label={t('resend.which')} options={preview.mails.map(({ id, subject, at }) => ({ value: id, label: t('resend.mail', { subject, at: formats.shortMoment(at) }) }))} value={mail.id} onChange={setChosen} />
              <Select label={t('resend.to')} options={addresses.map((address) => ({ value: address, label: address }))} value={to} onChange={setTo} />
            </>
          ) : (
            <Text as="p">{t('resend.none')}</Text>
          )}
        </>
      )}
    </DeedDialog>
  );
}
