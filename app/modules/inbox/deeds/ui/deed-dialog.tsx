import { Banner, BlockStack, Modal, Spinner } from '@shopify/polaris';
import type { ReactNode } from 'react';
import type { useDeed } from './use-deed.ts';
import { Answer, Sentence, Warnings, type DeedOf } from './deed-parts.tsx';
import { useDeedWords } from './words.ts';

type Deed = Pick<ReturnType<typeof useDeed>, 'answer' | 'inserts' | 'isBusy' | 'isForbidden' | 'isLoading' | 'setInserts'>;

interface Props extends Pick<DeedOf, 'order' | 'verified'> {
  title: string;
  deed: Deed;
  /** What the click says, and what it does; null where it cannot be done as it stands. */
  confirm: string;
  onConfirm: (() => void) | null;
  isDestructive?: boolean;
  sentence: string | null;
  onClose(): void;
  /** What is chosen and what it means, once it is known. */
  children: ReactNode;
}

/** Asks before something is done: what it means, what is to be thought of, and what the customer can be told. */
export function DeedDialog({ title, order, verified, deed, confirm, onConfirm, isDestructive = false, sentence, onClose, children }: Props) {
  const { t } = useDeedWords();
  return (
    <Modal
      open
      onClose={onClose}
      title={title}
      primaryAction={{ content: confirm, destructive: isDestructive, loading: deed.isBusy, disabled: onConfirm === null || deed.isLoading, onAction: () => onConfirm?.() }}
      secondaryActions={[{ content: t('cancel'), onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="400">
          <Answer answer={deed.answer} />
          <Warnings order={order} verified={verified} />
          {deed.isForbidden && <Banner tone="info">{t('rights.notAllowed')}</Banner>}
          {children ?? (deed.isLoading && <Spinner size="small" accessibilityLabel={t('loading')} />)}
          <Sentence sentence={sentence} inserts={deed.inserts} onInserts={deed.setInserts} />
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
