import { Modal, Text } from '@shopify/polaris';
import { useSendingWords } from './words.ts';

interface Props {
  open: boolean;
  busy: boolean;
  title: string;
  text: string;
  onRemove(): void;
  onClose(): void;
}

/** Asks before a key is deleted. */
export function RemoveDialog({ open, busy, title, text, onRemove, onClose }: Props) {
  const { t } = useSendingWords();
  return (
    <Modal
      open={open}
      onClose={onClose}
      title={title}
      primaryAction={{ content: t('remove'), destructive: true, loading: busy, onAction: onRemove }}
      secondaryActions={[{ content: t('cancel'), onAction: onClose }]}
    >
      <Modal.Section>
        <Text as="p">{text}</Text>
      </Modal.Section>
    </Modal>
  );
}
