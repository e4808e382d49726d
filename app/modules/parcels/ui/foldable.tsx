import { BlockStack, Button, Collapsible } from '@shopify/polaris';
import { useId, useState, type ReactNode } from 'react';

/** Something that is there for those who want to know more. */
export function Foldable({ label, children }: { label: string; children: ReactNode }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <BlockStack gap="200" inlineAlign="start">
      <Button variant="plain" disclosure={open ? 'up' : 'down'} ariaExpanded={open} ariaControls={id} onClick={() => setOpen(!open)}>
        {label}
      </Button>
      <Collapsible id={id} open={open}>
        {children}
      </Collapsible>
    </BlockStack>
  );
}
