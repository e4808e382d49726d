import { fold } from '#app/kernel/text.ts';

/** Words that one language uses all the time and the others do not. */
const words: Record<string, ReadonlySet<string>> = Object.fromEntries(
  Object.entries({
    en: 'the and you your have is are was were not my order please with this that would could received thanks thank hello been when where what from',
    de: 'der die das und ich nicht ist sie ihre mein meine habe haben wurde bestellung bitte mit fur auf noch wann danke hallo guten ein eine einen sehr geehrte leider',
    fr: 'le les des une est vous votre je mon ma pas avec pour sur bonjour merci commande que qui dans ete recu colis ai nous cordialement',
    es: 'el los las una es que mi su por para con pedido hola gracias no esta he recibido cuando donde buenos dias pero tengo saludos',
    'pt-PT': 'o os as um uma que meu minha nao com por para pedido ola obrigado obrigada encomenda voce esta quando onde recebi tenho cumprimentos bom dia',
    it: 'il lo gli una che mio mia non con per ordine grazie ciao buongiorno sono ho ricevuto quando dove cordiali saluti della',
    nl: 'de het een en ik niet mijn bestelling met voor op is bedankt hallo wanneer waar heb ontvangen graag groet dank geen',
    pl: 'nie jest moje zamowienie prosze dziekuje dzien dobry kiedy gdzie paczka mam sie na do czy oraz pozdrawiam',
    sv: 'och jag inte min mitt bestallning med for pa tack hej nar var har fatt ar det en ett halsningar',
  }).map(([locale, list]) => [locale, new Set(list.split(' '))]),
);
const enough = 2;

/** The language a text is written in, as far as its script or its commonest words show; null where they do not. */
export function guessLocale(text: string): string | null {
  const sample = text.slice(0, 4_000);
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  const han = count(/\p{Script=Han}/gu);
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const hangul = count(/\p{Script=Hangul}/gu);
  const cyrillic = count(/\p{Script=Cyrillic}/gu);
  const latin = count(/\p{Script=Latin}/gu);
  // A sign of these says about as much as a word of letters.
  if ((han + kana + hangul) * 4 > latin && han + kana + hangul >= enough) return hangul > han + kana ? 'ko' : kana * 10 > han ? 'ja' : 'zh-CN';
  if (cyrillic > latin) return /[іїєґ]/i.test(sample) ? 'uk' : 'ru';
  return byWords(sample);
}

function byWords(sample: string): string | null {
  const found = fold(sample).match(/\p{L}+/gu) ?? [];
  const ranked = Object.entries(words)
    .map(([locale, known]) => ({ locale, hits: found.filter((word) => known.has(word)).length }))
    .sort((one, other) => other.hits - one.hits);
  const [first, next] = ranked;
  return first && first.hits >= enough && first.hits > (next?.hits ?? 0) ? first.locale : null;
}
