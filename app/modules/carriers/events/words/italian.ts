import type { Words } from '../concepts.ts';

const party = '(?:destinatari[oa]|cliente)';
const sender = '(?:mittente|venditore|speditore)';
const counter = '(?:punto (?:di )?(?:ritiro|poste|raccolta|consegna|pudo)|ufficio postale|locker|fermopoint|fermo ?point|punto poste|access point|parcelshop|casella|negozio|tabaccheria|edicola|fermo deposito|inpost)';

/** Italian. */
export const italian: Words = {
  ignored: [
    '(?:prima (?:di|che)|altrimenti|in caso contrario|se non)\\b[^.;]*\\b(?:restitui\\w*|rispedit\\w*|ritorn\\w*|reso)[^.;]*',
    'non ancora (?:stat[ao] )?(?:consegnat|disponibil|sdoganat)\\w*',
    '(?:senza|nessun[ao]?|non) (?:danni|danneggiat[ao]|ritardi?|anomali[ae])',
    'indirizzo (?:e stato |stato )?(?:corretto|aggiornato|modificato)',
  ],
  upcoming: ['(?:sara|verra|saranno|dovrebbe essere) (?:\\w+ )?(?:consegnat|recapitat)\\w*|consegna (?:e )?(?:prevista|stimata|programmata|pianificata)|(?:previsto|prevista) (?:per la )?consegna'],
  aside: ['(?:sms|e-?mail|notifica|messaggio) (?:e stat[oa] )?inviat|nessuna informazione|non (?:sono )?(?:ancora )?disponibili informazioni'],
  announced: [
    'etichetta (?:e stata |di spedizione )?(?:\\w+ )?(?:creata|stampata|generata|emessa)|(?:informazioni|dati|dettagli)\\b[^.;]{0,60}(?:ricevut|trasmess|inviat|comunicat|registrat)|pre-?(?:avviso|registra|accettazione)|preavvis',
    '(?:non ancora|in attesa di|attesa)\\b[^.;]{0,40}(?:ricevut|affidat|consegnat[ao] (?:al corriere|a \\w+)|ritiro (?:da|presso|dal mittente)|presa in carico|presa|accettazione)|(?:ritiro|presa) (?:e stat[oa] )?(?:programmat|richiest|prenotat)|ordine (?:e stato )?(?:ricevuto|creato|registrato)|in preparazione|annunciat|spedizione (?:creata|registrata|generata)|il mittente (?:sta|ha)',
  ],
  voided: ['(?:etichetta|spedizione|lettera di vettura|ordine) (?:e stat[oa] )?annullat|annullat[oa]'],
  returned: [`(?:restitui\\w*|rispedit\\w*|ritorn\\w*|reso|resa|rientr\\w*|riconsegn\\w*|consegnat[oa]|rinvi\\w*)\\b[^.;]{0,40}\\bal ${sender}|in restituzione|restituit|reso al|ritorno al|in fase di reso|reso\\b`],
  collected: [`(?<!non )(?<!non e stata )(?<!non e stato )(?:ritirat[oa]) (?:dal|dalla|presso|da parte del|in|da)\\b[^.;]{0,25}(?:${party}|${counter})|(?:${party}) ha ritirato`],
  ready: [
    `(?:disponibil\\w*|pront[oa]|in attesa|a disposizione|in giacenza)\\b[^.;]{0,60}(?:ritir\\w*|${counter})|(?:puo|puoi|potra|potrai)\\b[^.;]{0,30}(?:ritirar\\w*|essere ritirat)|per il ritiro|da ritirare`,
  ],
  tried: ['tentativo|tentata consegna|avviso (?:di giacenza|lasciato|di passaggio)|lasciato (?:un )?avviso|(?:secondo|nuovo) (?:tentativo|passaggio)|avvisat[oa]\\b|passat[oa] ma'],
  undelivered: [
    '(?:non|impossibil\\w*|impossibilita|mancat[ao]|fallit[ao]|senza)\\b[^.;,]{0,40}(?:consegnat[ao]|consegna\\b|consegnare|consegnabile|recapit\\w*)',
    'consegna\\b[^.;,]{0,30}(?:non (?:riuscita|effettuata|andata|possibile|avvenuta|completata)|fallita|impossibile|mancata|negativa|senza esito)|esito negativo',
  ],
  handed_on: [
    "(?:consegnat|recapitat)[ao] (?:a|al|allo|alla|all'|presso|in|nel|nella) ?(?:(?:il|la|un|una|nostro) |l')?(?:vettore|corriere|trasportatore|spedizioniere|compagnia aerea|dogana|agenzia doganale|hub\\b|centro (?:di (?:smistamento|distribuzione|lavorazione|raccolta)|operativo|logistico|smistamento)|deposito|filiale|aeroporto|partner|operatore)",
  ],
  dropped: [`(?:consegnat[ao]|depositat[ao]|arrivat[ao]|lasciat[ao]|recapitat[ao]) (?:a|al|presso|in|nel|all'|allo|alla|presso il) ?(?:\\w+ )?${counter}`],
  delivered: [`consegnat[ao]\\b|recapitat[ao]\\b|consegna (?:e stata )?(?:effettuata|avvenuta|completata|riuscita|eseguita)|ricevut[ao] da(?:l)? ${party}|firmat[ao] da|cassetta (?:postale|delle lettere)`],
  out: [
    "in consegna|in fase di consegna|in distribuzione|uscit[ao] per la consegna|(?:affidat[ao]|con|assegnat[ao]) (?:al |il |un )(?:corriere|postino|portalettere|autista|driver)|consegnat[ao] al (?:corriere per la consegna|postino|portalettere|autista|driver)|sul (?:furgone|veicolo|mezzo)|a bordo del (?:veicolo|mezzo)|in viaggio verso (?:il destinatario|di te|te)|consegna in corso|in consegna oggi",
  ],
  refused: ['rifiut|respint|non accettat'],
  damaged: ['danneggiat|danni\\b|danno\\b|rott[oa]\\b|rottura|avari|manomess'],
  lost: ['smarrit|smarrimento|pers[oa]\\b|perdut|rubat|furto|dispers|non reperibile la spedizione|ricerca in corso'],
  unclaimed: ['non (?:e stat[ao] )?(?:ritirat|reclamat|richiest[ao] dal)|mancato ritiro|(?:compiuta|scadut[ao]|termin[ei]|fine) (?:la |di |della )?giacenza|giacenza[^.;]{0,20}(?:scadut|compiut|terminat)|(?:periodo|termine|tempo) di (?:giacenza|ritiro|deposito)[^.;]{0,20}(?:scadut|terminat|superat)'],
  payment: ['(?:dazi|dazio|tasse|iva|oneri|diritti|spese|contrassegno|affrancatura)\\b[^.;]{0,40}(?:pag|saldo|dovut|insufficient|versa)|(?:in attesa|attesa) (?:di|del) pagamento|pagamento (?:richiesto|in sospeso|necessario|mancante)|affrancatura insufficiente|contrassegno non (?:pronto|pagato|disponibile)'],
  address: [
    '(?:indirizzo|cap|civico|numero civico)\\b[^.;]{0,40}(?:errat|incomplet|sconosciut|insufficient|inesistent|non (?:trovat|corrett|valid|complet|reperibil|identificat)|sbagliat|mancant|inaccessibil|illeggibil|inesatt)',
    `(?:errato|problema (?:con|di|nell')|mancanza di|verifica|errore (?:di|nell')) ?(?:l')?indirizzo|${party} (?:e |risulta )?(?:sconosciut|trasferit|irreperibil|non (?:trovat|reperibil))|sconosciut|trasferit[oa]\\b|irreperibil|zona (?:disagiata|inaccessibile)|accesso (?:negato|impossibile|non)`,
  ],
  security: ['proibit|vietat|sequestr|confiscat|merci? pericolos|(?:controllo|controlli|motivi|ispezione) di sicurezza|polizia'],
  customs_held: [
    '(?:trattenut|fermat|bloccat|ferm[oa]|ritardo|problema|in attesa di documenti)\\w*\\b[^.;]{0,40}(?:dogan|sdogan)',
    '(?:dogan|sdogan)\\w*[^.;]{0,60}(?:trattenut|fermat|bloccat|ritard|problem|mancan|document\\w* (?:richiest|necessari|incomplet)|respint|rifiut|sospes)|(?:documenti|documentazione|fattura)\\b[^.;]{0,30}(?:mancant|incomplet|richiest|necessari)|mancanza (?:di )?(?:documenti|documentazione|fattura)',
  ],
  cleared: ['sdoganat|(?:sdoganamento|operazioni doganali|controlli? doganal[ei]|dogana)\\b[^.;]{0,30}(?:completat|terminat|conclus|effettuat|rilasciat|ultimat|superat)|(?:rilasciat|svincolat|uscit|liberat)[oa] (?:dalla|da parte della|da) dogana|svincolat'],
  customs: ['dogan|sdogan'],
  not_home: [
    `assent|${party}\\b[^.;]{0,20}(?:non (?:presente|in casa|disponibile|era|trovat))|nessuno (?:in casa|presente|ha|disponibile|ad)|non (?:era )?(?:in casa|presente)|non risponde|nessuna risposta`,
    '(?:azienda|negozio|ufficio|attivita|esercizio|locali|ditta|destinatario)\\b[^.;]{0,15}chius|chiuso\\b|chiusura|ferie\\b',
  ],
  weather: ['maltempo|meteo|neve|nevicat|tempesta|alluvione|uragano|catastrof|calamita|forza maggiore|causa di forza|sciopero|scioperi|traffico|incidente stradale|strada (?:chiusa|bloccata)|viabilita|terremoto|condizioni climatiche'],
  carrier: ['(?:errore|errato) (?:di |d\')?(?:smistamento|instradamento|inoltro)|errato (?:smistamento|instradamento)|mal (?:smistat|instradat|indirizzat)|instradat[oa] (?:per errore|erroneamente)|(?:guasto|avaria) (?:del|al|di)|volumi? (?:elevat|alt)|elevat[oi] volum|motivi operativ|problem[ai] (?:operativ|tecnic|logistic)|mancanza di tempo|sovraccaric|volo (?:in ritardo|cancellato)|disguido|disservizi'],
  held: ['trattenut|fermat|bloccat|sospes|su richiesta|giacenza|in deposito|stoccat|in attesa di istruzioni|svincolo'],
  delayed: ['ritard|posticipat|rinviat|riprogrammat|nuova data|giorno (?:lavorativo )?successivo|prossimo giorno|slittat'],
  exception: ['anomali|eccezion|problem|incident|irregolar|errore|distrutt|smaltit'],
  moving: [
    'transito|in viaggio|partit|partenza|arrivat|arrivo|in lavorazione|lavorat|smist|presa in carico|preso in carico|ritirat|accettat|spedit|spedizione|centro|hub\\b|filiale|magazzino|deposito|trasport|trasferi|inoltrat|paese|origine|destinazione|esportat|importat|caricat|scansionat|affidat|ricevut|elaborat|sede|in movimento|reindirizzat|upcoming|verso|uscit|giunt',
  ],
};
