import { Banner, BlockStack, Checkbox, Modal, Spinner, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { Answer, Sentence, Warnings, type DeedOf } from './deed-parts.tsx';
import { typedAmount } from './typed-amount.ts';
import { useDeed } from './use-deed.ts';
import { useDeedWords } from './words.ts';

/** Gives store credit of the shop's own, within what it allows for goodwill. */
export function CreditDialog({ ticketId, order, verified, currency, onClose }: DeedOf & { currency: string; onClose(): void }) {
  const { t } = useDeedWords();
  const { formats } = useAdmin();
  const [typed, setTyped] = useState('');
  const [notify, setNotify] = useState(false);
  const amount = typedAmount(typed, currency);
  const money = (minor: number) => formats.money({ minor, currency });
  const deed = useDeed({ kind: 'gift', ticketId, asked: { order: order.id, amount: amount ? String(amount) : '' }, onDone: onClose });
  const { preview } = deed;
  const giftLeft = preview?.rights.may ? preview.rights.giftLeft : 0;
  const isWithin = preview !== null && preview.hasCustomer && amount !== null && amount > 0 && amount <= giftLeft;
  return (
    <Modal
      open
      onClose={onClose}
      title={t('title.gift', { name: order.name })}
      primaryAction={{
        content: t('gift.confirm', { amount: money(amount ?? 0) }),
        loading: deed.isBusy,
        disabled: !isWithin || deed.isLoading,
        onAction: () => preview && deed.send({ key: preview.key, notify: notify ? 'yes' : 'no' }, t('gift.done', { amount: money(amount ?? 0) })),
      }}
      secondaryActions={[{ content: t('cancel'), onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="400">
          <Answer answer={deed.answer} />
          <Warnings order={order} verified={verified} />
          <Text as="p">{t('gift.text')}</Text>
          {(deed.isForbidden || (preview && !preview.rights.may)) && <Banner tone="info">{t('rights.forbidden')}</Banner>}
          {!preview && deed.isLoading && <Spinner size="small" accessibilityLabel={t('loading')} />}
          {preview && !preview.hasCustomer && <Banner tone="info">{t('gift.noCustomer')}</Banner>}
          {preview?.rights.may && giftLeft === 0 && <Banner tone="info">{t('gift.none')}</Banner>}
          {preview && (
            <TextField
              label={t('gift.amount')}
              helpText={giftLeft > 0 ? t('gift.help', { left: money(giftLeft) }) : undefined}
              autoComplete="off"
              inputMode="decimal"
              suffix={currency}
              value={typed}
              onChange={setTyped}
              disabled={giftLeft === 0 || !preview.hasCustomer}
              error={amount === null ? t('answer.invalid') : amount > giftLeft && giftLeft > 0 ? t('answer.over_limit') : undefined}
            />
          )}
          <Checkbox label={t('gift.notify')} checked={notify} onChange={setNotify} />
          <Sentence sentence={preview?.sentence ?? null} inserts={deed.inserts} onInserts={deed.setInserts} />
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
