import type { Words } from '../concepts.ts';

const party = '(?:destinataire|client|receptionnaire)';
const sender = "(?:l'?expediteur|expediteur|expeditrice|marchand|vendeur|commercant|l'envoyeur)";
const counter = '(?:point (?:de )?(?:relais|retrait|pickup)|point relais|relais(?: \\w+)?|bureau de poste|consigne|lieu de retrait|commerce|locker|agence|casier|point post|access point|boite aux lettres postale)';

/** French, of France, Belgium, Switzerland and Canada. */
export const french: Words = {
  ignored: [
    "(?:avant|sinon|faute de|a defaut|si)\\b[^.;]*\\b(?:retour\\w*|renvoy\\w*|retire)[^.;]*",
    'pas encore (?:ete )?(?:livre|disponible|dedouane)\\w*',
    "(?:aucune?|pas|sans|pas de|non) (?:anomalie|dommage|retard|avarie|endommage|perte)\\w*",
    "adresse (?:a ete )?(?:corrigee|mise a jour|completee|modifiee)",
  ],
  upcoming: [
    "(?:sera|seront|doit etre|devrait etre|va (?:vous )?etre|serez|prochainement|bientot) (?:\\w+ )?(?:livre|presente|distribue|remis)\\w*(?! aujourd)|livraison (?:est )?(?:prevue|estimee|programmee|planifiee)|(?:prevu|programme)e? (?:pour|en) livraison",
  ],
  aside: ["(?:sms|e-?mail|courriel|notification|message) (?:a ete )?envoye|aucune information|introuvable dans|pas d'information"],
  announced: [
    "(?:prepare|preparation)\\b[^.;]{0,40}(?:chez|par) (?:votre |son |l'|le )?(?:expediteur|vendeur|marchand|commercant)|en preparation chez|etiquette (?:a ete |d'expedition )?(?:\\w+ )?(?:creee|imprimee|generee|editee)|cree une etiquette",
    "(?:informations?|donnees?|details)\\b[^.;]{0,60}(?:recues?|transmises?|envoyees?|communiquees?|soumises?)|annonce|preavis|pre-?enregistre|declare par l'expediteur",
    "(?:pas|n'a pas) encore (?:\\w+ )*(?:pris|remis|recu|confie|depose)|attente de (?:prise en charge|depot|remise|l'article)|enlevement (?:est )?(?:programme|planifie|prevu)|commande (?:a ete )?(?:recue|enregistree|creee)|electroniquement",
  ],
  voided: ["(?:etiquette|envoi|expedition|commande) (?:a ete |est )?(?:annule|invalide)|annule(?:e)? par"],
  returned: [
    `(?:retour\\w*|renvoy\\w*|reexpedi\\w*|reachemin\\w*|remis|livre)\\b[^.;]{0,40}\\ba (?:son |l'|votre |leur )?${sender}`,
    "retour (?:a l'envoyeur|expediteur|en cours|au vendeur)|retourne(?:e)?\\b|en retour|renvoye(?:e)?\\b",
  ],
  collected: [`(?<!pas ete )(?<!pas )(?:retire|recupere|collecte)e? (?:par|au|en|dans)\\b|(?:${party}) a (?:retire|recupere)|a ete (?:retire|recupere)`],
  ready: [
    "(?:disponible|pret|prete|en attente|attend|a (?:votre |sa )?disposition|mis a disposition|conserve)\\b[^.;]{0,60}(?:retrait|retire|point (?:de )?(?:retrait|relais)|bureau de poste|recupere|ramass|relais|consigne|cueillette|enlevement par le (?:client|destinataire))|pret a etre (?:retire|ramasse|cueilli|recupere)|(?:peut|pouvez|pourrez)\\b[^.;]{0,30}(?:retirer|etre retire|recuperer|ramasser|aller chercher)|a retirer|vous attend|en instance",
  ],
  tried: [
    "tentative|avis de passage|(?:avis|carte) (?:a ete )?(?:laisse|depose)|second passage|nouvelle presentation|presente au domicile|deuxieme presentation|avise\\b|(?:livreur|facteur) (?:est |s'est )?(?:passe|presente)",
  ],
  undelivered: [
    "(?:pas|n'a pu|n'a pas pu|ne peut|n'ont pas|impossible|echec|non|n'avons pas|n'avons pu|impossibilite)\\b[^.;,]{0,40}(?:livre\\w*|livraison|livrer|distribu\\w*|remis\\w*|remettre|livrable)",
    "(?:livraison|distribution|remise)\\b[^.;,]{0,40}(?:impossible|echou\\w*|non (?:effectuee|aboutie|realisee|reussie)|n'a pas|n'a pu|infructueuse|manquee|en echec|refusee)|non livre|non distribue|non remis|infructueu",
  ],
  handed_on: [
    "(?:livre|remis|depose|distribue)e?s? (?:a|au|aux|chez|dans|en) (?:(?:la|le|les|un|une|notre|service des) |l')?(?:transporteur|compagnie (?:aerienne|de transport)|douane|centre (?:de (?:tri|distribution|traitement)|logistique)|plate-?forme|hub\\b|depot|aeroport|agence de (?:distribution|livraison|destination|depart)|prestataire|partenaire|operateur|sous-traitant|transitaire)",
  ],
  dropped: [
    `(?:livre|depose|remis|arrive|distribue|disponible|deposee|livree)e? (?:a|au|dans|en|chez)\\b[^.;]{0,20}${counter}`,
  ],
  delivered: [
    `livre(?:e|s|es)?\\b|distribue(?:e|s)?\\b|remis(?:e)? (?:a|au|contre|en main|dans)\\b[^.;]{0,30}(?:${party}|signature|voisin|boite|gardien|proche|tiers|propre)|livraison (?:est |a ete )?(?:effectuee|reussie|terminee|realisee)|depose(?:e)? (?:dans|en) (?:votre |la |une )?boite|remis au (?:destinataire|gardien|voisin)|laisse (?:chez|au|en lieu|a la porte)`,
  ],
  out: [
    "en (?:cours de )?livraison|en cours de distribution|en tournee|(?:dans|sur|a bord d[eu]) (?:le |un |notre )?vehicule|(?:remis|confie|pris en charge par|avec) (?:au |le |votre |notre )?(?:livreur|facteur|chauffeur|coursier)|sorti pour livraison|sortie? en livraison|est en chemin vers vous|livraison aujourd'hui|(?:va|sera)\\b[^.;]{0,20}(?:livre|distribue|remis)e? aujourd'hui|parti en livraison|prepare pour la livraison du jour",
  ],
  refused: ['refus(?:e|ee|er|al)?\\b|rejete|decline'],
  damaged: ['endommage|avarie|abime|casse\\b|deteriore|spoli'],
  lost: ["perdu|perte\\b|egare|introuvable|en cours de recherche|vole\\b|enquete"],
  unclaimed: ["non (?:reclame|retire|recupere)|(?:pas|n'a pas ete|n'a pas)\\b[^.;]{0,20}(?:retire|reclame|recupere|ramasse)|delai (?:de (?:garde|retrait|conservation|mise en instance)|d'instance)[^.;]{0,20}(?:expire|depasse|ecoule)|delai de (?:garde|retrait) \\w+|fin de (?:garde|instance)"],
  payment: ["(?:droits|taxes?|frais|tva|douane|affranchissement|contre-remboursement)\\b[^.;]{0,40}(?:payer|paiement|regler|a acquitter|impaye|dus?\\b|acquittes? par|insuffisant)|paiement (?:requis|en attente|attendu|necessaire)|en attente (?:de|du) (?:paiement|reglement)|affranchissement insuffisant"],
  address: [
    "adresse\\b[^.;]{0,40}(?:incorrect|erron|incompl|inconnu|insuffisan|introuvable|inaccessible|invalide|inexistant|illisible|mauvais|fausse|a completer|manquant|inexact)",
    `(?:mauvaise|fausse|probleme d'|erreur d'|defaut d'|problemes? (?:avec|lie a) l')\\s?adresse|${party} (?:est )?(?:inconnu|demenage|non identifi|introuvable)|(?:n'habite|plus) a (?:cette|l'adresse)|npai\\b|a demenage|demenage|inconnu|(?:code d'acces|code porte|digicode|acces) (?:\\w+ )?(?:manquant|impossible|incorrect|refuse|inconnu)|inaccessible|numero de (?:rue|maison) (?:manquant|incorrect)|code postal (?:incorrect|errone)`,
  ],
  security: ["interdit|saisi(?:e)?\\b|confisque|marchandises? dangereuses?|controle de (?:securite|surete)|raisons? de (?:securite|surete)|prohibe|police\\b"],
  customs_held: [
    "(?:retenu|bloque|immobilise|en attente de documents?|retard|probleme|arrete|stoppe|consigne)\\w*\\b[^.;]{0,40}(?:douan|dedouan)",
    "(?:douan|dedouan)\\w*[^.;]{0,60}(?:retenu|bloqu|retard|probleme|manquant|incomplet|documents? (?:requis|necessaire)|refus|suspendu|information)|(?:documents?|facture|informations? douanieres?)\\b[^.;]{0,25}(?:manquant|incomplet|requis|necessaire)|retention (?:en |par la )?douan",
  ],
  cleared: ["dedouane(?:e)?\\b|(?:dedouanement|douane|formalites douanieres)\\b[^.;]{0,40}(?:termine|effectue|acheve|libere|complete|finalise|reussi)|(?:libere|sorti|quitte|autorise)\\w* (?:par |de |la |les |du )*(?:service\\w* des? )?douanes?|passage en douane (?:termine|effectue)|passe la douane"],
  customs: ['douan|dedouan'],
  not_home: [
    `(?:${party}|vous (?:etiez|etes)|personne)\\b[^.;]{0,25}(?:absent|pas (?:present|disponible|la\\b|chez)|indisponible|non disponible)|absent|absence|personne (?:n'etait|ne )|avis de passage|injoignable`,
    "(?:entreprise|magasin|societe|etablissement|bureau|commerce|site|point relais|locaux|destinataire|lieu)\\w*\\b[^.;]{0,15}(?:ferme)|ferme(?:e|ture)?\\b|en conges|vacances",
  ],
  weather: ["meteo|intemperie|neige|tempete|inondation|verglas|catastrophe|ouragan|cyclone|force majeure|greve|mouvement social|circulation|trafic\\b|accident|route (?:barree|coupee|fermee)|conditions climatiques|embouteillage|seisme"],
  carrier: ["erreur (?:de tri|d'acheminement|d'aiguillage|d'orientation)|mal (?:trie|oriente|achemine|dirige)|mauvais(?:e)? (?:tri|agence|site|depot|direction|orientation)|fausse direction|panne|incident (?:technique|d'exploitation|operationnel)|probleme (?:technique|operationnel|logistique|mecanique)|fort(?:e)? (?:volume|activite|affluence)|surcharge|correspondance (?:manquee|ratee)|vol (?:retarde|annule)|manque de temps|aleas? (?:d'exploitation|logistique)|volume"],
  held: ["retenu|en souffrance|bloque|suspendu|a la demande (?:du|de l')|sur demande|stocke|conserve|en garde|mis en attente|reexpedition demandee|intercepte"],
  delayed: ["retard|reporte|report de|replanifi|reprogramm|decale|differee?\\b|prochain jour ouvr|jour ouvrable suivant|plus tard que|nouvelle date|perturb"],
  exception: ["incident|anomalie|probleme|exception|litige|irregularite|erreur|detruit|non conforme"],
  moving: [
    "transit|achemine|acheminement|en cours|arriv|depart|parti|quitte|pris en charge|prise en charge|tri\\b|trie\\b|trait|plate-?forme|centre|site de|expedie|depot|depose|transport|en route|en chemin|recu|ramasse|collecte|enleve|receptionne|transfer|pays de destination|entre dans|export|import|charge\\b|hub\\b|agence|accepte|confie|envoye|aeroport|reachemine|redirige|sorti|remis au transporteur|preparation|upcoming|flashe|scanne",
  ],
};
