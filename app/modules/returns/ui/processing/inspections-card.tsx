import { BlockStack, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { InspectionView } from '../../views.ts';
import { useReturnWords } from '../words.ts';

/** What people found when they looked at what came back; nothing where nobody did. */
export function InspectionsCard({ inspections }: { inspections: readonly InspectionView[] }) {
  const { t, name } = useReturnWords();
  const { formats } = useAdmin();
  if (inspections.length === 0) return null;
  return (
    <TitledCard title={t('inspections.title')}>
      <BlockStack as="ul" gap="300">
        {inspections.map(({ id, quantity, title, finding, grade, refusal, note, at }) => (
          <li key={id}>
            <Text as="p" breakWord>
              {formats.number(quantity)} × {title ?? t('unknownItem')} · {[name('finding', finding), grade && name('grade', grade)].filter(Boolean).join(' · ')}
            </Text>
            {refusal && (
              <Text as="p" breakWord>
                {t('inspections.refused', { reason: refusal })}
              </Text>
            )}
            {note && (
              <Text as="p" tone="subdued" breakWord>
                {t('inspections.note', { words: note })}
              </Text>
            )}
            <Text as="p" tone="subdued">
              {formats.moment(at)}
            </Text>
          </li>
        ))}
      </BlockStack>
    </TitledCard>
  );
}
