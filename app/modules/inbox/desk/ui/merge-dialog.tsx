import { Banner, BlockStack, ChoiceList, Modal, Text } from '@shopify/polaris';
import { useState } from 'react';
import type { DeskRow } from '../desk-row.ts';
import { useDeskWords } from './words.ts';

interface Props {
  chosen: readonly DeskRow[];
  onClose(): void;
  onMerge(into: string): void;
}

/** Asks in which of the chosen conversations all are read from now on; says so where they are of different people. */
export function MergeDialog({ chosen, onClose, onMerge }: Props) {
  const { t } = useDeskWords();
  const oldestFirst = chosen.toSorted((one, other) => one.id - other.id);
  const [into, setInto] = useState(String(oldestFirst[0]?.id ?? ''));
  const keeps = chosen.find(({ id }) => String(id) === into);
  const isOfSeveral = new Set(chosen.map(({ personId }) => personId)).size > 1;
  return (
    <Modal open onClose={onClose} title={t('mergeDialog.title', { count: chosen.length })} primaryAction={{ content: t('mergeDialog.merge'), onAction: () => onMerge(into) }} secondaryActions={[{ content: t('cancel'), onAction: onClose }]}>
      <Modal.Section>
        <BlockStack gap="400">
          <ChoiceList
            title={t('mergeDialog.into')}
            choices={oldestFirst.map(({ id, subject, person }) => ({ value: String(id), label: `${t('number', { id })} ${subject.trim() || t('noSubject')}`, helpText: person ?? t('noPerson') }))}
            selected={[into]}
            onChange={([chosenId]) => setInto(chosenId ?? into)}
          />
          {isOfSeveral && <Banner tone="warning">{t('mergeDialog.several', { person: keeps?.person ?? t('noPerson') })}</Banner>}
          <Text as="p" tone="subdued">
            {t('mergeDialog.text')}
          </Text>
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
