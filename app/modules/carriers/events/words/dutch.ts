import type { Words } from '../concepts.ts';

const party = '(?:ontvanger|geadresseerde|klant|bewoner)';
const sender = '(?:afzender|verzender|verkoper|webshop|winkel van herkomst)';
const counter = '(?:postnl[- ]?(?:punt|locatie|locker)|afhaal ?(?:punt|locatie)|afhaalpunt|pakketpunt|pakketautomaat|parcelshop|servicepoint|pickup ?point|postkantoor|ophaal ?punt|ophaallocatie|locker|postpunt|buurtpunt|pakketkluis|pakjespunt|access point|pakketshop|dhl servicepoint)';
const betweenHands = '(?:vervoerder|transporteur|transportbedrijf|luchtvaartmaatschappij|airline|douane|depot|hub\\b|sorteercentrum|distributiecentrum|koerier(?:sdienst)?|pakketdienst|bezorgdienst|bezorgpartner|luchthaven)';

/** Dutch, of the Netherlands and Belgium. */
export const dutch: Words = {
  ignored: [
    '(?:anders|voordat|indien|als)\\b[^.;]*\\b(?:retour\\w*|teruggestuurd|teruggezonden)[^.;]*',
    'nog niet (?:bezorgd|geleverd|ingeklaard|beschikbaar|afgeleverd)',
    '(?:geen|niet|zonder) (?:schade|beschadigd|vertraging|problemen|afwijking)',
    'adres (?:is )?(?:gecorrigeerd|aangepast|bijgewerkt|gewijzigd)',
  ],
  upcoming: ['(?<!niet )(?:wordt|worden|zal|zullen|gaan) (?!momenteel|nu\\b|niet|vandaag)(?:[^.;]{0,60} )?(?:bezorgd|geleverd|afgeleverd|bezorgen|leveren)(?! bij de afzender)|(?:verwachte|geplande|vermoedelijke) (?:bezorging|levering|bezorgdatum|leverdatum)|bezorging (?:is )?(?:gepland|verwacht)'],
  aside: ['(?:sms|e-?mail|bericht|notificatie) (?:is )?(?:verstuurd|verzonden)|geen informatie|niet gevonden'],
  announced: [
    '(?:is )?(?:voor)?aangemeld|voormelding|vooraangekondigd|(?:zending|pakket)(?: is)? aangekondigd|aangekondigd|(?:gegevens|informatie|data)\\b[^.;]{0,60}(?:ontvangen|doorgegeven|verstuurd|verzonden|aangeleverd)',
    'nog niet (?:\\w+ )?(?:ontvangen|in (?:ons|het) (?:netwerk|bezit|sorteerproces)|overgedragen|aangeleverd|gesorteerd|overhandigd|opgehaald|in behandeling)|(?:label|etiket|verzendlabel) (?:is )?(?:aangemaakt|geprint|gemaakt)|wordt voorbereid door|wacht op (?:aanlevering|ontvangst)|ophaling (?:gepland|aangevraagd)|bestelling (?:is )?(?:ontvangen|geplaatst|aangemaakt)|afzender (?:bereidt|maakt)',
  ],
  voided: ['(?:label|zending|etiket|verzending|bestelling) (?:is )?(?:geannuleerd|vervallen)|geannuleerd'],
  returned: [
    `(?:retour\\w*|terug\\w*|bezorgd|geleverd|afgeleverd)\\b[^.;]{0,40}(?:naar|aan|bij) (?:de |het )?${sender}|retour (?:afzender|gezonden|gestuurd|ontvangen|onderweg)|(?:teruggestuurd|teruggezonden|geretourneerd|retourzending|retour\\b)`,
  ],
  collected: [`(?<!niet )(?:afgehaald|opgehaald) (?:door|bij|op|van|uit)\\b[^.;]{0,30}(?:${party}|${counter})|${party} heeft[^.;]{0,40}(?:afgehaald|opgehaald)|is (?:afgehaald|opgehaald) (?:op|bij) (?:een |het |de )?${counter}|${counter}[^.;]{0,20}(?:afgehaald|opgehaald)$`],
  ready: [
    `(?:klaar|beschikbaar|gereed|ligt|wacht)\\b[^.;]{0,60}(?:afgehaald|afhalen|opgehaald|ophalen|op te halen|af te halen|afhaling|${counter})|(?:kan|kunt|kunnen)\\b[^.;]{0,60}(?:afgehaald|afhalen|opgehaald|ophalen)|afhaalklaar|ligt klaar|ligt voor (?:je|u) klaar`,
  ],
  tried: ['bezorgpoging|leverpoging|afleverpoging|poging|niet thuis|(?:kennisgeving|briefje|bericht|kaart) (?:is )?achtergelaten|niet aangetroffen|aanbiedingspoging|aangeboden maar'],
  undelivered: [
    '(?:niet|kon niet|konden niet|kan niet|niet mogelijk|onmogelijk)\\b[^.;,]{0,40}(?:bezorgd|bezorgen|geleverd|leveren|afgeleverd|afleveren|bestelbaar)|onbestelbaar|niet bezorgbaar',
    '(?:bezorging|levering|aflevering)\\b[^.;,]{0,30}(?:niet (?:gelukt|mogelijk|geslaagd|gedaan|uitgevoerd)|mislukt|gefaald)|mislukte (?:bezorging|levering|bezorgpoging)',
  ],
  handed_on: [
    `(?:bezorgd|geleverd|afgeleverd|overhandigd|afgegeven) (?:aan|bij|op|in|naar) (?:(?:de|het|een|onze|lokale) )*${betweenHands}|(?:aan|bij|in) (?:(?:de|het|een|onze|lokale) )*${betweenHands} (?:bezorgd|geleverd|afgeleverd|overhandigd|afgegeven)`,
  ],
  dropped: [`(?:bezorgd|geleverd|afgeleverd|aangekomen|afgegeven|gebracht) (?:bij|op|in|aan|naar) (?:een |het |de |je |uw |jouw )?(?:\\w+ )?${counter}|(?:bij|op|in) (?:een |het |de |je |uw )?${counter} (?:bezorgd|afgeleverd|aangekomen)`],
  delivered: [`bezorgd\\b|geleverd\\b|afgeleverd\\b|bezorging (?:is )?(?:gelukt|geslaagd|voltooid)|overhandigd aan|ontvangen door (?:de )?${party}|in de brievenbus|bij de buren|afgegeven (?:bij|aan)(?! (?:het |een )?(?:depot|vervoerder|postnl|dhl|dpd|transporteur))|getekend door`],
  out: ['onderweg naar (?:de ontvanger|u\\b|jou|je\\b)|bezorger is onderweg|is onderweg met de (?:bezorger|chauffeur)|(?:in|op|met) (?:de |het )?(?:bezorgbus|bestelwagen|bezorgroute|bestelbus|voertuig voor)|(?:met|bij) de (?:bezorger|chauffeur|koerier|postbode)|uit voor (?:bezorging|levering)|wordt (?:vandaag|momenteel|nu)[^.;]{0,30}(?:bezorgd|geleverd)|in (?:bezorging|levering|uitreiking)|geladen voor (?:bezorging|levering)|vandaag bezorgd|klaar om uitgereikt|uitgereden'],
  refused: ['geweiger|weiger|niet geaccepteerd door|niet aangenomen'],
  damaged: ['beschadig|schade\\b|kapot|defect\\b|gebroken'],
  lost: ['verloren|vermist|zoek\\b|kwijt|zoekgeraakt|gestolen|diefstal|onvindbaar|vermissing'],
  unclaimed: ['niet (?:tijdig |op tijd |binnen [^.;]{0,30})?(?:afgehaald|opgehaald)|(?:bewaar|afhaal|ophaal)(?:termijn|periode)[^.;]{0,20}(?:verstreken|verlopen|voorbij)'],
  payment: ['(?:invoer(?:kosten|rechten)|douane(?:kosten|rechten)|btw|rembours|toeslag|porto|kosten|heffingen|inklaringskosten)\\b[^.;]{0,40}(?:beta+l|voldaan|openstaan|verschuldigd)|(?:wacht|wachten) op (?:de )?betaling|betaling (?:vereist|nodig|open|ontbreekt)|onvoldoende gefrankeerd|ongefrankeerd'],
  address: [
    '(?:adres\\w*|huisnummer|postcode)\\b[^.;]{0,40}(?:onjuist|onvolledig|onbekend|incorrect|fout|niet (?:gevonden|correct|juist|bestaand|bereikbaar|compleet)|ontbreekt|onleesbaar|onvoldoende|ongeldig|onbereikbaar)',
    `(?:onjuist|onvolledig|verkeerd|onbekend|fout|ongeldig|incorrect)\\w* (?:\\w+ )?(?:adres|huisnummer|postcode)|adresprobleem|${party} (?:is )?(?:onbekend|verhuisd|niet (?:te )?(?:vinden|bekend))|verhuisd|onbekend op|geen toegang|niet toegankelijk`,
  ],
  security: ['verboden|in beslag|gevaarlijke (?:stoffen|goederen)|veiligheids(?:controle|redenen|inspectie)|politie'],
  customs_held: [
    '(?:vastgehouden|aangehouden|tegengehouden|vertraging|vertraagd|probleem|opgehouden)\\b[^.;]{0,40}(?:douane|inklaring)',
    '(?:douane|inklaring)\\w*[^.;]{0,60}(?:vastgehouden|aangehouden|tegengehouden|vertra\\w*|probleem|ontbre\\w*|documenten (?:nodig|vereist)|geweigerd|opgehouden|gestopt|wacht op)|(?:documenten|factuur|papieren)\\b[^.;]{0,25}(?:ontbre\\w*|onvolledig|vereist|nodig)|ontbrekende (?:documenten|factuur|papieren)',
  ],
  cleared: ['ingeklaard|vrijgegeven door (?:de )?douane|(?:douane|inklaring|inklaringsproces|uitklaring)\\w*[^.;]{0,40}(?:vrijgegeven|afgerond|voltooid|afgehandeld|gereed|klaar\\b)|uitgeklaard'],
  customs: ['douane|inklaring|ingevoerd|uitklaring'],
  not_home: [`niet (?:aanwezig|thuis)|${party}\\b[^.;]{0,20}(?:niet (?:aanwezig|thuis|aangetroffen|bereikbaar)|afwezig)|niemand|afwezig|geen gehoor`, '(?:bedrijf|winkel|kantoor|zaak|ontvanger|locatie)\\b[^.;]{0,15}(?:gesloten|dicht)|gesloten\\b|op vakantie'],
  weather: ['weer(?:somstandigheden|\\b)|sneeuw|storm\\b|overstroming|gladheid|natuurramp|overmacht|staking|verkeer(?!d)|file\\b|ongeluk|ongeval|wegafsluiting'],
  carrier: ['verkeerd gesorteerd|foutief gesorteerd|sorteerfout|verkeerd(?:e)? (?:depot|route|locatie|gerouteerd|verzonden)|drukte|(?:hoge?|grote) (?:pakket)?(?:volume|aantal|hoeveelheid)|technische? (?:storing|probleem|problemen|redenen)|operationele|capaciteit|tijdgebrek|pech\\b|vlucht (?:gemist|vertraagd|geannuleerd)'],
  held: ['vastgehouden|aangehouden|tegengehouden|in bewaring|op verzoek|opgeslagen|geblokkeerd|gestopt|bewaard'],
  delayed: ['vertra|later|uitgesteld|verplaatst|verzet\\b|volgende werkdag|nieuwe (?:bezorg|lever)(?:datum|moment)|langer'],
  exception: ['uitzondering|probleem|afwijking|incident|fout\\b|onregelmatig|vernietigd|storing'],
  moving: [
    'onderweg|gesorteerd|sorteer|verwerkt|verwerking|in behandeling|ontvangen|aangekomen|vertrokken|opgehaald|verzonden|verstuurd|depot|hub\\b|distributie|transport|vervoer|doorgestuurd|overgedragen|afgegeven|geladen|gescand|in ontvangst|bestemming|herkomst|export|import|sorteercentrum|ingezameld|aangenomen|upcoming|luchthaven|overgeladen|voorbereid|omgeleid|land van',
  ],
};
