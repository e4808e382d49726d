import type { CustomerLocale } from '#app/kernel/locales.ts';

/** How agents say things in each language: `{…}` is where a fact stands. */
export interface Spoken {
  delivery: readonly string[];
  delivered: readonly string[];
  shipped: readonly string[];
  refunded: readonly string[];
  total: readonly string[];
  /** Claims of a state that is not so while nothing is delivered, sent, refunded or cancelled. */
  untrue: readonly string[];
  /** Sentences that claim nothing, whatever the order's state is. */
  harmless: readonly string[];
  phrases: readonly string[];
}

export const spoken: Record<CustomerLocale, Spoken> = {
  en: {
    delivery: ['Your parcel is expected on {day}.', 'It will arrive by {day} at the latest.', 'The carrier plans the delivery for {day}.', 'It should be with you on {day}.'],
    delivered: ['Your parcel was delivered on {day}.', 'It arrived on {day} according to the carrier.'],
    shipped: ['Your order was shipped on {day}.', 'We shipped it on {day}.'],
    refunded: ['We have refunded {sum} to your card.', 'Your refund of {sum} has been processed: it was refunded today.', '{sum} has been refunded.'],
    total: ['The order total was {sum}.', 'You paid {sum}.'],
    untrue: ['Your parcel has been delivered.', 'Your order was shipped.', 'We have refunded you.', 'Your order has been cancelled.'],
    harmless: ['If it has not been delivered by then, write to us.', 'As soon as it is shipped you get a mail.', 'We will refund you once it is back.', 'Was it delivered to a neighbour?', 'I am sorry for the trouble.', 'It can be cancelled before it leaves.', 'Please allow 3 to 5 working days for your bank.', 'I looked at this at 14:30 today.'],
    phrases: ['Just read our page yourself.', 'I don’t know.', 'Take it or leave it.', 'That is not our problem.'],
  },
  de: {
    delivery: ['Ihr Paket wird voraussichtlich am {day} zugestellt.', 'Es sollte spätestens am {day} bei Ihnen sein.', 'Die Zustellung ist für {day} geplant.', 'Wir erwarten die Lieferung am {day}.'],
    delivered: ['Ihr Paket wurde am {day} zugestellt.', 'Die Sendung ist am {day} angekommen.'],
    shipped: ['Ihre Bestellung wurde am {day} versandt.', 'Wir haben das Paket am {day} verschickt.'],
    refunded: ['Wir haben Ihnen {sum} erstattet.', 'Der Betrag von {sum} wurde zurückerstattet.', 'Ich habe Ihnen {sum} zurücküberwiesen.'],
    total: ['Der Gesamtbetrag war {sum}.', 'Sie haben insgesamt {sum} bezahlt.'],
    untrue: ['Ihr Paket wurde zugestellt.', 'Ihre Bestellung wurde versandt.', 'Wir haben Ihnen das Geld erstattet.', 'Ihre Bestellung wurde storniert.'],
    harmless: ['Falls es bis dahin nicht zugestellt wurde, melden Sie sich.', 'Sobald es versandt ist, erhalten Sie eine E-Mail.', 'Wir werden Ihnen den Betrag erstatten.', 'Wurde es bei einem Nachbarn abgegeben?', 'Es tut mir leid.', 'Die Bestellung kann noch storniert werden.', 'Die Bank braucht 3 bis 5 Werktage.', 'Ich habe um 14:30 Uhr nachgesehen.'],
    phrases: ['Lesen Sie bitte selbst nach.', 'Das weiß ich nicht.', 'Das ist nicht unser Problem.', 'Das steht alles auf unserer Seite.'],
  },
  fr: {
    delivery: ['Votre colis est attendu le {day}.', 'La livraison est prévue le {day}.', 'Il arrivera au plus tard le {day}.', 'Le transporteur annonce une livraison le {day}.'],
    delivered: ['Votre colis a été livré le {day}.', 'Il est bien arrivé le {day}.'],
    shipped: ['Votre commande a été expédiée le {day}.', 'Nous avons expédié le colis le {day}.'],
    refunded: ['Nous vous avons remboursé {sum}.', '{sum} ont été remboursés.', 'La somme de {sum} a été remboursée.'],
    total: ['Le montant total était de {sum}.', 'Vous avez payé {sum}.'],
    untrue: ['Votre colis a été livré.', 'Votre commande a été expédiée.', 'La somme a été remboursée.', 'Votre commande a été annulée.'],
    harmless: ['S’il n’est pas livré d’ici là, écrivez-nous.', 'Dès que la commande est expédiée, vous recevez un message.', 'Nous vous rembourserons dès son retour.', 'A-t-il été remis à un voisin ?', 'Je suis désolée pour ce désagrément.', 'La commande peut encore être annulée.', 'La banque demande 3 à 5 jours ouvrés.', 'J’ai vérifié à 14:30.'],
    phrases: ['Lisez la page.', 'Je ne sais pas.', 'C’est à prendre ou à laisser.', 'Ce n’est pas notre problème.'],
  },
  es: {
    delivery: ['La entrega está prevista para el {day}.', 'Su paquete llegará el {day} como tarde.', 'El transportista espera entregar el {day}.', 'La fecha estimada es el {day}.'],
    delivered: ['Su paquete fue entregado el {day}.', 'El envío se entregó el {day}.'],
    shipped: ['Su pedido fue enviado el {day}.', 'Hemos enviado el paquete el {day}; ha sido enviado por mensajería.'],
    refunded: ['Le hemos reembolsado {sum}.', 'Se reembolsó {sum} a su tarjeta.', 'El importe de {sum} ha sido reembolsado.'],
    total: ['El importe total fue de {sum}.', 'Usted pagó {sum}.'],
    untrue: ['Su paquete fue entregado.', 'Su pedido ha sido enviado.', 'El dinero ha sido reembolsado.', 'Su pedido ha sido cancelado.'],
    harmless: ['Si no ha sido entregado, escríbanos.', 'En cuanto se envíe recibirá un correo.', 'Le reembolsaremos cuando lo recibamos.', '¿Fue entregado a un vecino?', 'Siento mucho las molestias.', 'El pedido puede cancelarse antes del envío.', 'El banco tarda de 3 a 5 días.', 'Lo miré a las 14:30.'],
    phrases: ['Lea la página.', 'No lo sé.', 'Lo toma o lo deja.', 'No es nuestro problema.'],
  },
  'pt-PT': {
    delivery: ['A entrega está prevista para {day}.', 'A sua encomenda deve chegar até {day}.', 'A transportadora prevê entregar em {day}.', 'A data estimada é {day}.'],
    delivered: ['A sua encomenda foi entregue em {day}.', 'O pacote chegou em {day}.'],
    shipped: ['A sua encomenda foi enviada em {day}.', 'O pacote foi expedido em {day}.'],
    refunded: ['Reembolsámos {sum} no seu cartão.', 'O valor de {sum} foi reembolsado.', 'Foram reembolsados {sum}.'],
    total: ['O valor total foi de {sum}.', 'Pagou {sum}.'],
    untrue: ['A sua encomenda foi entregue.', 'A sua encomenda foi enviada.', 'O dinheiro foi reembolsado.', 'A sua encomenda foi cancelada.'],
    harmless: ['Se não foi entregue, escreva-nos.', 'Assim que for enviada recebe um email.', 'Vamos reembolsar quando a recebermos.', 'Foi entregue a um vizinho?', 'Lamento o incómodo.', 'A encomenda pode ser cancelada antes do envio.', 'O banco demora 3 a 5 dias.', 'Verifiquei às 14:30.'],
    phrases: ['Leia a página.', 'Não sei.', 'É pegar ou largar.', 'Não é nosso problema.'],
  },
  'zh-CN': {
    delivery: ['您的包裹预计{day}送达。', '快递最晚{day}到达。', '承运商计划{day}派送。', '预计{day}到货。'],
    delivered: ['您的包裹已送达,时间是{day}。', '包裹已于{day}签收,已成功送达。'],
    shipped: ['您的订单已发货,时间是{day}。', '包裹{day}已寄出。'],
    refunded: ['我们已为您退款{sum}。', '{sum}已退还到您的卡上。', '退款已完成,金额{sum}。'],
    total: ['订单总额是{sum}。', '您实付{sum}。'],
    untrue: ['您的包裹已送达。', '您的订单已发货。', '我们已为您退款。', '您的订单已取消。'],
    harmless: ['如果到时还没送达,请告诉我们。', '发货后您会收到邮件。', '收到退货后我们会退款。', '包裹是否由邻居签收?', '非常抱歉给您带来不便。', '发货之前可以取消订单。', '银行需要3到5个工作日。', '我在14:30查过。'],
    phrases: ['自己看页面。', '我不知道。', '爱买不买。', '不是我们的问题。'],
  },
  ja: {
    delivery: ['お荷物は{day}に到着予定です。', 'お届け予定日は{day}です。', '{day}に配達の見込みです。', '{day}までにお届けの予定です。'],
    delivered: ['お荷物は{day}に配達されました。', '{day}に配達完了しております。'],
    shipped: ['ご注文の品は{day}に発送されました。', '{day}に出荷しました。'],
    refunded: ['{sum}を返金しました。', '返金いたしました金額は{sum}です。', '{sum}の返金は完了しております。'],
    total: ['合計金額は{sum}でした。', 'お支払い総額は{sum}です。'],
    untrue: ['お荷物は配達されました。', 'ご注文の品は発送されました。', '返金しました。', 'ご注文はキャンセルされました。'],
    harmless: ['まだ届いていない場合はご連絡ください。', '発送されましたらメールをお送りします。', '返送品が届き次第、返金いたします。', 'ご近所の方が受け取られましたでしょうか?', 'ご迷惑をおかけして申し訳ございません。', '発送前でしたらキャンセルできます。', '銀行の処理に3〜5営業日かかります。', '14:30に確認いたしました。'],
    phrases: ['ページを読んでください。', 'わかりません。', '嫌なら結構です。', '弊社の責任ではありません。'],
  },
};
