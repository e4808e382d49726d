import type { PriorityReason, TicketCategory } from '../tickets/ticket.ts';

/** Words by which customers speak of one thing and no other, in the languages the app writes: folded, parts of words. */
export const categoryWords: Record<Exclude<TicketCategory, 'other'>, RegExp> = {
  shipping: /\b(?:ship(?:ping|ped|ment)|deliver(?:y|ed)|tracking|parcel|package|courier|carrier|where is my order|has not arrived|hasn.?t arrived|not arrived|not received|never arrived|customs)\b|lieferung|sendung|paket|versand|zustell|geliefert|wo (?:bleibt|ist) meine bestellung|\b(?:livraison|livre|colis|expedi\w+|suivi|transporteur|douane)\b|\b(?:envio|enviado|entrega|paquete|seguimiento|transportista|aduana)\b|\b(?:encomenda nao chegou|entregue|rastre\w+|transportadora|alfandega)\b|物流|快递|发货|包裹|运单|没收到|未收到|清关|到哪|配送|発送|届か|届き|荷物|追跡|送料/,
  returns: /\b(?:return(?:s|ed|ing)?|exchange|refund(?:ed)?|send (?:it|them) back|wrong size|money back)\b|retoure|ruckgabe|rucksend|zuruckschick|umtausch|erstattung|widerruf|\b(?:retour|retourner|renvoyer|echange|echanger|rembourse\w*|retractation)\b|\b(?:devol\w+|cambio de talla|reembols\w+|cambiar)\b|\b(?:troca|trocar|reembolso)\b|退货|退款|换货|退换|退钱|返品|返金|交換/,
  billing: /\b(?:invoice|receipt|charged|payment|paid twice|double charge|credit card|bank statement|vat|tax|billing|chargeback)\b|rechnung|zahlung|abgebucht|uberweis|kreditkarte|mehrwertsteuer|\b(?:facture|paiement|debite|carte bancaire|preleve\w*|tva)\b|\b(?:factura|pago|cobr\w+|tarjeta|iva)\b|\b(?:fatura|pagamento|cobrado|cartao|multibanco)\b|发票|付款|扣款|支付|重复扣|账单|開具|領収書|請求|支払|決済|二重/,
  product: /\b(?:size guide|in stock|back in stock|material|ingredients|dimensions|compatible|warranty|broken|damaged|defective|does not work|doesn.?t work|faulty|missing part|wrong item|manual)\b|\b(?:groesse|grosse|material|vorratig|lieferbar|defekt|beschadigt|kaputt|garantie|falsche[rsn]? (?:artikel|ware)|anleitung)\b|\b(?:taille|matiere|en stock|abime|casse|defectueux|garantie|mauvais article|notice)\b|\b(?:talla|existencias|material|roto|danado|defectuos\w+|garantia|articulo equivocado)\b|\b(?:tamanho|em stock|partido|danificado|defeito)\b|尺码|尺寸|材质|有货|库存|坏了|破损|质量|保修|发错|少件|说明书|サイズ|在庫|素材|壊れ|破損|不良|保証|違う商品/,
  order: /\b(?:cancel(?:led|lation)?|change (?:my|the) (?:order|address|size)|wrong address|add to my order|order confirmation|discount code|coupon)\b|stornier|bestellung andern|adresse andern|falsche adresse|bestellbestatigung|gutschein|\b(?:annuler|annulation|modifier (?:ma|la) commande|changer l.?adresse|code promo)\b|\b(?:cancelar|anular|cambiar la direccion|direccion equivocada|codigo de descuento|cupon)\b|\b(?:cancelamento|alterar (?:a )?(?:morada|encomenda)|morada errada)\b|取消订单|修改地址|改地址|地址错|优惠券|折扣码|キャンセル|住所変更|注文変更|クーポン/,
  technical: /\b(?:log ?in|password|website|app (?:crash\w*|does)|error message|checkout (?:error|fails|does)|page does not|link does not|cannot access)\b|passwort|einloggen|anmelden|fehlermeldung|webseite|link funktioniert nicht|\b(?:mot de passe|connexion|site web|message d.?erreur)\b|\b(?:contrasena|iniciar sesion|pagina web|mensaje de error)\b|\b(?:palavra-passe|senha|iniciar sessao)\b|密码|登录|网站|报错|打不开|パスワード|ログイン|サイト|エラー/,
};

