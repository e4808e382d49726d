import { Badge, BlockStack, Button, InlineStack, Link, Text } from '@shopify/polaris';
import { useState } from 'react';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { VersionHead } from '../desk/views.ts';
import { usePublished } from './use-published.ts';
import { usePolicyWords } from './words.ts';

const shown = 10;

/** Every policy that was ever published, the newest first, each to be read. */
export function VersionsCard({ versions }: { versions: readonly VersionHead[] }) {
  const { t } = usePolicyWords();
  const published = usePublished();
  const [all, setAll] = useState(false);
  if (versions.length === 0) return null;
  return (
    <TitledCard title={t('versions.title')} text={t('versions.text')} gap="300">
      <BlockStack as="ul" gap="300">
        {versions.slice(0, all ? versions.length : shown).map((head, at) => (
          <li key={head.version}>
            <InlineStack gap="200" align="space-between" blockAlign="center">
              <BlockStack>
                <Link url={`/app/settings/returns/versions/${head.version}`}>{t('versions.version', { version: head.version })}</Link>
                <Text as="span" tone="subdued" variant="bodySm">
                  {published(head)}
                </Text>
              </BlockStack>
              {at === 0 && <Badge tone="success">{t('versions.current')}</Badge>}
            </InlineStack>
          </li>
        ))}
      </BlockStack>
      {!all && versions.length > shown && (
        <InlineStack>
          <Button onClick={() => setAll(true)}>{t('versions.all', { count: versions.length })}</Button>
        </InlineStack>
      )}
    </TitledCard>
  );
}
