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
    words: /\b(?:charged (?:me )?twice|double.?charged?|unauthori[sz]ed|fraud(?:ulent)?|did not order|didn.?t order|never ordered|chargeback|stolen card)\b|doppelt (?:abgebucht|belastet|bezahlt)|nicht bestellt|betrug|unberechtigt|\b(?:debite deux fois|preleve deux fois|fraude|pas commande)\b|\b(?:cobrado dos veces|doble cargo|fraude|no he pedido)\b|\b(?:cobrado duas vezes|nao encomendei)\b|重复扣款|扣了两次|盗刷|没有下单|欺诈|二重請求|二重に|不正利用|注文していない/,
  },
  {
    reason: 'lost_parcel',
    priority: 'high',
    words: /\b(?:lost (?:parcel|package|in (?:the )?(?:mail|post|transit))|(?:parcel|package) (?:is|was|got) (?:lost|stolen)|stolen|says? (?:it (?:was|is) )?delivered but|never arrived|marked as delivered)\b|paket (?:ist |wurde )?(?:verloren|gestohlen|weg)|verloren gegangen|als zugestellt|nie angekommen|\b(?:colis (?:perdu|vole)|jamais (?:recu|arrive)|marque comme livre)\b|\b(?:paquete (?:perdido|robado)|nunca lleg\w+|figura como entregado)\b|\b(?:encomenda (?:perdida|roubada)|nunca chegou)\b|丢件|包裹丢|丢失|被偷|显示签收|显示已签收|一直没收到|紛失|盗まれ|届いていないのに|配達済みなのに/,
  },
  {
    reason: 'complaint',
    priority: 'high',
    words: /\b(?:lawyer|attorney|legal action|sue you|consumer protection|trading standards|formal complaint|trustpilot|bbb)\b|anwalt|rechtliche schritte|verbraucherzentrale|verbraucherschutz|beschwerde|anzeige erstatten|\b(?:avocat|poursuites|dgccrf|reclamation|plainte)\b|\b(?:abogado|acciones legales|denuncia|hoja de reclamaciones)\b|\b(?:advogado|livro de reclamacoes|queixa)\b|律师|投诉|起诉|12315|消协|弁護士|消費者センター|苦情|訴え/,
  },
];
