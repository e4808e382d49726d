import { Button, FormLayout, InlineStack, TextField } from '@shopify/polaris';
import { useState } from 'react';

interface Props {
  /** What its button says. */
  show: string;
  fields: readonly { label: string; helpText?: string; value: string }[];
}

/** What a merchant copies to somewhere else, once, behind a button that shows it. */
export function ShownOnDemand({ show, fields }: Props) {
  const [shown, setShown] = useState(false);
  if (!shown) {
    return (
      <InlineStack>
        <Button variant="plain" onClick={() => setShown(true)}>
          {show}
        </Button>
      </InlineStack>
    );
  }
  return (
    <FormLayout>
      {fields.map((field) => (
        <TextField key={field.label} {...field} autoComplete="off" readOnly selectTextOnFocus />
      ))}
    </FormLayout>
  );
}
