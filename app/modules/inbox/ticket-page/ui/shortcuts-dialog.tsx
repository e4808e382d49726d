import { BlockStack, InlineStack, KeyboardKey, Modal, Text } from '@shopify/polaris';
import { useTicketWords } from './words.ts';

const keys = [
  ['R', 'reply'],
  ['N', 'note'],
  ['F', 'forward'],
  ['A', 'assign'],
  ['M', 'take'],
  ['E', 'solve'],
  ['#', 'spam'],
  ['Ctrl ↵', 'send'],
  ['Ctrl ⇧ ↵', 'sendSolve'],
  ['Esc', 'leave'],
  ['?', 'list'],
] as const;

/** Every key that does something on a ticket's page. */
export function ShortcutsDialog({ onClose }: { onClose(): void }) {
  const { t } = useTicketWords();
  return (
    <Modal open onClose={onClose} title={t('keys.title')}>
      <Modal.Section>
        <BlockStack gap="200">
          {keys.map(([key, does]) => (
            <InlineStack key={does} align="space-between" gap="400">
              <Text as="span">{t(`keys.${does}`)}</Text>
              <KeyboardKey>{key}</KeyboardKey>
            </InlineStack>
          ))}
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
