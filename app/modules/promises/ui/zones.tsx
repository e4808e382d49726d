import { BlockStack, Box, Button, FormLayout, InlineStack, Select, Text, TextField } from '@shopify/polaris';
import { NumberField } from '#app/ui/number-field.tsx';
import { newZone, type ZoneDraft } from './rules-draft.ts';
import { usePromiseWords } from './words.ts';

interface Props {
  zones: readonly ZoneDraft[];
  carriers: readonly { key: string; name: string }[];
  errorOf(path: string): string | undefined;
  onChange(zones: ZoneDraft[]): void;
}

/** How long parcels take to certain places, each zone with its own days. */
export function Zones({ zones, carriers, errorOf, onChange }: Props) {
  const { t } = usePromiseWords();
  const replace = (at: number, part: Partial<ZoneDraft>) => onChange(zones.map((zone, index) => (index === at ? { ...zone, ...part } : zone)));
  const anyPlaceWrong = (at: number) => errorOf(`zones.${at}.places`) ?? [...Array(300).keys()].map((place) => errorOf(`zones.${at}.places.${place}`)).find(Boolean);
  return (
    <BlockStack gap="400">
      {zones.map((zone, at) => (
        <Box key={at} background="bg-surface-secondary" padding="300" borderRadius="200">
          <BlockStack gap="300">
            <InlineStack align="space-between" blockAlign="center" gap="200">
              <Text as="h3" variant="headingSm">
                {zone.name || t('zones.one', { number: at + 1 })}
              </Text>
              <Button variant="plain" tone="critical" onClick={() => onChange(zones.filter((_, index) => index !== at))} accessibilityLabel={t('zones.removeOne', { name: zone.name || t('zones.one', { number: at + 1 }) })}>
                {t('zones.remove')}
              </Button>
            </InlineStack>
            <FormLayout>
              <TextField label={t('zones.name')} autoComplete="off" value={zone.name} onChange={(name) => replace(at, { name })} error={errorOf(`zones.${at}.name`)} />
              <TextField label={t('zones.places')} helpText={t('zones.placesHelp')} autoComplete="off" value={zone.places} onChange={(places) => replace(at, { places })} error={anyPlaceWrong(at)} />
              <Select label={t('zones.carrier')} options={[{ value: '', label: t('zones.anyCarrier') }, ...carriers.map(({ key, name }) => ({ value: key, label: name }))]} value={zone.carrier ?? ''} onChange={(carrier) => replace(at, { carrier: carrier || null })} />
              <FormLayout.Group condensed>
                <NumberField label={t('zones.min')} value={zone.transit.min} onChange={(min) => replace(at, { transit: { ...zone.transit, min } })} error={errorOf(`zones.${at}.transit.min`)} max={180} />
                <NumberField label={t('zones.max')} value={zone.transit.max} onChange={(max) => replace(at, { transit: { ...zone.transit, max } })} error={errorOf(`zones.${at}.transit.max`) ?? errorOf(`zones.${at}.transit`)} max={180} />
              </FormLayout.Group>
            </FormLayout>
          </BlockStack>
        </Box>
      ))}
      <InlineStack>
        <Button onClick={() => onChange([...zones, newZone])} disabled={zones.length >= 100}>
          {t('zones.add')}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
