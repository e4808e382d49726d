import { BlockStack, InlineStack, KeyboardKey, Modal, Text } from '@shopify/polaris';
import { useDeskWords } from './words.ts';

const keys = [
  ['J', 'next'],
  ['K', 'previous'],
  ['↵', 'open'],
  ['X', 'choose'],
  ['E', 'solve'],
  ['M', 'take'],
  ['#', 'spam'],
  ['Z', 'undo'],
  ['/', 'search'],
  ['?', 'list'],
] as const;

/** Every key that does something in the list. */
export function DeskKeys({ onClose }: { onClose(): void }) {
  const { t } = useDeskWords();
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
