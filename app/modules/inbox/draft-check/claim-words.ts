import type { CustomerLocale } from '#app/kernel/locales.ts';
import { wholeWords } from './whole-words.ts';

/** How a language claims things. Each is looked for in one sentence, in lower case. */
export interface ClaimWords {
  /** It was handed to the customer. */
  delivered: RegExp;
  /** It left the shop. */
  shipped: RegExp;
  /** Money went back. */
  refunded: RegExp;
  /** The order was cancelled. */
  cancelled: RegExp;
  /** The sentence speaks of a letter, a return or a pick-up: that one was sent, arrived or was called off says nothing of the order. */
  otherThing: RegExp;
  /** When it comes: a day in such a sentence is the day of delivery. */
  expects: RegExp;
  /** A day in such a sentence is none of delivery, whatever else it says: it sets a condition, or speaks of waiting, sending back, money or answers. */
  otherDay: RegExp;
  /** When it was bought. */
  ordered: RegExp;
  /** Money that goes or went back, whenever. */
  refundSum: RegExp;
  /** What the whole order cost. */
  total: RegExp;
  /** What sending it cost. */
  shippingCost: RegExp;
  /** The sentence claims nothing: it denies, asks, promises or says what would be. */
  unclaimed: RegExp;
  /** Tomorrow, today, yesterday: days from now. */
  relative: readonly (readonly [RegExp, number])[];
}

