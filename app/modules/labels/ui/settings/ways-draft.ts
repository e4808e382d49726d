import type { WaysBack } from '../../ways/ways-back-setting.ts';

/** A list as it is typed. */
const listed = (typed: string) => typed.split(/[\s,;]+/).filter((part) => part !== '');

/** The ways back as they are being written: lists are texts. */
export interface WaysDraft extends Omit<WaysBack, 'label' | 'own' | 'places'> {
  label: Omit<WaysBack['label'], 'allowed' | 'countries'> & { allowed: string; countries: string };
  own: { offered: boolean; countries: string };
  places: (Omit<WaysBack['places'][number], 'countries'> & { countries: string })[];
}

export function toDraft({ label, own, places, ...same }: WaysBack): WaysDraft {
  return {
    ...same,
    label: { ...label, allowed: label.allowed.join('\n'), countries: label.countries.join(', ') },
    own: { ...own, countries: own.countries.join(', ') },
    places: places.map((place) => ({ ...place, countries: place.countries.join(', ') })),
  };
}

export function toValue({ label, own, places, ...same }: WaysDraft): WaysBack {
  const countries = (typed: string) => listed(typed.toUpperCase());
  return {
    ...same,
    label: { ...label, allowed: label.allowed.split('\n').map((line) => line.trim()).filter((line) => line !== ''), countries: countries(label.countries) },
    own: { ...own, countries: countries(own.countries) },
    places: places.map((place) => ({ ...place, countries: countries(place.countries) })),
  };
}
