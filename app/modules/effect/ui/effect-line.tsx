import { BlockStack, Card, InlineStack, Link, Text } from '@shopify/polaris';
import type { Effect } from '../views.ts';
import { useEffectVoice } from './use-effect-voice.ts';
import { verdict } from './verdict.ts';

/** What the hold-out that runs or ran last found, in one sentence, with the way to all of it. */
export function EffectLine({ effect }: { effect: Effect }) {
  const voice = useEffectVoice();
  return (
    <Card>
      <BlockStack gap="100">
        <InlineStack gap="400" align="space-between">
          <Text as="h2" variant="headingMd">
            {voice.t('title')}
          </Text>
          <Link url="/app/effect">{voice.t('see')}</Link>
        </InlineStack>
        <Text as="p">{verdict(effect, voice)}</Text>
      </BlockStack>
    </Card>
  );
}
