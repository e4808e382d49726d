/** `#rrggbb`, as merchants write colours. */
export const colourPattern = /^#[0-9a-f]{6}$/i;

/** What words need to be read, and what a button needs to be seen (WCAG 2.2, 1.4.3 and 1.4.11). */
export const readable = 4.5;
export const noticeable = 3;

/** How far two colours are apart in brightness: 1 for the same, 21 for black and white. */
export function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right);
  return (bright + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
