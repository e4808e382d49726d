import { BlockStack, Button, FormLayout, InlineStack, Select, Text, TextField } from '@shopify/polaris';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { BrandSettings } from '../brand-setting.ts';
import { networkNames, networks } from '../network-names.ts';
import { useBrandWords } from './words.ts';

interface Props {
  value: BrandSettings;
  errorOf(path: string): string | undefined;
  onChange(part: Partial<BrandSettings>): void;
}

/** What stands below every mail. */
export function FooterCard({ value, errorOf, onChange }: Props) {
  const { t } = useBrandWords();
  return (
    <TitledCard title={t('footer.title')}>
      <FormLayout>
        <TextField label={t('footer.words')} helpText={t('footer.wordsHelp')} multiline={2} maxLength={400} autoComplete="off" value={value.footer} onChange={(footer) => onChange({ footer })} error={errorOf('footer')} />
        <TextField label={t('footer.address')} helpText={t('footer.addressHelp')} multiline={4} maxLength={300} autoComplete="off" value={value.address} onChange={(address) => onChange({ address })} error={errorOf('address')} />
        <Links links={value.links} errorOf={errorOf} onChange={(links) => onChange({ links })} />
      </FormLayout>
    </TitledCard>
  );
}

type Link = BrandSettings['links'][number];

function Links({ links, errorOf, onChange }: { links: readonly Link[]; errorOf: Props['errorOf']; onChange(links: Link[]): void }) {
  const { t } = useBrandWords();
  const free = networks.filter((network) => !links.some((link) => link.network === network));
  const change = (at: number, part: Partial<Link>) => onChange(links.map((link, place) => (place === at ? { ...link, ...part } : link)));
  const [next] = free;
  return (
    <BlockStack gap="300">
      <Text as="h3" variant="headingSm">
        {t('footer.links')}
      </Text>
      {links.map(({ network, url }, at) => (
        <InlineStack key={network} gap="200" blockAlign="end">
          <Select
            label={t('footer.network')}
            options={networks.filter((one) => one === network || free.includes(one)).map((one) => ({ value: one, label: networkNames[one] }))}
            value={network}
            onChange={(chosen) => change(at, { network: networks.find((one) => one === chosen) ?? network })}
          />
          <div style={{ flex: '1 1 140px', minWidth: 0 }}>
            <TextField label={t('footer.url')} type="url" autoComplete="off" placeholder="https://" value={url} onChange={(text) => change(at, { url: text.trim() })} error={errorOf(`links.${at}.url`)} />
          </div>
          <Button accessibilityLabel={t('footer.remove', { name: networkNames[network] })} onClick={() => onChange(links.filter((_link, place) => place !== at))}>
            ×
          </Button>
        </InlineStack>
      ))}
      {next && (
        <InlineStack>
          <Button onClick={() => onChange([...links, { network: next, url: '' }])}>{t('footer.add')}</Button>
        </InlineStack>
      )}
    </BlockStack>
  );
}
