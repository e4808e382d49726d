import { Modal, Text } from '@shopify/polaris';
import { useShellWords } from './words.ts';

interface Props {
  open: boolean;
  busy: boolean;
  title: string;
  text: string;
  /** What the click says, where it does more than remove. */
  confirm?: string;
  onRemove(): void;
  onClose(): void;
}

/** Asks before something is removed for good. */
export function RemoveDialog({ open, busy, title, text, confirm, onRemove, onClose }: Props) {
  const { t } = useShellWords();
  return (
    <Modal
      open={open}
      onClose={onClose}
      title={title}
      primaryAction={{ content: confirm ?? t('form.remove'), destructive: true, loading: busy, onAction: onRemove }}
      secondaryActions={[{ content: t('form.cancel'), onAction: onClose }]}
    >
      <Modal.Section>
        <Text as="p">{text}</Text>
      </Modal.Section>
    </Modal>
  );
}
