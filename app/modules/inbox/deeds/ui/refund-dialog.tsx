import { Banner, BlockStack, Modal, Spinner } from '@shopify/polaris';
import { useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { Answer, Sentence, Warnings, type DeedOf } from './deed-parts.tsx';
import { RefundFields, type RefundChosen } from './refund-fields.tsx';
import { typedAmount } from './typed-amount.ts';
import { useDeed } from './use-deed.ts';
import { useDeedWords } from './words.ts';

/** Gives money back for an order: what it comes to stands there before the click. */
export function RefundDialog({ ticketId, order, verified, currency, onClose }: DeedOf & { currency: string; onClose(): void }) {
  const { t } = useDeedWords();
  const { formats } = useAdmin();
  const [chosen, setChosen] = useState<RefundChosen>({ of: 'goods', units: {}, shipping: false, typed: '', to: 'original', notify: false });
  const isOfGoods = chosen.of === 'goods';
  const typed = typedAmount(chosen.typed, currency);
  const asked = {
    order: order.id,
    units: isOfGoods ? Object.entries(chosen.units).filter(([, count]) => count > 0).map(([id, count]) => `${id}.${count}`).join(',') : '',
    shipping: isOfGoods && chosen.shipping ? 'yes' : 'no',
    amount: isOfGoods || typed === null ? '' : String(typed),
    to: chosen.to,
  };
  const deed = useDeed({ kind: 'refund', ticketId, asked, onDone: onClose });
  const { preview } = deed;
  const amount = formats.money({ minor: preview?.amount ?? 0, currency });
  const isWithin = preview !== null && preview.amount > 0 && preview.fits && preview.rights.may && (preview.rights.refundLeft === null || preview.amount <= preview.rights.refundLeft);
  return (
    <Modal
      open
      onClose={onClose}
      title={t('title.refund', { name: order.name })}
      primaryAction={{
        content: t('refund.confirm', { amount }),
        loading: deed.isBusy,
        disabled: !isWithin || deed.isLoading || typed === null,
        onAction: () => preview && deed.send({ key: preview.key, notify: chosen.notify ? 'yes' : 'no', shown: String(preview.amount) }, t('refund.done', { amount })),
      }}
      secondaryActions={[{ content: t('cancel'), onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="400">
          <Answer answer={deed.answer} />
          <Warnings order={order} verified={verified} />
          {deed.isForbidden && <Banner tone="info">{t('rights.forbidden')}</Banner>}
          {!preview && deed.isLoading && <Spinner size="small" accessibilityLabel={t('loading')} />}
          {preview && <RefundFields preview={preview} chosen={chosen} isAmount={typed !== null} onChange={(changes) => setChosen((before) => ({ ...before, ...changes }))} />}
          <Sentence sentence={preview?.sentence ?? null} inserts={deed.inserts} onInserts={deed.setInserts} />
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
