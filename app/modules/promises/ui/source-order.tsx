import { BlockStack, Button, ButtonGroup, Checkbox, InlineError, InlineStack } from '@shopify/polaris';
import type { PromiseSource } from '../promise.ts';
import { usePromiseWords } from './words.ts';

const all = ['carrier', 'shopify', 'learned', 'rule'] as const satisfies readonly PromiseSource[];

interface Props {
  sources: readonly PromiseSource[];
  error: string | undefined;
  onChange(sources: PromiseSource[]): void;
}

/** Who is believed first: those in use in their order, then those that are not. */
export function SourceOrder({ sources, error, onChange }: Props) {
  const { t } = usePromiseWords();
  const shown = [...sources, ...all.filter((source) => !sources.includes(source))];
  const move = (at: number) => {
    const moved = [...sources];
    const [source] = moved.splice(at, 1);
    if (source) moved.splice(at - 1, 0, source);
    onChange(moved);
  };
  return (
    <BlockStack gap="200">
      {shown.map((source) => {
        const at = sources.indexOf(source);
        return (
          <InlineStack key={source} align="space-between" blockAlign="center" gap="200" wrap={false}>
            <Checkbox
              label={at === -1 ? t(`source.${source}`) : t('source.placed', { number: at + 1, source: t(`source.${source}`) })}
              helpText={t(`source.${source}Help`)}
              checked={at !== -1}
              onChange={(used) => onChange(used ? [...sources, source] : sources.filter((other) => other !== source))}
            />
            <ButtonGroup>
              <Button size="slim" disabled={at < 1} onClick={() => move(at)} accessibilityLabel={t('source.upOne', { source: t(`source.${source}`) })}>
                {t('source.up')}
              </Button>
            </ButtonGroup>
          </InlineStack>
        );
      })}
      {error && <InlineError fieldID="sources" message={error} />}
    </BlockStack>
  );
}
