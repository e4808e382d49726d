import { formatMoney } from '#app/kernel/money.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { labelAccountsSetting } from '../accounts/label-accounts.ts';
import { isLabelService, type Place, type WayBackChoice, type WayBackKind } from '../way-back.ts';
import { returnAddressesSetting } from './return-addresses.ts';
import { waysBackSetting, type WaysBack } from './ways-back-setting.ts';
import { wayWords, type WayWords } from './words.ts';

/** What is to go back, and on whose account. */
export interface WaysAsked {
  /** Where it would leave from; null where that is not known. */
  country: string | null;
  locales: readonly (string | null)[];
  /** What the policy settled: who pays, and what is deducted, in minor units; null where the customer pays a carrier directly. */
  wayBack: { payer: 'shop' | 'customer'; amount: number | null };
  currency: string;
  /** False where the customer keeps everything. */
  sends: boolean;
  /** Where the policy sends it: Shopify's number of a location; none where it names none. */
  locationId?: string | null;
}

/** A way back that a customer may choose, in their words. */
export interface WayOffered {
  choice: Pick<WayBackChoice, 'kind' | 'placeId'>;
  title: string;
  about: string;
  cost: string;
  /** Whether the policy's deduction is due on it: not where the shop need not pay for it. */
  deducts: boolean;
  /** True where the customer has to tell carrier and number, now or once it is sent. */
  asksForNumber: boolean;
  /** Where it is brought, or sent to by a carrier of the customer's own. */
  place: Place | null;
  packing: string[];
}

/** How goods may come back from a country. Never empty: where the shop offers nothing there, the customer chooses a carrier. */
export async function waysBack(tx: ShopTx, asked: WaysAsked): Promise<WayOffered[]> {
  const { value: ways } = await readSetting(tx, waysBackSetting);
  const { value: accounts } = await readSetting(tx, labelAccountsSetting);
  const words = wayWords(asked.locales);
  if (!asked.sends) return [offer({ kind: 'none', asked, words, ways })];
  const isOffered = (countries: readonly string[]) => countries.length === 0 || (asked.country !== null && countries.includes(asked.country));
  const { by, countries, qr } = ways.label;
  const hasLabel = by === 'hand' || (isLabelService(by) && accounts[by] !== null);
  const kinds: WayBackKind[] = [];
  // Who sends at their own expense needs no label of ours.
  if (hasLabel && asked.wayBack.amount !== null && isOffered(countries)) kinds.push(...(qr && isLabelService(by) ? (['qr', 'label'] as const) : (['label'] as const)));
  const places = ways.places.filter((place) => isOffered(place.countries)).map((place) => offer({ kind: place.kind, place, asked, words, ways }));
  if ((ways.own.offered && isOffered(ways.own.countries)) || (kinds.length === 0 && places.length === 0)) kinds.push('own_label');
  const to = kinds.includes('own_label') ? await addressOf(tx, asked.locationId ?? ways.locationId) : null;
  const sent = kinds.map((kind) => offer({ kind, ...(kind === 'own_label' && to ? { place: to } : {}), asked, words, ways }));
  return [...sent.filter(({ choice }) => choice.kind !== 'own_label'), ...places, ...sent.filter(({ choice }) => choice.kind === 'own_label')];
}

/** Where a shop takes returns, as Shopify last told it; null while that is not known. */
async function addressOf(tx: ShopTx, locationId: string | null): Promise<Place | null> {
  const { value: addresses } = await readSetting(tx, returnAddressesSetting);
  const found = addresses.find(({ id }) => id === locationId) ?? addresses.find(({ isFirst }) => isFirst) ?? addresses[0];
  return found ? { id: found.id, name: found.name, address: found.address, hours: '', url: '' } : null;
}

interface Offering {
  kind: WayBackKind;
  place?: Place;
  asked: WaysAsked;
  words: WayWords;
  ways: WaysBack;
}

function offer({ kind, place, asked: { wayBack, currency }, words: { t, locale }, ways }: Offering): WayOffered {
  const amount = wayBack.payer === 'customer' && kind !== 'own_label' && kind !== 'shop' && kind !== 'none' ? (wayBack.amount ?? 0) : 0;
  const about = kind === 'label' && ways.label.by === 'hand' ? t('way.label.later') : t(`way.${kind}.about`);
  return {
    choice: { kind, placeId: kind === 'own_label' ? null : (place?.id ?? null) },
    title: place && (kind === 'drop_off' || kind === 'shop') ? t(`way.${kind}.title`, { place: place.name }) : t(`way.${kind}.title`),
    about,
    cost: kind === 'own_label' ? t('cost.own') : amount > 0 ? t('cost.deducted', { amount: formatMoney({ minor: amount, currency }, locale) }) : t('cost.free'),
    deducts: amount > 0,
    asksForNumber: kind === 'own_label',
    place: place ? { id: place.id, name: place.name, address: place.address, hours: place.hours, url: place.url } : null,
    packing: packingFor(kind, ways, { t, locale }),
  };
}

/** How to pack for a way back: the shop's words in that language, else ours. */
export function packingFor(kind: WayBackKind, { packing }: Pick<WaysBack, 'packing'>, { t, locale }: WayWords): string[] {
  if (kind === 'none') return [];
  const own = packing[locale]?.split('\n').map((line) => line.trim()).filter((line) => line !== '') ?? [];
  if (own.length > 0) return own;
  const byPost = kind === 'label' ? [t('pack.labelOn')] : kind === 'qr' || kind === 'drop_off' ? [t('pack.labelCode')] : [];
  return [t('pack.carefully'), t('pack.slip'), ...byPost, ...(kind === 'shop' ? [] : [t('pack.receipt')])];
}

/** Whether a choice is one that is offered. */
export function isOfferedWay(offered: readonly WayOffered[], { kind, placeId }: Pick<WayBackChoice, 'kind' | 'placeId'>): boolean {
  return offered.some(({ choice }) => choice.kind === kind && choice.placeId === placeId);
}
