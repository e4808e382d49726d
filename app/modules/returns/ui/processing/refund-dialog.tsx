import { Modal, Text } from '@shopify/polaris';
import { useReturnWords } from '../words.ts';

interface Props {
  /** What is given, with its currency's sign. */
  amount: string;
  onConfirm(): void;
  onClose(): void;
}

/** Asks once more, with the amount, before money leaves. */
export function RefundDialog({ amount, onConfirm, onClose }: Props) {
  const { t } = useReturnWords();
  return (
    <Modal
      open
      onClose={onClose}
      title={t('refund.ask', { amount })}
      primaryAction={{ content: t('refund.confirm', { amount }), onAction: onConfirm }}
      secondaryActions={[{ content: t('acts.back'), onAction: onClose }]}
    >
      <Modal.Section>
        <Text as="p">{t('refund.askText')}</Text>
      </Modal.Section>
    </Modal>
  );
}
