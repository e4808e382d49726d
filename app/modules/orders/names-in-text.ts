const longest = 20_000;
const most = 60;
const longestNumber = 40;

/** What stands before the number of an order, in the languages customers write. */
const before = /(?:#|№|\bn[or°º]\.?|\bnum(?:ber|mer|ero)?\.?|order|bestell(?:ung|nummer)|auftrag|commande|pedido|encomenda|订单号?|訂單|注文(?:番号)?|订单编号|ordine|bestelling)[\s:：.#-]{0,6}(?:nr|no|nummer|number|n°|号|番号|是|is|:|：)?[\s:：.#-]{0,4}$/iu;

/** The names of orders that a text may mean; `surely` where it says that it means an order. `latest` is a name of the shop's own, for its prefix and suffix. */
export function namesInText(text: string, latest: string | null): Map<string, 'surely' | 'maybe'> {
  const names = new Map<string, 'surely' | 'maybe'>();
  const put = (name: string, how: 'surely' | 'maybe') => names.set(name, names.get(name) === 'surely' ? 'surely' : how);
  const plain = text.slice(0, longest).normalize('NFKC');
  const [, prefix = '', suffix = ''] = (latest === null ? null : /^(\D*)\d+(\D*)$/.exec(latest)) ?? [];
  const isOwnStyle = prefix.replace(/[#\s]/g, '') !== '' || suffix.trim() !== '';
  let seen = 0;
  for (const found of plain.matchAll(/(?<!\d)\d{3,12}(?!\d)/g)) {
    if ((seen += 1) > most) break;
    const [digits] = found;
    const ahead = plain.slice(Math.max(0, found.index - 40), found.index);
    const written = plain.slice(Math.max(0, found.index - prefix.length), found.index + digits.length + suffix.length);
    const whole = `${prefix}${digits}${suffix}`;
    const how = before.test(ahead) || (isOwnStyle && written.toLowerCase() === whole.toLowerCase()) ? 'surely' : 'maybe';
    for (const name of [digits, `#${digits}`, whole]) put(name, how);
  }
  return names;
}

/** What may be tracking numbers in a text, bare: long ones, and those that are written in groups. */
export function numbersInText(text: string): string[] {
  const words = text.slice(0, longest).normalize('NFKC').toUpperCase().match(/[A-Z0-9]+(?:-[A-Z0-9]+)*|[^A-Z0-9\s]+/g) ?? [];
  const found = new Set<string>();
  for (let from = 0; from < words.length && found.size < most; from += 1) {
    let bare = '';
    // Each group has a figure: what follows a number in a sentence is no part of it.
    for (let to = from; /\d/.test(words[to] ?? '') && bare.length <= longestNumber; to += 1) {
      bare += (words[to] ?? '').replaceAll('-', '');
      if (bare.length >= 8 && bare.length <= longestNumber && (bare.match(/\d/g)?.length ?? 0) >= 6) found.add(bare);
    }
  }
  return [...found].slice(0, most);
}
