import { BlockStack, Box, Button, FormLayout, InlineStack, Link, Select, Text, TextField } from '@shopify/polaris';
import type { CarrierOverride } from '#app/modules/carriers/index.server.ts';
import { SettingPage } from '#app/ui/setting-page.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { useSettingForm } from '#app/ui/use-setting-form.ts';
import type { ParcelRow } from '../../list/parcel-row.ts';
import { doubtText } from '../evidence.ts';
import { useParcelWords } from '../words.ts';

export interface CarriersPageProps {
  overrides: { value: CarrierOverride[]; version: number };
  carriers: readonly { key: string; name: string }[];
  /** Parcels under way whose number looks wrong. */
  doubted: readonly ParcelRow[];
}

/** A rule as its form holds it; empty texts say nothing. */
interface RuleDraft {
  by: 'company' | 'number';
  match: string;
  carrier: string;
  name: string;
  link: string;
}

/** What the merchant knows better about who carries what, and the numbers that look wrong. */
export function CarriersPage({ overrides, carriers, doubted }: CarriersPageProps) {
  const { t } = useParcelWords();
  const form = useSettingForm(overrides, shape);
  const { rules } = form.draft.value;
  const change = (next: RuleDraft[]) => form.draft.change({ rules: next });
  return (
    <SettingPage title={t('settings.carriers.title')} forms={[form]}>
      <TitledCard title={t('settings.carriers.doubted')} text={t('settings.carriers.doubtedText')}>
        <Doubted rows={doubted} carriers={carriers} />
      </TitledCard>
      <TitledCard title={t('settings.carriers.rules')} text={t('settings.carriers.rulesText')}>
        {rules.map((rule, at) => (
          <Box key={at} background="bg-surface-secondary" padding="300" borderRadius="200">
            <RuleFields
              rule={rule}
              number={at + 1}
              carriers={carriers}
              errorOf={(field) => form.errorOf(`${at}.${field}`)}
              formError={form.errorOf(String(at))}
              onChange={(part) => change(rules.map((other, index) => (index === at ? { ...other, ...part } : other)))}
              onRemove={() => change(rules.filter((_, index) => index !== at))}
            />
          </Box>
        ))}
        <InlineStack>
          <Button onClick={() => change([...rules, { by: 'company', match: '', carrier: '', name: '', link: '' }])} disabled={rules.length >= 200}>
            {t('settings.carriers.add')}
          </Button>
        </InlineStack>
      </TitledCard>
    </SettingPage>
  );
}

const shape = {
  intent: 'save-carriers',
  toDraft: (value: CarrierOverride[]): { rules: RuleDraft[] } => ({
    rules: value.map(({ match, carrier, name, link }) => ({ by: match.by, match: match.by === 'company' ? match.name : match.prefix, carrier: carrier ?? '', name: name ?? '', link: link ?? '' })),
  }),
  // What is sent is read and checked by the server; an unknown carrier is refused there.
  toValue: ({ rules }: { rules: RuleDraft[] }): CarrierOverride[] =>
    rules.map(({ by, match, carrier, name, link }) => ({
      match: by === 'company' ? { by, name: match } : { by, prefix: match },
      carrier: (carrier.trim() || null) as CarrierOverride['carrier'],
      name: name.trim() || null,
      link: link.trim() || null,
    })),
};

interface RuleProps {
  rule: RuleDraft;
  number: number;
  carriers: CarriersPageProps['carriers'];
  errorOf(field: string): string | undefined;
  formError: string | undefined;
  onChange(part: Partial<RuleDraft>): void;
  onRemove(): void;
}

function RuleFields({ rule, number, carriers, errorOf, formError, onChange, onRemove }: RuleProps) {
  const { t } = useParcelWords();
  return (
    <BlockStack gap="300">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <Text as="h3" variant="headingSm">
          {t('settings.carriers.rule', { number })}
        </Text>
        <Button variant="plain" tone="critical" onClick={onRemove} accessibilityLabel={t('settings.carriers.removeOne', { number })}>
          {t('settings.carriers.remove')}
        </Button>
      </InlineStack>
      <FormLayout>
        <Select
          label={t('settings.carriers.by')}
          options={[{ value: 'company', label: t('settings.carriers.byCompany') }, { value: 'number', label: t('settings.carriers.byNumber') }]}
          value={rule.by}
          onChange={(by) => onChange({ by: by === 'number' ? 'number' : 'company' })}
        />
        <TextField
          label={t(rule.by === 'company' ? 'settings.carriers.company' : 'settings.carriers.prefix')}
          helpText={t(rule.by === 'company' ? 'settings.carriers.companyHelp' : 'settings.carriers.prefixHelp')}
          autoComplete="off"
          value={rule.match}
          onChange={(match) => onChange({ match })}
          error={errorOf(rule.by === 'company' ? 'match.name' : 'match.prefix')}
        />
        <Select label={t('settings.carriers.carrier')} options={[{ value: '', label: t('settings.carriers.noCarrier') }, ...carriers.map(({ key, name }) => ({ value: key, label: name }))]} value={rule.carrier} onChange={(carrier) => onChange({ carrier })} error={errorOf('carrier') ?? formError} />
        <TextField label={t('settings.carriers.name')} helpText={t('settings.carriers.nameHelp')} autoComplete="off" maxLength={100} value={rule.name} onChange={(name) => onChange({ name })} error={errorOf('name')} />
        <TextField label={t('settings.carriers.link')} helpText={t('settings.carriers.linkHelp', { example: 'https://carrier.example/track/{number}' })} autoComplete="off" maxLength={500} value={rule.link} onChange={(link) => onChange({ link })} error={errorOf('link')} />
      </FormLayout>
    </BlockStack>
  );
}

function Doubted({ rows, carriers }: { rows: readonly ParcelRow[]; carriers: CarriersPageProps['carriers'] }) {
  const { t } = useParcelWords();
  if (rows.length === 0) return <Text as="p">{t('settings.carriers.noneDoubted')}</Text>;
  return (
    <BlockStack as="ul" gap="300">
      {rows.map((row) => {
        const carrier = carriers.find(({ key }) => key === row.carrier)?.name ?? row.company ?? t('evidence.theCarrier');
        return (
          <li key={row.shipmentId}>
            <InlineStack gap="200">
              <Link url={`/app/orders/${row.orderId}`}>{row.orderName}</Link>
              <Text as="span" breakWord>
                {[carrier, row.number].join(' · ')}
              </Text>
            </InlineStack>
            <Text as="p" tone="subdued">
              {doubtText(row.numberDoubt, carrier, t)}
            </Text>
          </li>
        );
      })}
    </BlockStack>
  );
}
