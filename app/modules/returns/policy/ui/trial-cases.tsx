import { BlockStack, InlineStack, Link, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { TrialCase } from '../desk/trial.ts';
import { usePolicyWords } from './words.ts';

interface Props {
  title: string;
  text: string;
  cases: readonly TrialCase[];
  /** How many there are of them, of which only some are shown. */
  all: number;
}

/** Returns that would have gone differently, each to be opened, with what makes the difference. */
export function TrialCases({ title, text, cases, all }: Props) {
  const { t, name } = usePolicyWords();
  const { formats, shop: { currency } } = useAdmin();
  if (cases.length === 0) return null;
  const signed = (minor: number) => (minor > 0 ? t('try.plus', { amount: formats.money({ minor, currency }) }) : formats.money({ minor, currency }));
  return (
    <TitledCard title={title} text={all > cases.length ? t('try.some', { text, shown: cases.length, all }) : text}>
      <BlockStack as="ul" gap="400">
        {cases.map((one) => (
          <li key={one.id} style={{ overflowWrap: 'anywhere' }}>
            <BlockStack gap="100">
              <InlineStack align="space-between" gap="200">
                <Link url={`/app/returns/${one.id}`}>{one.name}</Link>
                {one.difference !== 0 && <Text as="span">{signed(one.difference)}</Text>}
              </InlineStack>
              {one.lines.map((line, at) => (
                <BlockStack key={at}>
                  <Text as="p">{t(`try.line.${line.effect}`, { because: name('because', line.because), words: line.after })}</Text>
                  {line.instead.length > 0 && (
                    <Text as="p" tone="subdued">
                      {t('try.instead', { outcomes: line.instead.join(', ') })}
                    </Text>
                  )}
                </BlockStack>
              ))}
            </BlockStack>
          </li>
        ))}
      </BlockStack>
    </TitledCard>
  );
}
