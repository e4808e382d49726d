import { BlockStack, InlineGrid, Text, TextField } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { BrandSettings } from '../brand-setting.ts';
import { colourPattern, contrast, noticeable, readable } from '../contrast.ts';
import { useBrandWords } from './words.ts';

const colours = ['button', 'buttonText', 'ground'] as const;

interface Props {
  value: BrandSettings;
  errorOf(path: string): string | undefined;
  onChange(part: Partial<BrandSettings>): void;
}

/** The colours of every mail, and whether its button can be read. */
export function ColoursCard({ value, errorOf, onChange }: Props) {
  const { t } = useBrandWords();
  return (
    <TitledCard title={t('colours.title')} text={t('colours.text')}>
      <BlockStack gap="300">
        <InlineGrid columns={{ xs: 1, sm: 3 }} gap="300">
          {colours.map((name) => (
            <TextField
              key={name}
              label={t(`colours.${name}`)}
              autoComplete="off"
              spellCheck={false}
              value={value[name]}
              onChange={(text) => onChange({ [name]: text.trim() })}
              error={errorOf(name)}
              prefix={
                <input
                  type="color"
                  aria-label={t('colours.pick', { name: t(`colours.${name}`) })}
                  value={colourPattern.test(value[name]) ? value[name] : '#000000'}
                  onChange={({ currentTarget }) => onChange({ [name]: currentTarget.value })}
                  style={{ width: 24, height: 24, padding: 0, border: 0, background: 'none' }}
                />
              }
            />
          ))}
        </InlineGrid>
        <Readability {...value} />
      </BlockStack>
    </TitledCard>
  );
}

function Readability({ button, buttonText }: Pick<BrandSettings, 'button' | 'buttonText'>) {
  const { t } = useBrandWords();
  const { locale } = useAdmin();
  if (!colourPattern.test(button) || !colourPattern.test(buttonText)) return null;
  const between = contrast(button, buttonText);
  const enough = between >= readable;
  // Rounded down: 4.49 is not 4.5.
  const ratio = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(Math.floor(between * 10) / 10);
  return (
    <div role="status">
      <Text as="p" tone={enough ? 'subdued' : 'critical'}>
        {t(enough ? 'colours.good' : 'colours.poor', { ratio })}
      </Text>
      {contrast(button, '#ffffff') < noticeable && (
        <Text as="p" tone="subdued">
          {t('colours.pale')}
        </Text>
      )}
    </div>
  );
}
