// How programs say that they answer for somebody.

/** A filter that keeps a mail back says what became of it; of nothing but the mail, as customers speak of parcels. */
const KEPT_BACK =
  /(?:your (?:original )?(?:e-?mail|message)(?: (?:attached|below|to|from|with|sent|entitled|regarding)\b[^.!?]{0,100})? (?:is|was|has been) (?:currently |being |temporarily ){0,2}(?:held|quarantined|put on hold)|the (?:e-?mail|message) you sent requires|(?:hold|release|deliver) your (?:original )?(?:e-?mail|message)|will (?:then )?receive your original (?:e-?mail|message)|you have attempted to contact|(?:ihre|deine) (?:e-?mail|nachricht)\b[^.!?]{0,80}\b(?:zurückgehalten|durchgestellt|(?:noch )?nicht zugestellt)|votre (?:message|e-?mail|courriel|mail)\b[^.!?]{0,80}(?:en attente|en quarantaine|retenu|pas encore été (?:remis|délivré))|(?:su|tu) (?:mensaje|correo)\b[^.!?]{0,80}(?:retenido|en espera|en cuarentena)|(?:suo|tuo) (?:messaggio|e-?mail)\b[^.!?]{0,80}(?:in attesa|trattenut|in quarantena)|(?:sua|seu) (?:mensagem|e-?mail)\b[^.!?]{0,80}(?:retid|aguardando|em quarentena)|(?:uw|je) (?:bericht|e-?mail)\b[^.!?]{0,80}(?:vastgehouden|in quarantaine|nog niet (?:bezorgd|afgeleverd)))/iu;

/** And what its sender has to do: nobody but a program asks for that. */
const PROVE_YOURSELF =
  /(?:(?:verify|prove|confirm|validate)\b.{0,40}\byou(?:.re| are) (?:a (?:real,? |live ){0,2}(?:human|person)|human|not (?:a |an )?(?:spam|robot|bot|machine|automated))|\baddress <?[^\s<>@]{1,64}@[^\s<>@]{1,200}>? has not (?:yet )?been (?:verified|confirmed)|list of approved senders|senders i have approved|\bauthori[sz]ation key\b|\breply\b.{0,60}\bwe will (?:release|deliver) it|(?:bestätigen|beweisen)\b.{0,80}(?:ein mensch|kein (?:spammer|roboter))|(?:confirmer|prouver|vérifier)\b.{0,80}(?:êtes (?:bien )?(?:un )?humain|pas un (?:robot|spammeur))|(?:confirm|verific|demostr|comprob)\w{0,12}\b.{0,80}(?:es (?:un )?humano|no es un (?:robot|spam))|(?:confermare|dimostrare|verificare)\b.{0,80}(?:essere (?:un )?uman|non (?:è|sei) un (?:robot|spam))|(?:confirm|verific|prov)\w{0,12}\b.{0,80}(?:é (?:um )?humano|não é um (?:robô|spam))|(?:bevestig|bewijs)\w{0,6}\b.{0,80}(?:een (?:echt )?mens|geen (?:spammer|robot)))/iu;

/** And by what: who asks for a human in anger shows no way. */
const WAY_TO_PROVE =
  /(?:https?:\/\/|\b(?:click|fill (?:out|in)|(?:simply|just) (?:reply|respond|send)|reply(?:ing)? (?:to|with)\b|requires that you\b|send an? (?:empty|blank) |leere (?:e-?mail|nachricht)\b|(?:this|the|following) link\b|link below|klick|cliqu|clic\b|klik|beantwoord|antworten sie auf|(?:diesen|folgenden) link|répond\w{0,4} à|respond\w{0,4} a\b|rispond\w{0,4} a\b))/iu;

/** Subjects by which such a filter knows the answer to its question. */
const QUESTION_SUBJECT = /\bverify#[\w-]{8,100}|^\s*please reply to release your\b/i;

/** What a help desk says before anybody there has read the mail, in its subject or with the number it gave. */
const ACKNOWLEDGING_SUBJECT =
  /(?:\byour (?:e-?mail|request|message|ticket|enquiry|inquiry)\b.{0,60}\b(?:was|has been) (?:received|created|opened|registered)|\b(?:request|ticket) (?:received|created)\b|\banfrage (?:erhalten|eingegangen)\b|\bdemande (?:bien )?reçue|\bsolicitud recibida|\brichiesta ricevuta|\b(?:verzoek|aanvraag) ontvangen|\bsolicitação recebida)/iu;
const ACKNOWLEDGING_TEXT =
  /\b(?:request|ticket|anfrage|demande|solicitud|richiesta|verzoek|aanvraag|solicitação) ?[(#]{1,2}\d{1,12}\)? .{0,40}\b(?:received|empfangen|erhalten|eingegangen|reçue|recibida|ricevuta|ontvangen|recebida)/iu;

const LONGEST_LOOK = 3_000;

const look = (text: string): string => text.slice(0, LONGEST_LOOK).replace(/\s+/g, ' ');

/** Whether a filter asks who wrote to prove that they are a person before it lets their mail through. */
export function asksForProof(subject: string, text: string): boolean {
  const said = look(text);
  return QUESTION_SUBJECT.test(subject) || (KEPT_BACK.test(said) && PROVE_YOURSELF.test(said) && WAY_TO_PROVE.test(said));
}

/** Whether a help desk only says that it has the mail. */
export function acknowledges(subject: string, text: string): boolean {
  return ACKNOWLEDGING_SUBJECT.test(subject) || ACKNOWLEDGING_TEXT.test(look(text));
}
