import { Badge, Banner, BlockStack, Button, ButtonGroup, Card, InlineStack, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { RemoveDialog } from '#app/ui/remove-dialog.tsx';
import { useShellWords } from '#app/ui/words.ts';
import { useSendingForm } from './use-sending-form.ts';
import { useSendingWords } from './words.ts';

/** What the form of a connection is given by its card. */
export interface ConnectionForm {
  saving: boolean;
  errorOf(field: string): string | undefined;
  onSave(fields: Record<string, string>): void;
  onCancel(): void;
}

interface Props {
  title: string;
  /** What its intents are named after: `save-server`, `remove-server`. */
  thing: string;
  connect: string;
  /** How it is removed; null where there is nothing yet. */
  removal: { title: string; text: string } | null;
  /** How it stands; what it would bring where there is none. */
  state: ReactNode;
  renderForm(about: ConnectionForm): ReactNode;
}

/** Something of the merchant's that messages can go through: how it stands, its form, and the way to be rid of it. */
export function ConnectionCard({ title, thing, connect, removal, state, renderForm }: Props) {
  const { t } = useSendingWords();
  const shell = useShellWords();
  const { open, setOpen, formError, errorOf, isBusy, submit } = useSendingForm();
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingMd">{title}</Text>
          {removal && <Badge tone="success">{t('account.connected')}</Badge>}
        </InlineStack>
        {formError && <Banner tone="critical"><p>{formError}</p></Banner>}
        {state}
        {open === 'form' ? (
          renderForm({ saving: isBusy(`save-${thing}`), errorOf, onSave: (fields) => submit(`save-${thing}`, fields), onCancel: () => setOpen(null) })
        ) : (
          <ButtonGroup>
            <Button onClick={() => setOpen('form')}>{removal ? t('change') : connect}</Button>
            {removal && <Button tone="critical" onClick={() => setOpen('removal')}>{shell.t('form.remove')}</Button>}
          </ButtonGroup>
        )}
      </BlockStack>
      {removal && <RemoveDialog open={open === 'removal'} busy={isBusy(`remove-${thing}`)} {...removal} onRemove={() => submit(`remove-${thing}`)} onClose={() => setOpen(null)} />}
    </Card>
  );
}
