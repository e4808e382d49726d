import { Banner, Checkbox, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { typedAmount } from '#app/ui/typed-amount.ts';
import { giftBarOf } from '../gift-bar.ts';
import { DeedDialog } from './deed-dialog.tsx';
import type { DeedOf } from './deed-parts.tsx';
import { GiftBarred } from './gift-barred.tsx';
import { useDeed } from './use-deed.ts';
import { useDeedWords } from './words.ts';

/** Gives store credit of the shop's own, within what it allows for goodwill. */
export function CreditDialog({ ticketId, order, verified, onClose }: DeedOf & { onClose(): void }) {
  const { t } = useDeedWords();
  const { formats } = useAdmin();
  const { currency } = order.total;
  const [typed, setTyped] = useState('');
  const [notify, setNotify] = useState(false);
  const amount = typedAmount(typed, currency);
  const money = (minor: number) => formats.money({ minor, currency });
  const deed = useDeed({ kind: 'gift', ticketId, asked: { order: order.id, amount: amount ? String(amount) : '' }, onDone: onClose });
  const { preview } = deed;
  const giftLeft = preview !== null && giftBarOf(preview.rights) === null ? preview.rights.giftLeft : 0;
  const isWithin = preview !== null && preview.hasCustomer && amount !== null && amount > 0 && amount <= giftLeft;
  const problem = amount === null ? t('answer.invalid') : amount > giftLeft ? t('answer.over_limit') : undefined;
  return (
    <DeedDialog
      title={t('title.gift', { name: order.name })}
      order={order}
      verified={verified}
      deed={deed}
      confirm={amount ? t('gift.confirm', { amount: money(amount) }) : t('gift.confirmNothing')}
      onConfirm={isWithin ? () => deed.send({ key: preview.key, notify: notify ? 'yes' : 'no' }, t('gift.done', { amount: money(amount) })) : null}
      sentence={isWithin ? preview.sentence : null}
      onClose={onClose}
    >
      {preview && (
        <>
          <Text as="p">{t('gift.text')}</Text>
          <GiftBarred rights={preview.rights} currency={currency} />
          {!preview.hasCustomer && <Banner tone="info">{t('gift.noCustomer')}</Banner>}
          {preview.hasCustomer && giftLeft > 0 && (
            <>
              <TextField label={t('gift.amount')} helpText={t('gift.help', { left: money(giftLeft) })} autoComplete="off" inputMode="decimal" suffix={currency} value={typed} onChange={setTyped} error={problem} />
              <Checkbox label={t('gift.notify')} checked={notify} onChange={setNotify} />
            </>
          )}
        </>
      )}
    </DeedDialog>
  );
}
