import { BlockStack, Button, Card, InlineStack, List, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import type { RulesView } from '../../views.ts';
import { useConditionWords } from './use-condition-words.ts';
import { useRulesWords } from './words.ts';

/** In words: when a kind is told, to whom and by what. */
export function RulesCard({ view: { kind, rules, ways, count, carriers } }: { view: RulesView }) {
  const { t } = useRulesWords();
  const { locale } = useAdmin();
  const { waitHours, gatherHours, inBusinessHours, audience } = rules.value;
  const conditions = useConditionWords(audience, carriers);
  const when = kind === 'review' ? t('says.review', { count: Math.round(waitHours / 24) }) : kind === 'shipped' && gatherHours !== null ? t('says.gathered', { count: gatherHours }) : waitHours > 0 ? t('says.later', { count: waitHours }) : t('says.once');
  const named = new Intl.ListFormat(locale, { type: 'conjunction' }).format(ways.value.ways.map((way) => t(`ways.${way}`)));
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {t('card')}
          </Text>
          <Button url={`/app/notices/${kind}/rules`} accessibilityLabel={t('changeLabel')}>
            {t('change')}
          </Button>
        </InlineStack>
        <List>
          <List.Item>{when}</List.Item>
          {inBusinessHours && <List.Item>{t('says.businessHours')}</List.Item>}
          <List.Item>{t('says.ways', { ways: named })}</List.Item>
          {conditions.length === 0 && <List.Item>{t('says.everybody')}</List.Item>}
        </List>
        {conditions.length > 0 && (
          <BlockStack gap="100">
            <Text as="p">{t('says.all')}</Text>
            <List>
              {conditions.map((words) => (
                <List.Item key={words}>{words}</List.Item>
              ))}
            </List>
            {count && (
              <Text as="p" tone="subdued">
                {t(count.capped ? 'audience.countedCapped' : 'audience.counted', { matched: count.matched, of: count.of })}
              </Text>
            )}
          </BlockStack>
        )}
      </BlockStack>
    </Card>
  );
}
