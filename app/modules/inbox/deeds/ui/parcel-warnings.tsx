import { Banner } from '@shopify/polaris';
import type { ReshipPreview } from '../preview-reship.server.ts';
import { useDeedWords } from './words.ts';

interface Props extends Pick<ReshipPreview, 'parcels' | 'reason'> {
  /** What is chosen, by its lines. */
  units: Readonly<Record<string, number>>;
}

/** What speaks against sending goods again: where the parcel is that they went out with; of nothing chosen, any parcel. */
export function ParcelWarnings({ parcels, reason, units }: Props) {
  const { t } = useDeedWords();
  const isChosen = Object.values(units).some((count) => count > 0);
  const meant = isChosen ? parcels.filter((parcel) => parcel.units.some(({ id }) => (units[id] ?? 0) > 0)) : parcels;
  // What came damaged, or was something else, was delivered.
  const isOfWhatCame = reason === 'damaged' || reason === 'wrong' || reason === 'missing';
  const found = (['delivered', 'moving', 'returning'] as const).filter((where) => meant.some((parcel) => parcel.where === where) && !(where === 'delivered' && isOfWhatCame));
  if (found.length === 0) return null;
  return (
    <Banner tone="warning">
      {found.map((where) => (
        <p key={where}>{t(`reship.notLost.${where}`)}</p>
      ))}
    </Banner>
  );
}
