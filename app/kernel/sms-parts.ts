// GSM 03.38: what a text message can say in seven bits a sign; the second row takes two places.
const basic = '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const extension = '\f^{}\\[~]|€';
const width = new Map([...[...basic].map((sign) => [sign, 1] as const), ...[...extension].map((sign) => [sign, 2] as const)]);

/** How a text goes out: the signs of one part, alone and as one of several. */
const room = { 'GSM-7': { alone: 160, several: 153 }, 'UCS-2': { alone: 70, several: 67 } } as const;

/** A text message as the network counts and charges it. */
export interface SmsParts {
  encoding: keyof typeof room;
  /** Places it takes, in the unit of its encoding. */
  length: number;
  parts: number;
}

/** In how many parts a text leaves. One sign outside of the GSM alphabet puts all of it into UCS-2, of which a part holds less than half as much. */
export function smsParts(text: string): SmsParts {
  const signs = [...text];
  const encoding = signs.every((sign) => width.has(sign)) ? 'GSM-7' : 'UCS-2';
  const widths = signs.map((sign) => (encoding === 'GSM-7' ? (width.get(sign) ?? 1) : sign.length));
  const length = widths.reduce((sum, each) => sum + each, 0);
  const { alone, several } = room[encoding];
  return { encoding, length, parts: length <= alone ? 1 : partsOf(widths, several) };
}

/** Each sign that the GSM alphabet does not have, once. */
export function outsideGsm(text: string): string[] {
  return [...new Set(text)].filter((sign) => !width.has(sign));
}

/** A sign that takes two places is not torn apart. */
function partsOf(widths: readonly number[], most: number): number {
  let parts = 1;
  let taken = 0;
  for (const each of widths) {
    if (taken + each > most) {
      parts += 1;
      taken = 0;
    }
    taken += each;
  }
  return parts;
}

const plainer: Readonly<Record<string, string>> = { '’': "'", '‘': "'", '“': '"', '”': '"', '„': '"', '«': '"', '»': '"', '–': '-', '—': '-', '…': '...', '\u00a0': ' ', '\u2009': ' ', '\u202f': ' ', '\u200a': ' ' };

/** The text with typographic signs in their plain form where that brings it into the GSM alphabet and saves half of the parts; letters stay as they are. */
export function thriftySigns(text: string): string {
  const plain = text.replace(/[’‘“”„«»–—…\u00a0\u2009\u202f\u200a]/g, (sign) => plainer[sign] ?? sign);
  return smsParts(plain).encoding === 'GSM-7' ? plain : text;
}
