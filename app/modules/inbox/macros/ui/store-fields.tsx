import { Select, TextField } from '@shopify/polaris';
import { NumberField } from '#app/ui/number-field.tsx';
import { deeds, plainWish, type DeedWish } from '../../deeds/deed.ts';
import { useMacroWords } from './words.ts';

interface Props {
  wish: DeedWish | null;
  error: string | undefined;
  onChange(wish: DeedWish | null): void;
}

/** What a macro shows beside the conversation once it is taken, with what is chosen in it beforehand. */
export function StoreFields({ wish, error, onChange }: Props) {
  const { t } = useMacroWords();
  return (
    <>
      <Select
        label={t('edit.store')}
        helpText={t('edit.storeHelp')}
        options={[{ value: '', label: t('edit.storeNone') }, ...deeds.map((deed) => ({ value: deed, label: t(`store.${deed}`) }))]}
        value={wish?.deed ?? ''}
        onChange={(chosen) => {
          const deed = deeds.find((known) => known === chosen);
          onChange(deed ? plainWish(deed) : null);
        }}
      />
      {wish?.deed === 'tag' && <TextField label={t('edit.storeTag')} autoComplete="off" maxLength={40} value={wish.tag} onChange={(tag) => onChange({ ...wish, tag })} error={error} />}
      {wish?.deed === 'discount' && (
        <NumberField label={t('edit.storePercent')} helpText={t('edit.storePercentHelp')} suffix="%" min={1} max={100} value={wish.percent ?? Number.NaN} onChange={(percent) => onChange({ ...wish, percent: Number.isFinite(percent) ? percent : null })} error={error} />
      )}
    </>
  );
}
