import { ChoiceList, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { NumberField } from '#app/ui/number-field.tsx';
import type { DiscountPreview } from '../preview-discount.server.ts';
import { DeedDialog } from './deed-dialog.tsx';
import type { DeedOf } from './deed-parts.tsx';
import { DiscountObstacles, DiscountPermission } from './discount-parts.tsx';
import { typedAmount } from './typed-amount.ts';
import { useDeed } from './use-deed.ts';
import { useDeedWords } from './words.ts';

const ways = ['percent', 'amount'] as const satisfies DiscountPreview['ways'];

/** How long a code is good for where nobody says. */
const usualDays = 30;
const mostDays = 365;

/** Gives a code for the next order, within what the shop allows for goodwill. */
export function DiscountDialog({ ticketId, order, verified, onClose }: DeedOf & { onClose(): void }) {
  const { t } = useDeedWords();
  const { formats } = useAdmin();
  const { currency } = order.total;
  const [chosen, setChosen] = useState<(typeof ways)[number]>('percent');
  const [typed, setTyped] = useState('');
  const [days, setDays] = useState(usualDays);
  const value = chosen === 'amount' ? typedAmount(typed, currency) : typedPercent(typed);
  const money = (minor: number) => formats.money({ minor, currency });
  const deed = useDeed({ kind: 'discount', ticketId, asked: { order: order.id, as: chosen, value: value ? String(value) : '', days: Number.isInteger(days) && days > 0 ? String(days) : '' }, onDone: onClose });
  const { preview } = deed;
  const left = preview?.rights.may ? preview.rights.giftLeft : 0;
  const counted = preview?.counted ?? null;
  const isWithin = preview !== null && preview.hasCustomer && preview.isAllowed && value !== null && counted !== null && counted <= left;
  const problem = value === null ? t('answer.invalid') : counted !== null && counted > left ? t('answer.over_limit') : undefined;
  return (
    <DeedDialog
      title={t('title.discount', { name: order.name })}
      order={order}
      verified={verified}
      deed={deed}
      confirm={t('discount.confirm')}
      onConfirm={isWithin ? () => deed.send({ key: preview.key }, t('discount.done')) : null}
      sentence={preview?.sentence ?? null}
      onClose={onClose}
    >
      {preview && (
        <>
          <Text as="p">{t('discount.text')}</Text>
          <DiscountObstacles preview={preview} />
          {preview.rights.may && !preview.isAllowed && <DiscountPermission scope={preview.scope} onAnswer={deed.reload} />}
          {preview.hasCustomer && left > 0 && preview.ways.length > 0 && (
            <>
              <ChoiceList title={t('discount.as')} choices={ways.map((way) => ({ value: way, label: t(`discount.${way}`), disabled: !preview.ways.includes(way) }))} selected={[chosen]} onChange={([way]) => setChosen(way === 'amount' ? 'amount' : 'percent')} />
              <TextField label={t('discount.value')} helpText={t('discount.valueHelp', { left: money(left) })} autoComplete="off" inputMode="decimal" suffix={chosen === 'amount' ? currency : '%'} value={typed} onChange={setTyped} error={problem} />
              <NumberField label={t('discount.days')} suffix={t('discount.daysSuffix')} min={1} max={mostDays} value={days} onChange={setDays} />
              {counted !== null && <Text as="p">{t(chosen === 'amount' ? 'discount.counted' : 'discount.countedShare', { amount: money(counted) })}</Text>}
            </>
          )}
        </>
      )}
    </DeedDialog>
  );
}

/** Whole per cents; nothing typed is nothing, and null what is none. */
function typedPercent(typed: string): number | null {
  const plain = typed.trim().replace(/\s*%$/, '');
  if (plain === '') return 0;
  return /^\d{1,3}$/.test(plain) && Number(plain) <= 100 ? Number(plain) : null;
}
