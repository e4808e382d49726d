import type { CustomerLocale } from '#app/kernel/locales.ts';
import { wholeWords } from './whole-words.ts';

const written: Record<CustomerLocale, readonly RegExp[]> = {
  en: [
    /\bread (?:the|our) (?:page|site|website|faq|policy|description)(?: yourself)?\b/i,
    /\b(?:i|we) (?:don[’']t|do not) know\b/i,
    /\btake it or leave it\b/i,
    /\b(?:that|this|it)(?:[’']s| is) not (?:my|our) (?:problem|fault|job)\b/i,
    /\bas i (?:already )?(?:said|told you)\b/i,
    /\bcalm down\b/i,
    /\byou should have\b/i,
  ],
  de: [
    /\blesen sie (?:doch )?(?:selbst|selber|bitte (?:selbst|selber))\b/i,
    /\bsteht (?:doch )?(?:alles )?auf (?:der|unserer) (?:seite|website|homepage)\b/i,
    /\b(?:das )?wei(?:ß|ss) ich (?:auch )?nicht\b/i,
    /\bwir wissen (?:es|das) (?:auch )?nicht\b/i,
    /\bdas ist nicht (?:mein|unser) (?:problem|fehler)\b/i,
    /\bwie (?:ich )?(?:bereits|schon) gesagt\b/i,
    /\bentweder so oder gar nicht\b|\bfriss oder stirb\b/i,
    /\bda kann man nichts machen\b/i,
  ],
  fr: [
    /\blisez (?:la page|le site|la description|vous-même)/i,
    /\b(?:je ne sais|nous ne savons) pas\b/i,
    /\bc['’]est à prendre ou à laisser\b/i,
    /\bce n['’]est pas (?:mon|notre) problème\b/i,
    /\bcalmez-vous\b/i,
    /\bcomme je (?:vous )?l['’]ai (?:déjà )?dit\b/i,
  ],
  es: [
    /\b(?:lea|lee|léalo) (?:usted mismo|la página|tú mismo|la descripción)/i,
    /\bno (?:lo )?(?:sé|sabemos)(?![\p{L}])/iu,
    /\b(?:lo toma o lo deja|lo tomas o lo dejas)\b/i,
    /\bno es (?:mi|nuestro) problema\b/i,
    /\bcálm(?:ese|ate)\b/i,
    /\bcomo (?:ya )?(?:le|te) (?:dije|he dicho)\b/i,
  ],
  'pt-PT': [
    /\bleia (?:a página|você mesmo|o site|a descrição)/i,
    /\bnão (?:sei|sabemos)\b/i,
    /\bé pegar ou largar\b/i,
    /\bnão é (?:o )?(?:meu|nosso) problema\b/i,
    /\bacalme-se\b/i,
    /\bcomo (?:já )?(?:lhe )?disse\b/i,
  ],
  'zh-CN': [/自己(?:去)?看(?:页面|网页|详情|说明)?/, /(?:我|我们)?不知道/, /爱(?:要|买)不(?:要|买)/, /不(?:是|关)(?:我|我们)的(?:问题|事)/, /(?:我)?(?:已经|早就)说过了/, /你应该早/],
  ja: [/(?:ページ|サイト|説明)を(?:ご自分で|自分で)?(?:読んで|見て)ください/, /(?:わかりません|分かりません|知りません)(?!か)/, /嫌なら(?:結構|いい|買わないで)/, /(?:弊社|当店|私)の(?:問題|責任)では(?:ありません|ない)/, /(?:先ほども|何度も)(?:申し上げ|言い)ました/],
};

/** Words that send a customer away, by language. Merchants add their own. */
export const forbiddenPhrases: Record<CustomerLocale, readonly RegExp[]> = {
  en: written.en.map(wholeWords), 'zh-CN': written['zh-CN'].map(wholeWords), de: written.de.map(wholeWords), fr: written.fr.map(wholeWords), es: written.es.map(wholeWords), ja: written.ja.map(wholeWords), 'pt-PT': written['pt-PT'].map(wholeWords),
};
