// The names HTML gives to Latin-1, in the order of their code points from 160 on.
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
const GREEK_CAPITALS = 'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi Chi Psi Omega';
const GREEK = 'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega';
const OTHERS =
  'amp=& lt=< gt=> quot=" apos=\' AMP=& LT=< GT=> QUOT=" COPY=© REG=® OElig=Œ oelig=œ Scaron=Š scaron=š Yuml=Ÿ fnof=ƒ circ=ˆ tilde=˜ ensp=\u2002 emsp=\u2003 thinsp=\u2009 zwnj=\u200c zwj=\u200d lrm=\u200e rlm=\u200f ndash=– mdash=— horbar=― lsquo=‘ rsquo=’ rsquor=’ sbquo=‚ ldquo=“ rdquo=” bdquo=„ dagger=† Dagger=‡ bull=• hellip=… permil=‰ prime=′ Prime=″ lsaquo=‹ rsaquo=› oline=‾ frasl=⁄ euro=€ trade=™ numero=№ larr=← uarr=↑ rarr=→ darr=↓ harr=↔ crarr=↵ rArr=⇒ lArr=⇐ hArr=⇔ forall=∀ part=∂ exist=∃ empty=∅ nabla=∇ isin=∈ ni=∋ prod=∏ sum=∑ minus=− lowast=∗ radic=√ infin=∞ cap=∩ cup=∪ int=∫ there4=∴ sim=∼ asymp=≈ ne=≠ equiv=≡ le=≤ ge=≥ sub=⊂ sup=⊃ loz=◊ spades=♠ clubs=♣ hearts=♥ diams=♦ check=✓ checkmark=✓ star=☆ starf=★ phone=☎ hyphen=‐ dash=‐ NewLine=\n Tab=\t excl=! num=# dollar=$ percnt=% lpar=( rpar=) ast=* plus=+ comma=, period=. sol=/ colon=: semi=; equals== quest=? commat=@ lsqb=[ lbrack=[ bsol=\\ rsqb=] rbrack=] lowbar=_ grave=` lbrace={ lcub={ vert=| verbar=| rbrace=} rcub=} abreve=ă Abreve=Ă aogon=ą Aogon=Ą cacute=ć Cacute=Ć ccaron=č Ccaron=Č dcaron=ď ecaron=ě Ecaron=Ě eogon=ę Eogon=Ę gbreve=ğ Gbreve=Ğ inodot=ı Idot=İ lstrok=ł Lstrok=Ł nacute=ń Nacute=Ń ncaron=ň odblac=ő Odblac=Ő rcaron=ř Rcaron=Ř sacute=ś Sacute=Ś scedil=ş Scedil=Ş tcaron=ť udblac=ű Udblac=Ű uring=ů Uring=Ů zacute=ź Zacute=Ź zcaron=ž Zcaron=Ž zdot=ż Zdot=Ż';

const named = new Map<string, string>();
for (const [index, name] of LATIN.split(' ').entries()) named.set(name, String.fromCharCode(160 + index));
for (const [index, name] of GREEK_CAPITALS.split(' ').entries()) named.set(name, String.fromCharCode(0x391 + index));
for (const [index, name] of GREEK.split(' ').entries()) named.set(name, String.fromCharCode(0x3b1 + index));
for (const pair of OTHERS.split(' ')) {
  const equals = pair.indexOf('=');
  named.set(pair.slice(0, equals), pair.slice(equals + 1));
}

const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function numbered(digits: string): string {
  const code = /^x/i.test(digits) ? parseInt(digits.slice(1), 16) : parseInt(digits, 10);
  if (code >= 0x80 && code <= 0x9f) return WINDOWS[code - 0x80] ?? '';
  if (Number.isNaN(code) || code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd';
  return String.fromCodePoint(code);
}

/** Text with its HTML entities read; what is none stays. */
export function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(x[0-9a-f]{1,8}|\d{1,9})|([a-z][a-z0-9]{1,30}));?/gi, (whole, digits: string | undefined, name: string | undefined) =>
    digits === undefined ? (named.get(name ?? '') ?? whole) : numbered(digits),
  );
}
