import { BlockStack, Box, Button, Icon, Text, type IconProps } from '@shopify/polaris';

interface Props {
  icon: IconProps['source'];
  title: string;
  text: string;
  /** The way on, where there is one. */
  action?: { content: string; onAction(): void };
}

/** What stands where there is nothing to list: what would be here, and the way on. */
export function Empty({ icon, title, text, action }: Props) {
  return (
    <Box paddingBlock="1200" paddingInline="400">
      <BlockStack gap="200" inlineAlign="center">
        <Icon source={icon} tone="subdued" />
        <Text as="h2" variant="headingMd" alignment="center">
          {title}
        </Text>
        <Box maxWidth="400px">
          <Text as="p" tone="subdued" alignment="center">
            {text}
          </Text>
        </Box>
        {action && <Button onClick={action.onAction}>{action.content}</Button>}
      </BlockStack>
    </Box>
  );
}
