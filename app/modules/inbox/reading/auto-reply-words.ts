// How programs say that they answer for somebody.

/** What a help desk says before anybody there has read the mail, in its subject or with the number it gave. */
const ACKNOWLEDGING_SUBJECT =
  /(?:\byour (?:e-?mail|request|message|ticket|enquiry|inquiry)\b.{0,60}\b(?:was|has been) (?:received|created|opened|registered)|\b(?:request|ticket) (?:received|created)\b|\banfrage (?:erhalten|eingegangen)\b|\bdemande (?:bien )?reçue|\bsolicitud recibida|\brichiesta ricevuta|\b(?:verzoek|aanvraag) ontvangen|\bsolicitação recebida)/iu;
const ACKNOWLEDGING_TEXT =
  /\b(?:request|ticket|anfrage|demande|solicitud|richiesta|verzoek|aanvraag|solicitação) ?[(#]{1,2}\d{1,12}\)? .{0,40}\b(?:received|empfangen|erhalten|eingegangen|reçue|recibida|ricevuta|ontvangen|recebida)/iu;

const LONGEST_LOOK = 3_000;

const look = (text: string): string => text.slice(0, LONGEST_LOOK).replace(/\s+/g, ' ');

/** Whether a help desk only says that it has the mail. */
export function acknowledges(subject: string, text: string): boolean {
  return ACKNOWLEDGING_SUBJECT.test(subject) || ACKNOWLEDGING_TEXT.test(look(text));
}
