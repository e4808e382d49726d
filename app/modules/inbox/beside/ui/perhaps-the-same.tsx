import { Banner, BlockStack, Button, InlineError, Text } from '@shopify/polaris';
import type { BesidePerson } from '../beside-view.ts';
import { useBesideForm } from './use-beside-form.ts';
import { useBesideWords } from './words.ts';

interface Props {
  ticketId: number;
  perhaps: BesidePerson['perhaps'];
}

/** Other people who may be this one: staff decide, on what is shown. Nothing where nobody may be. */
export function PerhapsTheSame({ ticketId, perhaps }: Props) {
  const { t, name } = useBesideWords();
  const form = useBesideForm(ticketId);
  if (perhaps.length === 0) return null;
  return (
    <Banner title={t('perhaps.title')}>
      <BlockStack gap="200" inlineAlign="start">
        {perhaps.map((other) => {
          const value = other.kind === 'customer' ? name('kind', 'customer') : other.value;
          return (
            <BlockStack key={other.personId} gap="100" inlineAlign="start">
              <Text as="p" breakWord>
                {t(`perhaps.${other.reason}`, { name: other.name ?? t('person.unnamed'), value })}
              </Text>
              <Button loading={form.isBusy} onClick={() => form.send({ intent: 'link', value: other.kind === 'customer' ? `customer:${other.value}` : other.value })}>
                {t('perhaps.link', { value })}
              </Button>
            </BlockStack>
          );
        })}
        {form.problem && <InlineError fieldID="perhaps-the-same" message={form.problem} />}
      </BlockStack>
    </Banner>
  );
}
