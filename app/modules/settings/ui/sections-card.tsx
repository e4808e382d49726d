import { BlockStack, Card, Link, Text } from '@shopify/polaris';
import { useSettingsWords } from './words.ts';

const sections = [
  { key: 'trackingPage', url: '/app/settings/tracking-page' },
  { key: 'dates', url: '/app/settings/dates' },
  { key: 'disruptions', url: '/app/settings/disruptions' },
  { key: 'troubles', url: '/app/settings/troubles' },
  { key: 'carriers', url: '/app/settings/carriers' },
  { key: 'sources', url: '/app/settings/sources' },
] as const;

/** The settings that have a page of their own. */
export function SectionsCard() {
  const { t } = useSettingsWords();
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t('sections.title')}
        </Text>
        <BlockStack as="ul" gap="300">
          {sections.map(({ key, url }) => (
            <li key={key}>
              <Link url={url}>{t(`sections.${key}`)}</Link>
              <Text as="p" tone="subdued">
                {t(`sections.${key}Text`)}
              </Text>
            </li>
          ))}
        </BlockStack>
      </BlockStack>
    </Card>
  );
}
