import type { Words } from '../concepts.ts';

const party = '(?:empfanger(?:in|s)?|kunden?|adressat(?:en)?)';
const sender = '(?:absender|versender|handler|verkaufer|auftraggeber)';
const counter = '(?:packstation|paket ?-?shop|paketshop|filiale|postfiliale|abholstation|abholort|abholstelle|abholpunkt|paketstation|postagentur|post ?-?stelle|shop\\b|access point|servicepoint|partner-?filiale|paketbox|locker)';
const goods = '(?:sendung|paket|packchen|lieferung|packstuck|ware)';
const betweenHands = '(?:transporteur|transportunternehmen|transportpartner|frachtfue?hrer|spedit(?:eur|ion)|versanddienst\\w*|paketdienst\\w*|zustelldienst|zustellpartner|kurierdienst|kurier\\b|logistikpartner|fluggesellschaft|airline|zoll(?:amt|stelle|behorde)?\\b|\\w*depot\\b|zustellbasis|(?:paket|brief|fracht|verteil|logistik|sortier|umschlag)zentrum|hub\\b|flughafen)';

/** German, with umlauts folded or written out. */
export const german: Words = {
  ignored: [
    '(?:sonst|ansonsten|andernfalls|bevor|falls|wenn)\\b[^.;]*\\b(?:zurue?ck\\w*|retour\\w*)[^.;]*',
    'noch nicht (?:zugestellt|abholbereit|verzollt|ausgeliefert)',
    '(?:keine?n?|nicht|ohne) (?:beschadigung|beschadigt|verspatung|verloren|abweichung)\\w*',
    '(?:adresse|anschrift) (?:wurde )?(?:korrigiert|berichtigt|aktualisiert|erganzt)',
  ],
  upcoming: [
    '(?:wird|werden|soll|sollte) (?!derzeit|gerade|zurzeit|heute|nicht)(?:[^.;]{0,60} )?(?:zugestellt|ausgeliefert|geliefert|zustellen|eintreffen)(?: werden)?(?! an den absender)',
    '(?:voraussichtliche|geplante|erwartete)\\w* (?:zustellung|lieferung|lieferdatum)|zustellung (?:ist )?(?:geplant|voraussichtlich|erwartet)',
    `(?:wird|werden|soll|sollen) (?:[^.;,]{0,60} )?${counter}(?: [^.;,]{0,20})? gebracht(?: werden)?`,
  ],
  aside: ['(?:sms|e-?mail|benachrichtigung|nachricht) (?:wurde )?(?:versandt|versendet|verschickt|gesendet)|keine (?:sendungs)?(?:daten|informationen)|nicht gefunden'],
  announced: [
    'elektronisch (?:angekue?ndigt|ue?bermittelt|avisiert|erfasst)|angekue?ndigt|vorangekue?ndigt|avisier',
    `(?:auftrags|sendungs|paket|bestell)?daten\\b[^.;]{0,60}(?:ue?bermittelt|eingegangen|erhalten|empfangen|erfasst)`,
    `noch nicht (?:an \\w+ )?(?:ue?bergeben|eingetroffen|erhalten|eingegangen|bei \\w+ eingegangen)`,
    `(?:etikett|versandlabel|label|paketschein|versandetikett|versandmarke|paketmarke) (?:wurde )?(?:erstellt|gedruckt|erzeugt|gekauft)`,
    `vom ${sender} (?:[^.;]{0,40})(?:vorbereitet|angekue?ndigt)|wird (?:vom \\w+ )?(?:zum versand )?vorbereitet|${sender} bereitet|auftrag (?:wurde )?(?:erfasst|erteilt|angelegt)|abholung (?:wurde )?(?:beauftragt|geplant)`,
  ],
  voided: ['(?:etikett|label|paketschein|versandetikett|sendung|auftrag) (?:wurde )?(?:storniert|annulliert)|storniert|stornierung'],
  returned: [
    `(?:zurue?ck|ruck|rueck|retour)[^.;]{0,30}(?:an (?:den |die )?|zum |zur )${sender}|an (?:den |die )?${sender} (?:zurue?ck|retour|ubergeben)|zum ${sender}|an den ${sender} zugestellt`,
    '(?:zurue?ck(?:ge)?(?:sandt|sendet|schickt|geschickt|gesandt|gesendet|geht)|rue?cksendung|retoure\\b|rue?ckversand|rue?cktransport|rue?cklauf|retourniert|rue?ckfue?hrung|zurue?ckgewiesen an)',
  ],
  collected: [
    `(?<!nicht )(?:vom|durch den|von dem) ${party}[^.;]{0,40}abgeholt|${party} (?:hat|haben)[^.;]{0,60}abgeholt|in der (?:filiale|packstation)[^.;]{0,20}abgeholt|(?:aus|von) (?:der|dem) ${counter}[^.;]{0,20}abgeholt`,
  ],
  ready: [
    '(?:zur |fue?r die )?(?:abholung|selbstabholung) (?:bereit|verfue?gbar|hinterlegt|bereitgestellt)|abholbereit|(?:liegt|steht|wartet|bereit|befindet sich)\\b[^.;]{0,60}(?:zur abholung|abgeholt werden|abholbereit)|zur abholung',
    '(?:kann|konnen|koennen)\\b[^.;]{0,50}(?:abgeholt werden|abholen)|hinterlegt\\b|wartet auf (?:ihre )?abholung',
  ],
  tried: [
    'zustellversuch|auslieferungsversuch|lieferversuch|benachrichtigungskarte|benachrichtigungsschein|(?:karte|benachrichtigung) hinterlassen|benachrichtigt\\b|versuchte zustellung|nicht angetroffen|angetroffen|zweite zustellung',
  ],
  undelivered: [
    '(?:nicht|nicht erfolgreich|konnte nicht|kann nicht|konnten wir\\b[^.;]{0,30} nicht)\\b[^.;,]{0,60}(?:zugestellt|ausgeliefert|zustellbar|geliefert|zustellen|ue?bergeben)|unzustellbar|nicht zustellbar|keine zustellung',
    '(?:zustellung|auslieferung|lieferung)\\b[^.;,]{0,40}\\b(?:nicht (?:moglich|moeglich|erfolgreich|erfolgt|durchfue?hrbar)|fehlgeschlagen|gescheitert|erfolglos|gestoppt|unmoglich)|erfolglose zustellung|fehlgeschlagene zustellung|zustellhindernis',
  ],
  handed_on: [
    `(?:an|in|im|beim?|zum|zur|dem|der) (?:(?:den|die|das|dem|der|einen?|eine[mr]|unseren?|unsere[mr]|lokalen?|ortlichen|zustandigen|nachsten) )*${betweenHands}[^.;]{0,30}(?<!\\p{L})(?:zugestellt|ausgeliefert|geliefert|abgegeben|ue?bergeben)`,
    `(?:zugestellt|ausgeliefert|geliefert|abgegeben|ue?bergeben) (?:an|in|im|beim?|zum|zur) (?:(?:den|die|das|dem|der|einen?|eine[mr]|lokalen?|ortlichen|zustandigen|nachsten) )*${betweenHands}`,
  ],
  dropped: [
    `(?:an|in|im|bei|zur|zum) (?:die |der |den |dem |einen? |einer |einem |ihrer |ihrem |gewue?nschten? |nachsten? |nachstgelegenen? |dhl |dpd |gls |hermes |ups )*${counter}[^.;]{0,30}(?<!\\p{L})(?:zugestellt|geliefert|abgegeben|eingetroffen|ue?bergeben|eingeliefert fue?r|gebracht|hinterlegt)`,
    `(?:zugestellt|geliefert|abgegeben|ue?bergeben) (?:an|in|im) (?:die |der |den |dem |einen? |einer |einem )*(?:dhl |dpd |gls |hermes |ups )?${counter}`,
  ],
  delivered: [
    `zugestellt|ausgeliefert|geliefert\\b|zustellung (?:ist |war )?(?:erfolgt|erfolgreich)|erfolgreiche? zustellung|erfolgreich ue?bergeben|(?:an|dem|den) (?:den |die |einen |eine )?(?:${party}|nachbar\\w*|mitbewohner|hausbewohner|empfangsbevollmachtigte\\w*)[^.;]{0,20}(?:ue?bergeben|abgegeben|zugestellt)`,
    'beim nachbarn? abgegeben|abgestellt|in den briefkasten|ablageort|abgegeben\\b|empfangen von|angenommen von',
  ],
  out: [
    'in (?:der )?zustellung|in auslieferung|zustellfahrzeug|auslieferungsfahrzeug|lieferfahrzeug|(?:dem|den) (?:zusteller|fahrer|kurier) ue?bergeben|(?:beim|mit dem) (?:zusteller|fahrer|kurier)|auf dem weg zu ihnen|wird (?:derzeit|gerade|heute|zurzeit)[^.;]{0,30}(?:zugestellt|ausgeliefert)|zustelltour|auf tour|auf dem weg zum empfanger|zusteller unterwegs|heute zugestellt',
  ],
  refused: ['(?:annahme|zustellung|abnahme)(?: wurde)?(?: \\w+){0,3} (?:verweiger\\w*|abgelehnt)|annahmeverweigerung|verweigert|abgelehnt|nicht angenommen'],
  damaged: ['beschadig|defekt|zerbrochen|bruch\\b'],
  lost: [`verloren|verlust|vermisst|nicht (?:auffindbar|auffinden)|nachforschung|gestohlen|diebstahl|abhanden|unauffindbar`],
  unclaimed: ['nicht (?:fristgerecht |rechtzeitig |innerhalb [^.;]{0,40} )?abgeholt|nicht abgefordert|(?:lager|abhol|aufbewahrungs)frist\\b[^.;]{0,20}(?:abgelaufen|ue?berschritten|verstrichen)|nichtabholung'],
  payment: ['(?:zoll|einfuhr|abgaben|steuern?|gebue?hr(?:en)?|nachnahme|porto|nachentgelt|betrag|umsatzsteuer)\\w*\\b[^.;]{0,40}\\b(?:zu zahlen|zahlen|gezahlt|fallig|bezahlt werden|offen|zahlung|nicht bezahlt|beglichen)|zahlung (?:erforderlich|ausstehend|offen|steht aus)|wartet auf zahlung|unterfrankiert|unzureichend frankiert|geldbetrag nicht'],
  address: [
    '(?:adresse|anschrift|hausnummer|postleitzahl|plz|adressdaten|adressangaben?|empfangeradresse)\\w*\\b[^.;]{0,40}(?:falsch|unvollstandig|unbekannt|fehlerhaft|nicht (?:gefunden|korrekt|ermittelt|auffindbar|lesbar|zuganglich|vollstandig)|fehlt|unleserlich|ungenue?gend|unzureichend|klar|prue?f|ermittel|unrichtig|inkorrekt)',
    '(?:falsche|unvollstandige|unbekannte|fehlerhafte|fehlende|ungue?ltige|unzureichende|unleserliche)\\w* (?:\\w+ )?(?:adresse|anschrift|hausnummer|adressangabe|postleitzahl|plz|empfangeradresse)',
    `${party} (?:ist )?(?:\\w+ )?(?:unbekannt|verzogen|nicht zu ermitteln|nicht ermittelbar)|(?:unbekannt )?verzogen|nicht zu ermitteln|kein zugang|nicht zuganglich|adressklarung`,
  ],
  security: ['verboten|beschlagnahm|gefahrgut|sicherheits(?:prue?fung|kontrolle|grue?nde|risiko)|unzulassige ware|polizei|ausgeschlossene gue?ter'],
  customs_held: [
    'zoll\\w*[^.;]{0,60}(?:festgehalten|angehalten|zurue?ckgehalten|einbehalten|verzoger\\w*|fehlen\\w*|fehlt|beanstandet|nicht (?:moglich|freigegeben|abgeschlossen)|gestoppt|aufgehalten|ablehn|unvollstandig|problem)',
    '(?:festgehalten|angehalten|zurue?ckgehalten|verzogerung|verzogert|problem|fehlende)\\b[^.;]{0,40}(?:zoll|verzollung)|(?:handelsrechnung|zollunterlagen|unterlagen|dokumente|papiere)[^.;]{0,25}(?:fehlen|fehlt|erforderlich|benotigt|unvollstandig)|fehlende (?:zoll)?(?:unterlagen|papiere|dokumente|rechnung)',
  ],
  cleared: ['(?:zoll\\w*|verzollung|einfuhr\\w*|ausfuhr\\w*)[^.;]{0,40}(?:abgeschlossen|freigegeben|erfolgt|beendet|abgefertigt|verlassen|freigabe|erledigt)|verzollt|vom zoll freigegeben|zollfrei(?:gabe|gegeben)'],
  customs: ['zoll|verzollung|einfuhrabfertigung|ausfuhrabfertigung'],
  not_home: [
    `(?:nicht|niemand|niemanden|nicht personlich) (?:\\w+ )?(?:angetroffen|zu ?hause|anwesend|erreichbar|da\\b|erreicht|anzutreffen)|${party} (?:war |ist )?(?:\\w+ )?(?:abwesend|nicht (?:da|anwesend|zu ?hause))|abwesen|benachrichtigungskarte|benachrichtigungsschein`,
    '(?:geschaft|firma|betrieb|bue?ro|unternehmen|filiale|empfanger|paketshop|laden) (?:ist |war |hat |hatte )?(?:\\w+ )?geschlossen|geschlossen\\b|betriebsferien|betriebsruhe',
  ],
  weather: ['wetter|witterung|schnee|sturm|unwetter|hochwasser|ue?berschwemmung|glatteis|naturkatastrophe|hohere gewalt|streik|verkehr(?:s|\\b)|stau\\b|unfall|strassensperrung|erdbeben|pandemie'],
  carrier: ['fehlgeleitet|fehlleitung|falsch (?:sortiert|geleitet|verladen)|irrlaufer|fehlverladen|fehlsortier|betrieblich|hohe[srnm]? (?:sendungs|paket)?(?:aufkommen|menge)|ue?berlast|technische\\w* (?:problem|storung|grund|grue?nde)|anschluss verpasst|kapazitat|fahrzeugpanne|zeitmangel|zeitlichen grue?nden|aus zeitgrue?nden|logistische\\w* grue?nd'],
  held: ['angehalten|gestoppt|lagerung|eingelagert|auf wunsch|lagerservice|zurue?ckgehalten|zurue?ckgestellt|wunschtag|lagerauftrag|urlaub|gesperrt|aufbewahrt'],
  delayed: ['verzoger|verspat|verschoben|spater (?:als|zugestellt)|nachste[nr]? (?:werktag|arbeitstag|zustelltag)|neuer (?:zustell|liefer)(?:termin|tag)|dauert langer|folgenden werktag|neu terminiert'],
  exception: ['ausnahme|problem|storung|abweichung|unregelmassig|zwischenfall|fehler\\b|klarung|vernichtet|entsorgt'],
  moving: [
    `bearbeitet|bearbeitung|sortier|transport|unterwegs|weitergeleitet|weitertransport|eingetroffen|angekommen|ankunft|abgang|verlassen|abfahrt|ue?bernommen|eingeliefert|abgeholt|paketzentrum|depot|verteil|hub\\b|umschlag|start-|ziel-|zielregion|zielland|verladen|ue?bergeben|versandt|versendet|verschickt|auf dem weg|region des empfangers|exportiert|importiert|einlieferung|annahme\\b|eingang|flughafen|gescannt|erfasst|aufgegeben|${goods} (?:ist|wurde) (?:auf|in)|umgeleitet|nachgesendet|angenommen|logistikzentrum|vorbereitet`,
  ],
};
