import { BlockStack, InlineStack, KeyboardKey, Modal, Text } from '@shopify/polaris';

interface Props {
  title: string;
  /** Each key, or those that are pressed together, with what it does. */
  keys: readonly (readonly [key: string, does: string])[];
  onClose(): void;
}

/** Every key that does something on a page. */
export function KeysDialog({ title, keys, onClose }: Props) {
  return (
    <Modal open onClose={onClose} title={title}>
      <Modal.Section>
        <BlockStack gap="200">
          {keys.map(([key, does]) => (
            <InlineStack key={does} align="space-between" gap="400">
              <Text as="span">{does}</Text>
              <InlineStack gap="100" wrap={false}>
                {key.split(' ').map((each) => (
                  <KeyboardKey key={each}>{each}</KeyboardKey>
                ))}
              </InlineStack>
            </InlineStack>
          ))}
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
