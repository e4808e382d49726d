import { Banner, FormLayout, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { countryName } from '#app/kernel/place.ts';
import { useAdmin } from '#app/ui/admin.tsx';
import type { AddressPreview } from '../change-address.server.ts';
import { DeedDialog } from './deed-dialog.tsx';
import type { DeedOf } from './deed-parts.tsx';
import { useDeed } from './use-deed.ts';
import { useDeedWords } from './words.ts';

type Address = AddressPreview['address'];

const fields = ['firstName', 'lastName', 'company', 'address1', 'address2', 'zip', 'city', 'provinceCode', 'phone'] as const;
const needed: readonly (keyof Address)[] = ['lastName', 'address1', 'city'];

/** Sends an order elsewhere in its country, as long as nothing of it is being sent. */
export function AddressDialog({ ticketId, order, verified, onClose }: DeedOf & { onClose(): void }) {
  const { t } = useDeedWords();
  const { locale } = useAdmin();
  const [typed, setTyped] = useState<Partial<Address>>({});
  const deed = useDeed({ kind: 'address', ticketId, asked: { order: order.id }, onDone: onClose });
  const { preview } = deed;
  const address = preview && { ...preview.address, ...typed };
  const isChanged = address !== null && fields.some((field) => address[field].trim() !== preview?.address[field]);
  const mayGo = preview !== null && address !== null && preview.mayChange && preview.obstacle === null && isChanged && needed.every((field) => address[field].trim() !== '');
  return (
    <DeedDialog
      title={t('title.address', { name: order.name })}
      order={order}
      verified={verified}
      deed={deed}
      confirm={t('address.confirm')}
      onConfirm={mayGo ? () => deed.send({ key: preview.key, shown: preview.shown, ...address }, t('address.done')) : null}
      sentence={null}
      onClose={onClose}
    >
      {preview && address && (
        <>
          {!preview.mayChange && <Banner tone="info">{t('rights.notAllowed')}</Banner>}
          {preview.obstacle ? (
            <Banner tone="warning">{t(`address.${preview.obstacle}`)}</Banner>
          ) : (
            <>
              {preview.country && <Text as="p">{t('address.text', { country: countryName(preview.country, locale) })}</Text>}
              <FormLayout>
                {fields.map((field) => (
                  <TextField
                    key={field}
                    label={t(`address.${field}`)}
                    autoComplete="off"
                    maxLength={255}
                    requiredIndicator={needed.includes(field)}
                    value={address[field]}
                    onChange={(value) => setTyped((before) => ({ ...before, [field]: value }))}
                  />
                ))}
              </FormLayout>
            </>
          )}
        </>
      )}
    </DeedDialog>
  );
}