const written: Record<CustomerLocale, ClaimWords> = {
  en: {
    delivered: /\b(?:was|were|has been|have been|is|got|been) (?:already |successfully )?delivered\b|\b(?:has|have) arrived\b|\barrived (?:on|at)\b/,
    shipped: /\b(?:was|were|has been|have been|is|been) (?:already )?(?:shipped|dispatched|sent out|posted)\b|\b(?:we|has|have) (?:already )?(?:shipped|dispatched)\b|\bleft our warehouse\b/,
    refunded: /\b(?:was|were|has been|have been|is|been) (?:fully |already )?refunded\b|\bwe(?:'ve| have)? (?:just |already )?refunded\b|\bi(?:'ve| have) (?:just |already )?refunded\b|\brefund (?:was|has been) (?:issued|made|sent|processed)\b|\bissued (?:you )?a refund\b/,
    cancelled: /\b(?:was|has been|is) (?:already )?cancell?ed\b|\b(?:we|i)(?:'ve| have) cancell?ed\b/,
    otherThing: /\b(?:e-?mails?|messages?|letters?|requests?|returns?|labels?|invoices?|pick-?ups?|newsletters?|subscriptions?|back to us)\b/,
    expects: /\b(?:arrive|arrives|arriving|deliver|delivered|delivery|expect|expected|estimated|reach you|be with you|due)\b/,
    otherDay: /\b(?:if|unless|not|wait|waiting|returns?|returning|send (?:it|them) back|refund\p{L}*|answer|reply|update|tried|attempted|open|closed|resume)\b/u,
    ordered: /\b(?:ordered|placed|bought|purchased)\b/,
    refundSum: /\brefund(?:s|ed|ing)?\b/,
    total: /\b(?:order total|total of|in total|total amount|you paid|paid)\b/,
    shippingCost: /\bshipping (?:cost|costs|fee|fees|charge|charges)\b|\bfor shipping\b/,
    unclaimed: /\b(?:not|never|hasn't|haven't|isn't|wasn't|weren't|if|once|when|whether|until|unless|will|would|can|could|should|before|after|as soon as|yet|going to)\b|\?/,
    relative: [[/\bday after tomorrow\b/, 2], [/\btomorrow\b/, 1], [/\btoday\b/, 0], [/\byesterday\b/, -1]],
  },
  de: {
    delivered: /\b(?:wurde|wurden|ist|sind)\b.{0,60}\b(?:zugestellt|ausgeliefert|angekommen|geliefert)\b/,
    shipped: /\b(?:wurde|wurden|ist|sind|haben)\b.{0,60}\b(?:versandt|versendet|verschickt|abgeschickt|losgeschickt)\b|\bhat unser lager verlassen\b/,
    refunded: /\b(?:wurde|wurden|haben|habe|ist)\b.{0,80}\b(?:erstattet|zurückerstattet|rückerstattet|zurückgezahlt|zurücküberwiesen)\b/,
    cancelled: /\b(?:wurde|ist|haben|habe)\b.{0,60}\bstorniert\b/,
    otherThing: /\b(?:e-?mails?|nachricht(?:en)?|anfragen?|anliegen|schreiben|rücksendung\p{L}*|retouren?|etikett\p{L}*|rechnung\p{L}*|abholung\p{L}*|newsletter|abos?|abonnement\p{L}*)\b/u,
    expects: /(?:ankommen|ankommt|kommt .{0,30}an\b|zugestellt|zustellung|lieferung|liefertermin|geliefert|erwarte|voraussichtlich|bei ihnen|bei dir|eintreffen|eintrifft)/,
    otherDay: /^\s*sollten?\b|\b(?:wenn|falls|sofern|nicht|keine?|warten|zurück\p{L}*|rück\p{L}*|retoure\p{L}*|umtausch\p{L}*|\p{L}*erstatt\p{L}*|versucht|geschlossen|geöffnet|antwort\p{L}*|melde[nt]?)\b/u,
    ordered: /\b(?:bestellt|bestellung vom|gekauft|aufgegeben)\b/,
    refundSum: /erstatt|rückzahlung|zurückgezahlt|zurücküberw/,
    total: /gesamtbetrag|gesamtsumme|insgesamt|\bbezahlt\b|bestellwert|rechnungsbetrag/,
    shippingCost: /versandkosten|versandgebühr|lieferkosten/,
    unclaimed: /\b(?:nicht|noch nicht|nie|kein|keine|wenn|falls|sobald|ob|bis|wird|werden|würde|würden|kann|können|könnte|soll|sollte|bevor|nachdem|erst)\b|\?/,
    relative: [[/\bübermorgen\b/, 2], [/\bmorgen\b/, 1], [/\bheute\b/, 0], [/\bgestern\b/, -1]],
  },
  fr: {
    delivered: /\b(?:a|ont|est|sont|été) (?:déjà |bien |été |bien été )*(?:livrée?s?|remise?s?|distribuée?s?|arrivée?s?)\b/,
    shipped: /\b(?:a|ont|est|sont|été|avons) (?:déjà |bien |été |bien été )*(?:expédiée?s?|envoyée?s?)\b|a quitté notre entrepôt/,
    refunded: /\b(?:a|ont|est|été|avons|ai) (?:déjà |bien |été |bien été |vous )*rembours(?:ée?s?)\b|remboursement (?:a été|est) (?:effectué|émis|envoyé)/,
    cancelled: /\b(?:a|est|été|avons|ai) (?:déjà |bien |été |bien été )*annulée?s?\b/,
    otherThing: /\b(?:e-?mails?|courriels?|messages?|demandes?|retours?|étiquettes?|factures?|enlèvements?|abonnements?)\b/,
    expects: /arriver|arrivera|arrive |livr(?:é|aison|er)|prévue?|attendue?|chez vous|recevr/,
    otherDay: /\b(?:si|s['’]ils?|ne|pas|attendez|attendre|patient\p{L}*|renvo\p{L}*|retour\p{L}*|rembours\p{L}*|tenté|fermée?s?|répon\p{L}*|recontact\p{L}*)\b|\bn['’]/u,
    ordered: /command(?:é|ée|e du|e passée)|achet/,
    refundSum: /rembours/,
    total: /montant total|au total|total de|payé|réglé/,
    shippingCost: /frais (?:de port|d.expédition|de livraison|d.envoi)/,
    unclaimed: /\b(?:pas|jamais|ni|aucun|si|dès que|lorsque|quand|une fois|jusqu|sera|seront|serait|serez|pourra|peut|pouvez|pourrait|avant|après|encore)\b|n'est|n'a |\?/,
    relative: [[/après-demain/, 2], [/\bdemain\b/, 1], [/aujourd.hui/, 0], [/\bhier\b/, -1]],
  },
  es: {
    delivered: /\b(?:fue|fueron|ha sido|han sido|está|se ha|se han) (?:ya )?(?:entregad[oa]s?)\b|\bse entregó\b|\bha llegado\b|\bllegó\b/,
    shipped: /\b(?:fue|fueron|ha sido|han sido|está|se ha|hemos) (?:ya )?(?:enviad[oa]s?|expedid[oa]s?|despachad[oa]s?)\b|\bse envió\b|ha salido de nuestro almacén/,
    refunded: /\b(?:fue|ha sido|se ha|hemos|he|te hemos|le hemos) (?:ya )?(?:reembolsad[oa]s?|devuelto)\b|\bse reembolsó\b|reembolso (?:se ha|ha sido|fue) (?:realizado|emitido|efectuado|procesado)/,
    cancelled: /\b(?:fue|ha sido|está|se ha|hemos|he) (?:ya )?(?:cancelad[oa]|anulad[oa])\b|\bse canceló\b/,
    otherThing: /\b(?:e-?mails?|correos?|mensajes?|solicitud|consulta|devoluci[oó]n(?:es)?|etiquetas?|facturas?|recogida|suscripción)\b/,
    expects: /lleg(?:ar|ará|ue|a el)|entreg(?:a|ar|ará|ado)|prevista|previsto|estimada|espera|recibir/,
    otherDay: /\b(?:si|no|espere|esperar|devol\p{L}*|devuel\p{L}*|reembols\p{L}*|intentó|cerrad[oa]s?|respond\p{L}*|respuesta|contact\p{L}*)\b/u,
    ordered: /\b(?:pedido (?:del|realizado)|pediste|pidió|compr(?:ó|aste|ado)|realizó|hiciste)\b/,
    refundSum: /reembols|devoluci[oó]n del dinero/,
    total: /importe total|en total|total de|pagaste|pagó|pagado/,
    shippingCost: /gastos? de env[ií]o|costes? de env[ií]o/,
    unclaimed: /(?:^|[^\p{L}])(?:no|nunca|ningun[oa]?|si|cuando|en cuanto|una vez|hasta|será|serán|sería|podrá|puede|puedes|podría|antes|después|aún|todavía)(?=[^\p{L}]|$)|\?/u,
    relative: [[/pasado mañana/, 2], [/\bmañana\b/, 1], [/\bhoy\b/, 0], [/\bayer\b/, -1]],
  },
  'pt-PT': {
    delivered: /\b(?:foi|foram|está|já foi) (?:já )?(?:entregues?)\b|\bchegou\b/,
    shipped: /\b(?:foi|foram|está|já foi|enviámos) (?:já )?(?:enviad[oa]s?|expedid[oa]s?|despachad[oa]s?)\b|\bsaiu do nosso armazém\b/,
    refunded: /\b(?:foi|foram|já foi) (?:já )?(?:reembolsad[oa]s?|devolvid[oa]s?)\b|\breembolsámos\b|\breembolsei\b|reembolso foi (?:feito|efetuado|emitido|processado)/,
    cancelled: /\b(?:foi|está|já foi) (?:já )?(?:cancelad[oa]|anulad[oa])\b|\bcancelámos\b|\bcancelei\b/,
    otherThing: /\b(?:e-?mails?|mensage(?:m|ns)|devoluç(?:ão|ões)|etiquetas?|faturas?|recolha|subscrição)\b/,
    expects: /cheg(?:ar|ará|ue|a )|entreg(?:a|ar|ue)|prevista|previsto|estimada|esperad|receber/,
    otherDay: /(?<![\p{L}-])se\b|\b(?:não|aguard\p{L}*|devol\p{L}*|reembols\p{L}*|tentou|fechad[oa]s?|respond\p{L}*|resposta|contact\p{L}*)\b/u,
    ordered: /\b(?:encomendou|encomenda de|comprou|comprada)\b/,
    refundSum: /reembols/,
    total: /valor total|no total|total de|pagou|pago\b/,
    shippingCost: /portes|custos? de envio/,
    unclaimed: /(?:^|[^\p{L}-])(?:não|nunca|nenhum|se|quando|assim que|logo que|até|será|serão|seria|poderá|pode|poderia|antes|depois|ainda)(?=[^\p{L}]|$)|\?/u,
    relative: [[/depois de amanhã/, 2], [/\bamanhã/, 1], [/\bhoje\b/, 0], [/\bontem\b/, -1]],
  },
  'zh-CN': {
    delivered: /(?:已|已经)(?:成功|被)?(?:送达|签收|派送成功|妥投|送到)/,
    shipped: /(?:已|已经)(?:发货|寄出|发出|出库)/,
    refunded: /(?:已|已经)(?:为您|给您|全额|部分|原路)*(?:退款|退还|退回.{0,12}款)|退款(?:已|已经)(?:完成|处理|发出|到账)/,
    cancelled: /(?:订单)?(?:已|已经)(?:为您)?取消/,
    otherThing: /邮件|消息|留言|退货|退件|标签|发票|订阅/,
    expects: /预计|送达|到达|送到|派送|到货|收到/,
    otherDay: /如果|若|没有|还没|未能|退|换货|请等|等到|回复|答复|联系/,
    ordered: /下单|购买|订购/,
    refundSum: /退款|退还|退回/,
    total: /总额|合计|总计|总价|实付|支付了|付款/,
    shippingCost: /运费|邮费|配送费/,
    unclaimed: /尚未|还没|没有|未能|未|如果|一旦|是否|若|将|会|可以|之前|以后|之后|后将|等到|[?\uff1f吗]/,
    relative: [[/后天/, 2], [/明天/, 1], [/今天/, 0], [/昨天/, -1]],
  },
  ja: {
    delivered: /(?:配達|お届け|配送)(?:は|が|を)?(?:済み|完了|されました|いたしました|しました|されております)|届いております|到着(?:しました|いたしました|しております)/,
    shipped: /(?:発送|出荷)(?:は|が|を)?(?:済み|完了|されました|いたしました|しました|しております)/,
    refunded: /(?:返金|払い戻し)(?:は|が|を|いた)?(?:済み|完了|されました|いたしました|しました|しております)/,
    cancelled: /キャンセル(?:は|が|を)?(?:済み|完了|されました|いたしました|しました)/,
    otherThing: /メール|メッセージ|お問い合わせ|返品|ラベル|請求書|領収書|定期/,
    expects: /届|到着|配達|お届け|予定|見込み/,
    otherDay: /場合|もし|れば|たら|(?<!申し訳(?:ござい|あり))ません|返品|返送|返金|交換|お待ち|返信|ご連絡/,
    ordered: /ご注文|購入|お買い上げ/,
    refundSum: /返金|払い戻し/,
    total: /合計|総額|お支払い/,
    shippingCost: /送料|配送料/,
    unclaimed: /(?<!申し訳(?:ござい|あり))ません|(?<!申し訳)ない|まだ|もし|場合|たら|次第|でしょうか|ますか|予定です(?!.*済)|いたします|します(?!た)|れば|[?\uff1f]/,
    relative: [[/明後日/, 2], [/明日/, 1], [/本日|今日/, 0], [/昨日/, -1]],
  },
};

export const claimWords: Record<CustomerLocale, ClaimWords> = {
  en: inAnyScript(written.en),
  'zh-CN': written['zh-CN'],
  de: inAnyScript(written.de),
  fr: inAnyScript(written.fr),
  es: inAnyScript(written.es),
  ja: written.ja,
  'pt-PT': inAnyScript(written['pt-PT']),
};

function inAnyScript(words: ClaimWords): ClaimWords {
  return {
    delivered: wholeWords(words.delivered), shipped: wholeWords(words.shipped), refunded: wholeWords(words.refunded), cancelled: wholeWords(words.cancelled), otherThing: wholeWords(words.otherThing), expects: wholeWords(words.expects), otherDay: wholeWords(words.otherDay),
    ordered: wholeWords(words.ordered), refundSum: wholeWords(words.refundSum), total: wholeWords(words.total), shippingCost: wholeWords(words.shippingCost), unclaimed: wholeWords(words.unclaimed),
    relative: words.relative.map(([word, days]) => [wholeWords(word), days] as const),
  };
}
