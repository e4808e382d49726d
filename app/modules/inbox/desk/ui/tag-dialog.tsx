import { BlockStack, ChoiceList, Form, InlineStack, Modal, Tag, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useDeskWords } from './words.ts';

interface Props {
  count: number;
  /** Tags that are in use. */
  known: readonly string[];
  onClose(): void;
  onTag(fields: { addTags: string } | { removeTags: string }): void;
}

/** Asks for a tag that is put on the chosen conversations, or taken off. */
export function TagDialog({ count, known, onClose, onTag }: Props) {
  const { t } = useDeskWords();
  const [tag, setTag] = useState('');
  const [how, setHow] = useState<'add' | 'remove'>('add');
  const written = tag.trim();
  const done = () => {
    if (written !== '') onTag(how === 'add' ? { addTags: written } : { removeTags: written });
  };
  return (
    <Modal open onClose={onClose} title={t('tagDialog.title', { count })} primaryAction={{ content: t(`tagDialog.${how}`), disabled: written === '', onAction: done }} secondaryActions={[{ content: t('cancel'), onAction: onClose }]}>
      <Modal.Section>
        <Form onSubmit={done}>
          <BlockStack gap="400">
            <TextField label={t('filters.tag')} value={tag} onChange={setTag} maxLength={60} autoComplete="off" autoFocus />
            {known.length > 0 && (
              <InlineStack gap="100">
                {known.slice(0, 12).map((one) => (
                  <Tag key={one} onClick={() => setTag(one)}>
                    {one}
                  </Tag>
                ))}
              </InlineStack>
            )}
            <ChoiceList
              title={t('tagDialog.how')}
              titleHidden
              choices={[
                { value: 'add', label: t('tagDialog.add') },
                { value: 'remove', label: t('tagDialog.remove') },
              ]}
              selected={[how]}
              onChange={([chosen]) => setHow(chosen === 'remove' ? 'remove' : 'add')}
            />
          </BlockStack>
        </Form>
      </Modal.Section>
    </Modal>
  );
}
