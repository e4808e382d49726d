import { brandSetting, type BrandSettings } from './brand-setting.ts';
import { logoUrl } from './logo-file.ts';

/** How a mail looks, ready to be drawn. */
export interface Brand extends Omit<BrandSettings, 'logo'> {
  shopName: string;
  shopUrl: string | null;
  /** The width is known of pictures that we keep. */
  logo: { url: string; width: number | null; height: number } | null;
}

/** As much room as a logo gets in a mail. */
const room = { width: 220, height: 56 } as const;

/** The brand of a shop that set this. */
export function brandOf(shop: { name: string; primaryUrl: string }, { logo, ...settings }: BrandSettings): Brand {
  return { ...settings, shopName: shop.name, shopUrl: shop.primaryUrl, logo: logo && ('url' in logo ? { url: logo.url, width: null, height: 40 } : { url: logoUrl(shop, logo.file), ...fitted(logo) }) };
}

/** What mail wears that comes from no shop. */
export function plainBrand(name: string): Brand {
  return { ...brandSetting.initial, shopName: name, shopUrl: null, logo: null };
}

function fitted({ width, height }: { width: number; height: number }) {
  const scale = Math.min(1, room.width / width, room.height / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
