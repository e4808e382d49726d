import { isAscii, isUtf8 } from 'node:buffer';
import { oldCharset } from './old-charsets.ts';

const decoders = new Map<string, TextDecoder | null>();

function decoder(label: string): TextDecoder | null {
  const known = decoders.get(label);
  if (known !== undefined) return known;
  let made: TextDecoder | null = null;
  try {
    made = new TextDecoder(label);
  } catch {
    // Not a charset the platform has.
  }
  // Labels come from strangers: only those that mean something are kept.
  if (made !== null) decoders.set(label, made);
  return made;
}

const SAME: Record<string, string> = {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  cp936: 'gb18030',
  ms936: 'gb18030',
  'windows-936': 'gb18030',
  'euc-cn': 'gb18030',
  cp932: 'shift_jis',
  'windows-932': 'shift_jis',
  cp949: 'euc-kr',
  ms949: 'euc-kr',
  uhc: 'euc-kr',
  'ks_c_5601': 'euc-kr',
  cp950: 'big5',
  'windows-950': 'big5',
  'iso-2022-jp-1': 'iso-2022-jp',
  'iso-2022-jp-2': 'iso-2022-jp',
  'iso-2022-jp-3': 'iso-2022-jp',
  'iso-2022-jp-ms': 'iso-2022-jp',
  cp50220: 'iso-2022-jp',
  cp50221: 'iso-2022-jp',
  'tis620': 'windows-874',
  cp874: 'windows-874',
  utf8mb4: 'utf-8',
  'utf-8n': 'utf-8',
  ansi: 'windows-1252',
  'iso-8859-8-e': 'iso-8859-8',
};

const NOTHING_SAID = /^(?:|us-?ascii|ascii|ansi_x3\.4-1968|7bit|8bit|binary|unknown|unknown-8bit|x-unknown|default.*|_iso-2022-jp\$esc|null|none|charset|utf-?8.+)$/;
const LATIN = /^(?:windows-1252|cp-?1252|iso[-_]?8859[-_]?15?|latin-?[19]|l1)$/;

function labelled(bytes: Buffer, label: string): string | null {
  const old = oldCharset(label);
  if (old !== null) return old(bytes);
  const plain = label.replace(/^x-(?:ms-)?(?=cp|gbk|big5|euc|sjis|windows)/, '').replace(/^win-?(12\d\d)$/, 'windows-$1').replace(/^(?:cp|ms|windows)[-_]?(12\d\d|874)$/, 'windows-$1');
  const name = SAME[plain] ?? plain;
  return (decoder(name) ?? decoder(name.replace(/^iso8859/, 'iso-8859').replace(/[\s_]/g, '-')))?.decode(bytes) ?? null;
}

function share(text: string, wanted: RegExp): number {
  let high = 0;
  let good = 0;
  for (const char of text) {
    if (char < '\x80') continue;
    high += 1;
    if (wanted.test(char)) good += 1;
  }
  return high === 0 ? 0 : good / high;
}

const SAMPLE = 20_000;
// oxlint-disable-next-line no-control-regex -- these are what no text holds
const CONTROLS = /[\x00-\x08\x0e-\x1f]/;
// What ordinary text of a charset consists of: first-level characters, kana, syllables, letters.
const CANDIDATES: { label: string; usual: RegExp; enough: number; dense: boolean }[] = [
  { label: 'euc-jp', usual: /[\u3040-\u30ff]/, enough: 0.3, dense: false },
  { label: 'shift_jis', usual: /[\u3040-\u30ff]/, enough: 0.3, dense: false },
  { label: 'gb18030', usual: /[的一是不了在人有我他这中大来上国个到说们为子和你地出会也时要就可以下得对生能自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应向头文体政美相见被利什二等产新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克干排满西增则完格思传望族群底达林您请谢订单货退款收发快递，。？！、：；（）“”《》]/, enough: 0.45, dense: false },
  { label: 'big5', usual: /[的一是不了在人有我他這中大來上國個到說們為子和你地出會也時要就可以下得對生能自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日您請謝訂單貨退款收快遞，。？！、：；（）「」]/, enough: 0.35, dense: false },
  { label: 'euc-kr', usual: /[이다는을가에의고하은지를한로도기사해서시어나니요습인아자정주리그수일문세합드대배송품반환불안녕감]/, enough: 0.35, dense: false },
  { label: 'windows-1251', usual: /[а-яё]/, enough: 0.75, dense: true },
  { label: 'koi8-r', usual: /[а-яё]/, enough: 0.75, dense: true },
];

