/** Points of a picture beside a line of a mail, twice for screens that show two for one. */
const side = 96;

/** The address of a product's picture cut to a square: mail programs that know no other way would squeeze it. Elsewhere than on Shopify's servers it stays. */
export function squarePicture(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  if (url.hostname !== 'cdn.shopify.com') return address;
  for (const [name, value] of [['width', side], ['height', side], ['crop', 'center']] as const) url.searchParams.set(name, String(value));
  return url.href;
}
