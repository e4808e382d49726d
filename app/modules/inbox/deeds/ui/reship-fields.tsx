import { Banner, BlockStack, Button, Checkbox, InlineStack, Select, Text } from '@shopify/polaris';
import { countryName } from '#app/kernel/place.ts';
import { useAdmin } from '#app/ui/admin.tsx';
import { Parcels } from '../../beside/ui/order-parts.tsx';
import type { ReshipPreview } from '../preview-reship.server.ts';
import { ParcelWarnings } from './parcel-warnings.tsx';
import { SentAgainList } from './sent-again-list.tsx';
import { useDeedWords } from './words.ts';

type Reason = NonNullable<ReshipPreview['reason']>;
type Line = ReshipPreview['lines'][number];

/** What somebody chose to send again; null where they left it as it was suggested. */
export interface ReshipChosen {
  units: Readonly<Record<string, number>> | null;
  reason: Reason | null;
  receipt: boolean;
}

interface Props {
  preview: ReshipPreview;
  name: string;
  chosen: ReshipChosen;
  /** Whether whoever looks may give so much. */
  isWithin: boolean;
  onChange(changes: Partial<ReshipChosen>): void;
  onRefund(): void;
}

const reasons = ['lost', 'damaged', 'wrong', 'missing', 'other'] as const satisfies readonly Reason[];

/** What is sent again, whereto and why, with what it means. */
export function ReshipFields({ preview, name, chosen, isWithin, onChange, onRefund }: Props) {
  const { t } = useDeedWords();
  const { formats } = useAdmin();
  const money = (minor: number) => formats.money({ minor, currency: preview.currency });
  const { obstacle, lines, earlier } = preview;
  const units = chosen.units ?? Object.fromEntries(lines.map(({ id, chosen: count }) => [id, count]));
  if (obstacle !== null) return <Banner tone="warning">{t(`reship.${obstacle}`, { name: preview.sentFor ?? '' })}</Banner>;
  return (
    <BlockStack gap="400">
      {!preview.rights.may && <Banner tone="info">{t('rights.forbidden')}</Banner>}
      {earlier.length > 0 && (
        <Banner tone="info" title={t('reship.earlier')}>
          <SentAgainList rows={earlier} money={money} />
        </Banner>
      )}
      <BlockStack gap="100">
        <Text as="h3" variant="headingSm">
          {t('reship.parcels')}
        </Text>
        <Parcels order={{ parcels: preview.parcels.map(({ shown }) => shown) }} />
      </BlockStack>
      <ParcelWarnings parcels={preview.parcels} units={units} reason={chosen.reason ?? preview.reason} />
      <BlockStack gap="300">
        {lines.map((line) => (
          <LineAgain key={line.id} line={line} count={units[line.id] ?? 0} onChange={(count) => onChange({ units: { ...units, [line.id]: count } })} />
        ))}
        {lines.some(({ isGone, isShort }) => isGone || isShort) && (
          <InlineStack>
            <Button onClick={onRefund}>{t('reship.refundInstead')}</Button>
          </InlineStack>
        )}
      </BlockStack>
      <Whereto preview={preview} />
      <Select label={t('reship.why')} placeholder={t('reship.choose')} options={reasons.map((value) => ({ value, label: t(`reship.reasons.${value}`) }))} value={chosen.reason ?? preview.reason ?? ''} onChange={(value) => onChange({ reason: reasons.find((reason) => reason === value) ?? null })} />
      <Checkbox label={t('reship.receipt')} checked={chosen.receipt} onChange={(receipt) => onChange({ receipt })} />
      <Means preview={preview} name={name} isWithin={isWithin} money={money} />
    </BlockStack>
  );
}

function LineAgain({ line: { title, sent, stock, isGone, isShort }, count, onChange }: { line: Line; count: number; onChange(count: number): void }) {
  const { t } = useDeedWords();
  const { formats } = useAdmin();
  if (isGone) return <Text as="p" tone="subdued">{t('reship.gone', { title })}</Text>;
  return (
    <Select
      label={t('reship.units', { title, left: formats.number(sent) })}
      helpText={stock === null || isShort ? undefined : t('reship.stock', { left: stock })}
      error={isShort ? t('reship.short', { left: stock ?? 0 }) : undefined}
      options={Array.from({ length: Math.min(sent, 100) + 1 }, (_, units) => ({ value: String(units), label: formats.number(units) }))}
      value={String(count)}
      onChange={(value) => onChange(Number(value))}
    />
  );
}

function Whereto({ preview: { address, country, hasCustomer } }: Pick<Props, 'preview'>) {
  const { t } = useDeedWords();
  const { locale } = useAdmin();
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {t('reship.to')}
      </Text>
      <Text as="p" breakWord>
        {[...address, ...(country ? [countryName(country, locale)] : [])].join(', ')}
      </Text>
      <Text as="p" tone="subdued">
        {t('reship.toHelp')} {hasCustomer && t('reship.toDefault')}
      </Text>
    </BlockStack>
  );
}

function Means({ preview: { amount, beyond, leftAfter, shown, rights }, name, isWithin, money }: Pick<Props, 'isWithin' | 'name' | 'preview'> & { money(minor: number): string }) {
  const { t } = useDeedWords();
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {t('reship.means')}
      </Text>
      {shown === '' ? (
        <Text as="p">{t('reship.nothing')}</Text>
      ) : (
        <>
          <Text as="p">{t('reship.text')}</Text>
          <Text as="p">
            {t('reship.worth', { amount: money(amount) })} {t('reship.leftAfter', { left: money(leftAfter), name })}
          </Text>
          {beyond > 0 && (
            <Text as="p" tone={beyond > rights.giftLeft ? 'critical' : undefined}>
              {t('reship.beyond', { amount: money(beyond), left: money(rights.giftLeft) })}
            </Text>
          )}
          {rights.may && !isWithin && <Banner tone="info">{t('answer.over_limit')}</Banner>}
        </>
      )}
    </BlockStack>
  );
}
