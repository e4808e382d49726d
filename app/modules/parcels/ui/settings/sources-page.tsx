import { BlockStack } from '@shopify/polaris';
import { SettingPage } from '#app/ui/setting-page.tsx';
import type { SourceView } from '../../sources/source-health.server.ts';
import { useParcelWords } from '../words.ts';
import { SourceCard } from './source-card.tsx';

/** Who is asked where parcels are, beside Shopify: the merchant's own accounts, and how each stands. */
export function SourcesPage({ sources }: { sources: readonly SourceView[] }) {
  const { t } = useParcelWords();
  return (
    <SettingPage title={t('settings.sources.title')} intro={t('settings.sources.intro')} forms={[]}>
      <BlockStack gap="400">
        {sources.map((source) => (
          <SourceCard key={source.source} view={source} />
        ))}
      </BlockStack>
    </SettingPage>
  );
}
