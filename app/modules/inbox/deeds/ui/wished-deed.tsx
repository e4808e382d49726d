import { ChoiceList, Modal, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import type { BesideOrder, BesideView } from '../../beside/beside-view.ts';
import { useWishes } from '../../ticket-page/ui/wish-face.ts';
import { plainWish, type DeedWish } from '../deed.ts';
import { deedsFor } from './deeds-for.ts';
import { ShownDeed } from './shown-deed.tsx';
import { useDeedWords } from './words.ts';

type Beside = Pick<BesideView, 'ticketId' | 'verified' | 'orders'>;

/** What a macro leads to beside the conversation: shown as if it had been chosen there, and done by nobody but whoever clicks. */
export function WishedDeed(beside: Beside) {
  const { wish, want } = useWishes();
  return wish && <Wished {...beside} wish={wish} onClose={() => want(null)} onRefund={() => want(plainWish('refund'))} />;
}

function Wished({ orders, wish, ...rest }: Beside & { wish: DeedWish; onClose(): void; onRefund(): void }) {
  const { t } = useDeedWords();
  const able = orders.filter((order) => deedsFor(order).includes(wish.deed));
  const meant = able.filter(({ isMeant }) => isMeant);
  const [chosen, choose] = useState<BesideOrder | null>((meant.length > 0 ? meant : able)[0] ?? null);
  const [isSure, sure] = useState(able.length === 1 || meant.length === 1);
  if (chosen && isSure) return <ShownDeed {...rest} order={chosen} wish={wish} />;
  return (
    <Modal
      open
      onClose={rest.onClose}
      title={t('wished.title', { deed: t(`deed.${wish.deed}`) })}
      {...(chosen ? { primaryAction: { content: t('wished.goOn'), onAction: () => sure(true) } } : {})}
      secondaryActions={[{ content: t('cancel'), onAction: rest.onClose }]}
    >
      <Modal.Section>
        {chosen ? <OrderChoice orders={able} chosen={chosen} onChoose={choose} /> : <Text as="p">{t(orders.length === 0 ? 'wished.noOrder' : 'wished.notNow')}</Text>}
      </Modal.Section>
    </Modal>
  );
}

function OrderChoice({ orders, chosen, onChoose }: { orders: readonly BesideOrder[]; chosen: BesideOrder; onChoose(order: BesideOrder): void }) {
  const { t } = useDeedWords();
  const { formats } = useAdmin();
  return (
    <ChoiceList
      title={t('wished.which')}
      choices={orders.map(({ id, name, total, placedAt }) => ({ value: id, label: name, helpText: [formats.money(total), formats.day(placedAt)].join(' · ') }))}
      selected={[chosen.id]}
      onChange={([id]) => onChoose(orders.find((order) => order.id === id) ?? chosen)}
    />
  );
}