/** What may stand between a parcel and what became of it: whose it is, of which order, by which number. */
const between = String.raw`(?:[ ,()]{1,2}(?:dhl|ups|dpd|gls|fedex|usps|hermes|of|for|from|with|in|my|our|the|to|order|parcel|package|number|no\.?|nr\.?|von|zu|zur|aus|mit|der|die|meine[rm]?|ihre[rm]?|bestellung|nummer|sendungsnummer|de|du|la|le|ma|mon|sa|pour|commande|colis|numero|del|el|mi|su|pedido|paquete|da|do|minha|meu|encomenda|[a-z]{0,4}[-#]?[a-z]{0,4}\d[\w-]{0,30})){0,6}`;

/** Several ways of saying one thing, read as one. */
const anyOf = (...ways: readonly (RegExp | string)[]): RegExp => new RegExp(ways.map((way) => (typeof way === 'string' ? way : way.source)).join('|'));

/** Words that cannot wait, gravest first. */
export const priorityWords: { reason: Exclude<PriorityReason, 'high_value' | 'staff'>; priority: 'urgent' | 'high'; words: RegExp }[] = [
  {
    reason: 'safety',
    priority: 'urgent',
    words: /\b(?:injur(?:y|ed|ies)|caught fire|on fire|smoke came|burn(?:ed|t) (?:me|my)|electric shock|allergic reaction|hospital|poison(?:ed|ing)?|chok(?:ed|ing)|exploded|unsafe|overheat\w*)\b|verletzt|brand gefangen|feuer gefangen|stromschlag|allergische reaktion|krankenhaus|vergift|explodiert|\b(?:blesse|a pris feu|brule|choc electrique|reaction allergique|hopital|intoxi\w+|explose)\b|\b(?:herid[oa]|incendi\w+|quemad\w+|descarga electrica|reaccion alergica|explot\w+)\b|\b(?:ferid[oa]|pegou fogo|queimad\w+|choque eletrico|reacao alergica|explodiu)\b|受伤|着火|起火|触电|过敏|医院|中毒|爆炸|烧伤|けが|怪我|発火|感電|アレルギー|病院|爆発|やけど/,
  },
  {
    reason: 'payment',
    priority: 'high',
    words: anyOf(
      /\b(?:charged (?:me )?twice|double.?charged?|unauthori[sz]ed|fraud(?:ulent)?|did not order|didn.?t order|never ordered|chargeback|stolen card)\b|doppelt (?:abgebucht|belastet|bezahlt)|nicht bestellt|betrug|unberechtigt|\b(?:debite deux fois|preleve deux fois|fraude|pas commande)\b|\b(?:cobrado dos veces|doble cargo|fraude|no he pedido)\b|\b(?:cobrado duas vezes|nao encomendei)\b|重复扣款|扣了两次|盗刷|没有下单|欺诈|二重請求|二重に|不正利用|注文していない/,
      /\b(?:disput(?:e|es|ed|ing) (?:the|this|that|your|my|it) ?(?:charge|payment|transaction|purchase|with my)|charge(?:d|s)? ?back|open(?:ed|ing)? an? (?:paypal )?(?:dispute|case with)|(?:dispute|claim|case) (?:with|at|through) (?:my (?:bank|card|credit)|paypal|klarna)|(?:bank|card company|credit card company|paypal) (?:to )?(?:reverse|revert|take back))/,
      /ruckbuchung|zuruckbuchen|zuruckgebucht|\bbuche (?:ich )?(?:das|den|die|es)\b.{0,30}\bzuruck\b|lastschrift .{0,20}(?:zuruck|widersprech)|kauferschutz|paypal.?fall|(?:zahlung|abbuchung) .{0,20}(?:anfecht|reklamier)/,
      /\bcontest(?:e|er|erai|ons) (?:le|ce|cette|la) (?:paiement|debit|prelevement|transaction)|opposition (?:au|a la|aupres|sur)|litige (?:paypal|aupres|via|sur paypal)|retrofacturation/,
      /\bcontracargo|disput(?:ar|are|o) (?:el|este|la) (?:cargo|pago|compra)|disputa (?:en|con|a traves de) (?:paypal|mi banco)|(?:devolver|rechazar) el (?:recibo|cargo)|reclamar (?:al|a mi) banco/,
      /\bcontest(?:ar|o|arei) (?:o|a|este|esta) (?:pagamento|debito|cobranca|compra)|disputa (?:no|na|com o|junto do) (?:paypal|meu banco|banco)|reverter o pagamento/,
      /拒付|(?:向|找|联系)(?:我的)?银行.{0,8}(?:申诉|投诉|争议|撤销|追回)|信用卡.{0,4}争议|支付争议|チャージバック|(?:カード会社|銀行)に.{0,12}(?:異議|取り消|申し立て)|支払い?(?:停止|異議)|paypal.{0,6}(?:紛争|異議|争议)/,
    ),
  },
  {
    reason: 'lost_parcel',
    priority: 'high',
    words: anyOf(
      /\b(?:lost (?:parcel|package|in (?:the )?(?:mail|post|transit))|(?:parcel|package) (?:is|was|got) (?:lost|stolen)|stolen|says? (?:it (?:was|is) )?delivered but|never arrived|marked as delivered)\b|paket (?:ist |wurde )?(?:verloren|gestohlen|weg)|verloren gegangen|als zugestellt|nie angekommen|\b(?:colis (?:perdu|vole)|jamais (?:recu|arrive)|marque comme livre)\b|\b(?:paquete (?:perdido|robado)|nunca lleg\w+|figura como entregado)\b|\b(?:encomenda (?:perdida|roubada)|nunca chegou)\b|丢件|包裹丢|丢失|被偷|显示签收|显示已签收|一直没收到|紛失|盗まれ|届いていないのに|配達済みなのに/,
      String.raw`\b(?:order|parcel|package|shipment|delivery)${between}[ ,()]{1,2}(?:is|was|got|has been|has gone|must be|must have been|seems|seems to be|went) (?:now |still |probably |clearly |simply |just )?(?:lost|stolen|missing)\b`,
      String.raw`\b(?:bestellung|paket|sendung|lieferung|packchen)${between}[ ,()]{1,2}(?:ist|wurde|gilt als|scheint)(?: (?:wohl|offenbar|anscheinend|jetzt|immer noch|noch immer|einfach|seit \w+))? (?:verloren|gestohlen|verschwunden|verschollen|weg)\b`,
      String.raw`\b(?:commande|colis|paquet|livraison)${between}[ ,()]{1,2}(?:est|a ete|semble|s'est|c'est)(?: \w+)? ?(?:perdue?|volee?|egaree?)\b`,
      String.raw`\b(?:pedido|paquete|envio)${between}[ ,()]{1,2}(?:esta|se ha|se|ha sido|fue|parece) ?(?:perdid[oa]|perdio|robad[oa]|extraviad[oa]|extravio)\b`,
      String.raw`\b(?:encomenda|pacote|envio)${between}[ ,()]{1,2}(?:esta|foi|parece|perdeu-se|extraviou-se)(?: (?:perdid[oa]|roubad[oa]|extraviad[oa]))?(?<=perdid[oa]|roubad[oa]|extraviad[oa]|-se)`,
      /(?:包裹|快递|订单|物流).{0,20}(?:丢了|丢失|弄丢|不见了|被偷)|(?:荷物|小包|注文).{0,20}(?:紛失|行方不明|なくな[りっ]|盗ま)/,
    ),
  },
  {
    reason: 'complaint',
    priority: 'high',
    words: anyOf(
      /\b(?:lawyer|attorney|legal action|sue you|consumer protection|trading standards|formal complaint|trustpilot|bbb)\b|anwalt|rechtliche schritte|verbraucherzentrale|verbraucherschutz|beschwerde|anzeige erstatten|\b(?:avocat|poursuites|dgccrf|reclamation|plainte)\b|\b(?:abogado|acciones legales|denuncia|hoja de reclamaciones)\b|\b(?:advogado|livro de reclamacoes|queixa)\b|律师|投诉|起诉|12315|消协|弁護士|消費者センター|苦情|訴え/,
      /\b(?:(?:third|fourth|fifth|sixth|3rd|4th|5th|6th) (?:time (?:that )?(?:i|we)(?:.?m|.?ve| am| have| had| must| need)?(?: to)? ?(?:now )?(?:writ|ask|contact|e-?mail|messag|complain|tr(?:y|ied)|wrote)|(?:e-?mail|mail|message|reminder)(?! address))|(?:second|2nd|last|final) (?:reminder|warning)|(?:still|again) no (?:answer|reply|response)|no (?:answer|reply|response) (?:from you|to my|since)|(?:nobody|no one|noone) (?:answer|repl(?:y|ie)|respond)|(?:you ignore|ignor(?:ed|es|ing) (?:me|my))|small claims|take you to court|legal (?:steps|advice|proceedings)|my solicitor|(?:bad|negative|terrible|one.?star|1.?star) review)/,
      /(?:dritte|vierte|funfte|[3-9]\.) (?:mail\b|e-mail\b|nachricht|erinnerung|anfrage|mahnung)(?!.?adresse)|(?:dritte|vierte|funfte|[3-9]\.) mal,? (?:dass ich (?:ihnen |euch |sie )?|ich )?(?:schreib|melde|frag|kontaktier|versuch)|(?<!(?:bestell|kauf)[^.!?]{0,40})zum (?:dritten|vierten|funften|x-?ten|wiederholten) mal(?!.{0,30}(?:bestell|kauf))|(?:immer noch|wieder|noch immer|bis heute) keine (?:antwort|ruckmeldung)|keine antwort (?:von ihnen|auf mein)|niemand antwortet|ignorier\w* (?:sie )?mich\b|letzte (?:mahnung|frist|erinnerung)|\bmahnbescheid|\bvor gericht\b|verklag|rechtsweg|(?:schlechte|negative) bewertung/,
      /\b(?:troisieme|quatrieme|cinquieme|3e|3eme|4e|4eme) (?:fois que (?:je|j.|nous) ?(?:vous )?(?:ecri|demand|contact|relanc|reclam|envoi)|mail|e-?mail|courriel|message|relance|rappel)|(?:toujours|encore) (?:pas de|aucune|sans) reponse|aucune reponse (?:de votre part|a mes)|personne ne (?:me )?repond|mise en demeure|en justice|\btribunal|(?:mauvais|pire) avis|avis negatif/,
      /\b(?:tercera|cuarta|quinta|3.?|4.?) (?:vez que (?:le|les|te|os)? ?(?:escrib|pregunt|contact|reclam|mand)|reclamacion)|tercer (?:correo|mensaje|email|aviso)|(?:sigo|seguimos|otra vez) sin respuesta|(?:nadie|no) me (?:responde|contesta)|no (?:he recibido|recibo) respuesta|\b(?:juzgado|tribunales|demanda judicial)|(?:mala|pesima) (?:resena|valoracion|opinion)|resena negativa|organizacion de consumidores/,
      /\b(?:terceira|quarta|quinta|3.?|4.?) (?:vez que (?:lhes?|vos)? ?(?:escrev|pergunt|contact|reclam|envi)|mensagem|reclamacao)|terceiro (?:e-?mail|contacto|aviso)|(?:continuo|ainda) sem resposta|ninguem (?:me )?responde|\btribunal|acao judicial|acoes legais|deco proteste|\basae\b|(?:ma|pessima) avaliacao|avaliacao negativa/,
      /第[三四五六3-6](?:次(?:给你们?|向你们?)?(?:写|发邮件|发信|联系|询问|来信|催|问)|封(?:邮件|信))|(?:还是|一直|仍然|又)没有?(?:人)?(?:回复|答复|回应)|没人(?:回复|理)|不理我|法院|诉讼|报警|消费者协会|差评|(?:三|四|五|3|4|5)(?:度目|回目|通目)の?(?:連絡|メール|問い合わせ|問合せ)|(?:まだ|未だに|いまだに|また)(?:ご)?(?:返事|返信|回答|連絡)が?(?:ない|ありません|来ない|来ません)|無視され|裁判|訴訟|法的(?:措置|手段)|消費生活センター|(?:低評価|悪い(?:レビュー|口コミ))/,
    ),
  },
];
