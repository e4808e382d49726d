import { Button, ButtonGroup, Form, FormLayout } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useShellWords } from './words.ts';

interface Props {
  /** What its button says where it does more than save. */
  save?: string;
  saving: boolean;
  onSave(): void;
  onCancel(): void;
  children: ReactNode;
}

/** A form opened inside a card: its fields, and one row to save them or to give up. */
export function CardForm({ save, saving, onSave, onCancel, children }: Props) {
  const { t } = useShellWords();
  return (
    <Form noValidate onSubmit={onSave}>
      <FormLayout>
        {children}
        <ButtonGroup>
          <Button submit variant="primary" loading={saving}>
            {save ?? t('form.save')}
          </Button>
          <Button onClick={onCancel}>{t('form.cancel')}</Button>
        </ButtonGroup>
      </FormLayout>
    </Form>
  );
}
