import type { Situation } from './situations/situation.ts';

/** What customers say in each situation, in the languages we speak; held against folded text (lower case, no accents). */
export const situationWords: Record<Situation, RegExp> = {
  late: /where is my (?:order|parcel|package)|(?:still )?(?:not|hasn.?t) (?:yet )?(?:arrived|come|received)|haven.?t received|\blate\b|delayed|wo (?:ist|bleibt) (?:mein|meine|das)|noch nicht (?:da|angekommen|erhalten)|verspat|ou est (?:ma|mon)|pas (?:encore )?(?:recu|arrive)|retard|donde esta|no (?:ha|me ha) llegado|retras|onde esta|nao chegou|atras|还没(?:有)?(?:到|收到)|什么时候(?:能)?到|到哪|物流|催|届(?:いて)?(?:い)?ない|届きません|まだ届|遅/,
  lost: /\blost\b|missing parcel|never (?:arrived|came)|verloren|verschwunden|nie angekommen|perdu|jamais (?:arrive|recu)|perdid|nunca llego|extravi|nunca chegou|丢(?:了|失|件)|不见了|紛失|なくな/,
  damaged: /damag|broken|\bbroke\b|\bcrack|shattered|smashed|\bdent(?:s|ed)?\b|chipped|scratched|\btorn\b|ripped|beschadigt|kaputt|zerbrochen|zerkratzt|gerissen|\briss\b|verbeult|defekt|abime|casse|endommag|brise|danad|\broto|rota\b|danificad|partid[oa]|estragad|损坏|破(?:了|损|碎)|坏了|碎了|壊れ|破損|割れ/,
  wrong_item: /wrong (?:item|product|size|colou?r|order)|not what i ordered|falsch(?:e|en|er|es)? (?:artikel|produkt|ware|grosse|farbe)|etwas anderes|nicht bestellt|mauvais (?:article|produit)|pas (?:le bon|la bonne|ce que j)|equivocad|erroneo|no es lo que pedi|errad[oa]|nao (?:foi|e) o que pedi|发错|错(?:的|货|发)|不是我(?:买|订)|違う商品|間違/,
  out_of_stock: /out of stock|sold out|ausverkauft|nicht (?:mehr )?(?:lieferbar|vorratig)|rupture|epuise|agotad|sin existencias|esgotad|缺货|没货|无货|断货|在庫切れ|品切/,
  return_refund: /\breturn\b|send (?:it|this|them) back|refund|money back|zuruck(?:senden|schicken|geben)|rucksend|umtausch|widerruf|geld zuruck|erstatt|rembours|renvoyer|retourner|retour\b|devol(?:ver|ucion|ver)|reembols|cambiar|devolver|退(?:货|款|回)|换货|返品|返金|交換/,
  partial_refund: /part(?:ial)? refund|discount|compensat|teilerstatt|teil des preises|rabatt|nachlass|entschadig|remboursement partiel|geste commercial|dedommag|reembolso parcial|descuento|compensa|desconto|部分退款|补偿|赔偿|优惠|一部返金|補償|値引/,
};