/** Whether most letters lie outside ASCII, from the first that does to the last: so it is with Cyrillic, while Latin has an accent here and there. */
function isDense(bytes: Buffer): boolean {
  let high = 0;
  let letters = 0;
  let since = 0;
  for (const byte of bytes) {
    if (byte >= 0x80) {
      if (high > 0) letters += since;
      high += 1;
      since = 0;
    } else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) since += 1;
  }
  return high > letters && high > 3;
}

/** Whether bytes outside ASCII come in pairs only, as in the charsets of China, Japan and Korea. */
function isPaired(bytes: Buffer): boolean {
  let run = 0;
  for (const byte of bytes) {
    if (byte >= 0x80) run += 1;
    else {
      if (run % 2 === 1) return false;
      run = 0;
    }
  }
  return true;
}

function guessed(bytes: Buffer, hint: string | null): string {
  if (bytes.length > 1 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))) {
    return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  }
  if (isAscii(bytes)) return ['\x1b$@', '\x1b$B', '\x1b(J'].some((escape) => bytes.includes(escape)) ? (labelled(bytes, 'iso-2022-jp') ?? '') : bytes.toString('latin1');
  if (isUtf8(bytes)) return decoder('utf-8')?.decode(bytes) ?? bytes.toString('utf8');
  if (hint !== null) {
    const hinted = labelled(bytes, hint);
    if (hinted !== null && !hinted.includes('\ufffd')) return hinted;
  }
  const sample = bytes.subarray(0, SAMPLE);
  const dense = isDense(sample);
  for (const { label, usual, enough, dense: needed } of CANDIDATES) {
    if (needed && !dense) continue;
    const text = labelled(sample, label);
    if (text === null) continue;
    // The sample may end in the middle of a character.
    const broken = text.slice(0, -2).includes('\ufffd');
    if (!broken && share(text, usual) >= enough) return labelled(bytes, label) ?? '';
  }
  const utf8 = decoder('utf-8')?.decode(bytes) ?? '';
  const chinese = dense && isPaired(sample) ? labelled(sample, 'gb18030') : null;
  if (chinese !== null && !chinese.slice(0, -2).includes('\ufffd') && /^[^\ue000-\uf8ff]*$/.test(chinese)) return labelled(bytes, 'gb18030') ?? '';
  // One damaged letter in a text of thousands does not make it Latin-1, and what holds control characters is no text in it either.
  if (share(utf8.slice(0, SAMPLE), /[^\ufffd]/) > 0.9 || CONTROLS.test(sample.toString('latin1'))) return utf8;
  return labelled(bytes, 'windows-1252') ?? bytes.toString('latin1');
}

const ENOUGH_TO_TELL = 8;

/** Whether bytes with another label are UTF-8 all the same: the label fails, or so many letters come out right that it is no chance. */
function isUtf8AfterAll(bytes: Buffer, told: string | null): boolean {
  if (isAscii(bytes) || !isUtf8(bytes)) return false;
  if (told?.includes('\ufffd') === true) return true;
  let chances = 0;
  // A letter of three bytes is right by chance far more seldom than one of two.
  for (const byte of bytes) if (byte >= 0xc0) chances += byte >= 0xe0 ? 3 : 1;
  return chances >= ENOUGH_TO_TELL;
}

/** The text of some bytes: by their label where it can be right, else by what they look like; never throws. */
export function decodeText(bytes: Buffer, label: string | null, hint: string | null = null): string {
  const wanted = (label ?? '').trim().toLowerCase().replace(/^["']|["';]+$/g, '').replace(/\*.*$/, '');
  const said = NOTHING_SAID.test(wanted) ? '' : wanted;
  // Much mail calls itself Latin-1 and is UTF-8; the other way round is no valid UTF-8.
  if (said === '' || (LATIN.test(said) && isUtf8(bytes))) return guessed(bytes, hint);
  if (/^utf-?8$/.test(said)) return isUtf8(bytes) ? (decoder('utf-8')?.decode(bytes) ?? '') : guessed(bytes, hint);
  const told = labelled(bytes, said);
  return told === null || isUtf8AfterAll(bytes, told) ? guessed(bytes, hint) : told;
}
