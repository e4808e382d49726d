import { BlockStack, Modal, Text } from '@shopify/polaris';
import type { Solving } from './solving-face.ts';
import { useTicketWords } from './words.ts';

interface Props {
  solving: Solving;
  /** What was not sent. */
  text: string;
  onSend(): void;
  onLeave(): void;
  onBack(): void;
}

const longestWords = 300;

/** Asks what becomes of an answer that was written and not sent, before its ticket is done. */
export function UnsentDialog({ solving, text, onSend, onLeave, onBack }: Props) {
  const { t } = useTicketWords();
  return (
    <Modal
      open
      onClose={onBack}
      title={t('unsent.title')}
      primaryAction={{ content: t('composer.then.solved'), onAction: onSend }}
      secondaryActions={[
        { content: t(`unsent.without.${solving.to}`), onAction: onLeave },
        { content: t('stopped.goOn'), onAction: onBack },
      ]}
    >
      <Modal.Section>
        <BlockStack gap="300">
          <Text as="p">{t('unsent.text')}</Text>
          {text !== '' && (
            <Text as="p" tone="subdued" breakWord>
              {text.length > longestWords ? `${text.slice(0, longestWords)}…` : text}
            </Text>
          )}
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
