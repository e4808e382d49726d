const MAIL = 'e-?mail|mail|message|nachricht|courriel|correo|mensaje|messaggio|bericht';
const FIRST = new RegExp(
  `^[^\\p{L}]{0,12}(?:caution|warning|attention|achtung|vorsicht|external|extern|avertissement|precaución|atención|attenzione|let op)(?!\\p{L})(?:[^.!?]{0,60}?(?:${MAIL})[^.!?]{0,40}?\\b(?:originated|comes|came|sent|was received|from|von|wurde|provient|procede|proviene|afkomstig)\\b[^.!?]{0,40}\\b(?:outside|external|extern|externe|außerhalb|extérieur|externo|esterno|esterna|buiten)|[^\\p{L}]{1,4}(?:external|extern[ea]?) (?:${MAIL}|sender|absender)[^\\p{L}]|[ -](?:${MAIL}|sender)[^\\p{L}]*$)|^[^\\p{L}]{0,3}(?:external|extern[ea]?)(?: (?:${MAIL}|sender|absender))?[^\\p{L}]{2,4}(?:(?:please )?(?:do not|don.t) (?:click|open|reply)|(?:bitte )?(?:klicken|öffnen) sie|ne cliquez|no haga|non cliccare|klik niet)(?!\\p{L})|^[^\\p{L}]{0,12}внимание.{0,40}(?:письм|сообщени).{0,40}(?:отправлен|получен|поступил|пришл).{0,40}внешн`,
  'iu',
);
// What such a warning goes on with: a sentence that its line broke, or what one is not to do.
const GOES_ON =
  /click|links?(?![\p{L}])|attachment|sender|recogni[sz]e|suspicious|phishing|report|klick|anhäng|absender|verdächtig|clique|pièces? jointes?|expéditeur|enlace|adjunto|remitente|allegat|mittente|bijlage|afzender|ссылк|вложени|подозрит/iu;
const FORBIDS =
  /^\P{L}{0,6}(?:(?:please )?do not|(?:please )?don.t|never|be (?:careful|cautious)|exercise caution|unless you|if you (?:do not|don.t|suspect|are not|are unsure|did not|have any)|(?:bitte )?(?:klicken|öffnen) sie|ne cliquez|n.ouvrez|no (?:haga|abra)|non (?:cliccare|aprire)|klik niet|open geen|не (?:переходите|открывайте)|будьте|если (?:считаете|вы не))(?!\p{L})/iu;
const ENOUGH_TO_BREAK = 40;
const LONGEST_LINE = 400;
const MOST_LINES = 4;

/** From where to where a text begins with the warning that a mail server sets above what comes from elsewhere; nobody wrote it. */
export function banner(texts: string[]): [number, number] {
  const line = (at: number): string => (texts[at] ?? '').slice(0, LONGEST_LINE);
  const at = Math.max(0, texts.findIndex((text) => text.trim() !== ''));
  if (!FIRST.test(line(at))) return [0, 0];
  let end = at + 1;
  const goesOn = (next: number): boolean => GOES_ON.test(line(next)) && (FORBIDS.test(line(next)) || (line(next - 1).length >= ENOUGH_TO_BREAK && !/[.!?\])]\s*$/.test(line(next - 1))));
  while (end < texts.length && end - at < MOST_LINES && goesOn(end)) end += 1;
  return texts.slice(end).some((text) => text.trim() !== '') ? [at, end] : [0, 0];
}
