// Charsets that mail still carries and the platform's decoder refuses.

const HIGH = {
  cp437:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  cp850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  cp852:
    'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0',
} as const;

function codePage(bytes: Buffer, high: string): string {
  return bytes.toString('latin1').replace(/[\x80-\xff]/g, (char) => high[char.charCodeAt(0) - 128] ?? '\ufffd');
}

function utf7(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/\+([A-Za-z0-9+/]*)-?/g, (whole, coded: string) => {
    if (coded === '') return whole === '+-' ? '+' : whole;
    const units = Buffer.from(coded, 'base64');
    const even = units.subarray(0, units.length - (units.length % 2));
    return new TextDecoder('utf-16be').decode(even);
  });
}

function withHighBits(text: string, charset: string): string {
  const bytes = Buffer.from(text.replace(/[\r\n]/g, ''), 'latin1');
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = (bytes[at] ?? 0) | 0x80;
  return new TextDecoder(charset).decode(bytes);
}

function hz(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .split('~{')
    .map((piece, index) => {
      if (index === 0) return piece;
      const end = piece.indexOf('~}');
      return end < 0 ? withHighBits(piece, 'gbk') : withHighBits(piece.slice(0, end), 'gbk') + piece.slice(end + 2);
    })
    .join('')
    .replaceAll('~~', '~');
}

/** ISO-2022-KR and -CN: between SO and SI stand the two-byte characters without their high bits. */
function shifted(bytes: Buffer, charset: string): string {
  return bytes
    .toString('latin1')
    // oxlint-disable-next-line no-control-regex -- these are the escape sequences of the charset
    .replace(/\x1b\$[)*+][A-H]/g, '')
    .split('\x0e')
    .map((piece, index) => {
      if (index === 0) return piece;
      const [coded = '', ...plain] = piece.split('\x0f');
      return withHighBits(coded, charset) + plain.join('');
    })
    .join('');
}

const DECODERS: Record<string, (bytes: Buffer) => string> = {
  'utf-7': utf7,
  'unicode-1-1-utf-7': utf7,
  'hz-gb-2312': hz,
  'iso-2022-kr': (bytes) => shifted(bytes, 'euc-kr'),
  'iso-2022-cn': (bytes) => shifted(bytes, 'gbk'),
  'iso-2022-cn-ext': (bytes) => shifted(bytes, 'gbk'),
  cp437: (bytes) => codePage(bytes, HIGH.cp437),
  cp850: (bytes) => codePage(bytes, HIGH.cp850),
  cp858: (bytes) => codePage(bytes, HIGH.cp850.replace('ı', '€')),
  cp852: (bytes) => codePage(bytes, HIGH.cp852),
};

/** A decoder for a charset the platform does not know, or null. */
export function oldCharset(label: string): ((bytes: Buffer) => string) | null {
  const plain = label.replace(/^(?:ibm|cs(?:ibm|pc)|dos-?)-?(\d{3})$/, 'cp$1').replace(/^csiso2022(kr|cn)$/, 'iso-2022-$1').replace(/^utf7$/, 'utf-7');
  return Object.hasOwn(DECODERS, plain) ? (DECODERS[plain] ?? null) : null;
}
