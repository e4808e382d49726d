import type { CustomerLocale } from '#app/kernel/locales.ts';
import { wholeWords } from './whole-words.ts';

/** How a language says of goods that they are lost or went out once more. Each is looked for in one sentence, in lower case. */
export interface ParcelWords {
  /** The parcel is lost. */
  lost: RegExp;
  /** Somebody sends; together with `again` it is sent once more. */
  sends: RegExp;
  again: RegExp;
  /** It is offered, asked for, supposed or told by the customer, or something else than goods is sent. */
  unmeant: RegExp;
  /** What is so instead; `{day}` is where a day stands. */
  says: Readonly<Record<'delivered' | 'expected' | 'moving' | 'returning' | 'unsent', string>>;
}

const written: Record<CustomerLocale, ParcelWords> = {
  en: {
    lost: /\b(?:parcel|package|order|shipment|delivery|it|goods)\b[^.;:]{0,60}\b(?:(?:is|was|were|are|got|been|be) (?:now |probably |clearly |unfortunately |sadly |officially )?lost|(?:gone|went) missing)\b|\b(?:take|taken|consider(?:ed)?|regard(?:ed)?|declared?|treat(?:ed)?|reported)\b[^.;:]{0,30}\blost\b|\blost (?:your|the) (?:parcel|package|order|shipment)\b|\blost in (?:transit|the (?:post|mail))\b/,
    sends: /\b(?:(?:we|i)(?:['’]ve|['’]re|['’]m| have| are| am)? (?:just |already |now |also )*(?:send|sent|sending|resent|re-sent|resend|resending|reshipped|re-shipped|reshipping|ship|shipped|shipping|dispatched|posted)|(?:was|were|has been|have been|is being) (?:already |now )?(?:sent|resent|re-sent|shipped|reshipped|dispatched))\b/,
    again: /\b(?:again|once more|a second time|replacement|new (?:one|parcel|package)|resent|re-sent|resend|resending|reshipped|re-shipped|reshipping)\b/,
    unmeant: /\b(?:or|choose|choice|prefer|please|whether|may|might|maybe|perhaps|seems?|possibly|offer|happy to|glad to|like to|want|you (?:say|said|write|wrote|think|told|mention(?:ed)?|report(?:ed)?)|sorry to hear|understand that|e-?mails?|mails?|link|message|code|invoice|label|photos?|confirmation|notice)\b/,
    says: { delivered: 'Your parcel was delivered on {day}.', expected: 'Your parcel is on its way and is expected {day}.', moving: 'Your parcel is on its way.', returning: 'Your parcel is on its way back to us.', unsent: 'Your order has not left us yet.' },
  },
  de: {
    lost: /\b(?:paket|sendung|bestellung|lieferung|päckchen|es|sie)\b[^.;:]{0,60}\b(?:verloren|verschollen|abhandengekommen|abhanden gekommen)\b|\bverloren gegangen\b|\b(?:für|als) verloren\b/,
    sends: /\b(?:sende|senden|schicke|schicken|versende|versenden|verschicke|verschicken|gesandt|gesendet|geschickt|verschickt|versandt|versendet|abgeschickt|losgeschickt)\b/,
    again: /\b(?:noch einmal|nochmals?|erneut|ein zweites mal|ersatz(?:sendung|paket|lieferung|artikel)?|neues paket|neue sendung)\b/,
    unmeant: /\b(?:oder|wählen|wahl|lieber|bitte|vielleicht|möglicherweise|wohl|scheint|gern|gerne|anbieten|möchten|wollen|sie (?:schreiben|schrieben|sagen|meinen|melden)|leid zu hören|mails?|e-mails?|link|nachricht|code|rechnung|etikett|fotos?|bestätigung|hinweis)\b/,
    says: { delivered: 'Ihr Paket wurde am {day} zugestellt.', expected: 'Ihr Paket ist unterwegs und wird erwartet: {day}.', moving: 'Ihr Paket ist unterwegs.', returning: 'Ihr Paket ist auf dem Weg zurück zu uns.', unsent: 'Ihre Bestellung hat unser Lager noch nicht verlassen.' },
  },
  fr: {
    lost: /\b(?:colis|commande|envoi|livraison|paquet|il|elle)\b[^.;:]{0,60}\b(?:perdue?s?|égarée?s?)\b|\bcomme perdue?\b/,
    sends: /\b(?:avons|ai|a été|ont été|nous|je)\b[^.;:]{0,40}(?:renvoy|réexpédi|envoy|expédi)/,
    again: /à nouveau|de nouveau|encore une fois|une seconde fois|remplacement|nouveau colis|nouvel envoi|nouvel article|renvoy|réexpédi/,
    unmeant: /\b(?:ou|choisi[a-zà-ÿ]*|choix|préfér[a-zà-ÿ]*|merci de|veuillez|s['’]il vous plaît|peut-être|semble|proposons|souhait[a-zà-ÿ]*|voulez|vous (?:dites|écrivez|pensez|signalez)|e-?mails?|courriels?|lien|message|code|facture|étiquette|photos?|confirmation)\b/,
    says: { delivered: 'Votre colis a été livré le {day}.', expected: 'Votre colis est en route ; il est attendu : {day}.', moving: 'Votre colis est en route.', returning: 'Votre colis est en route pour revenir chez nous.', unsent: 'Votre commande n’est pas encore partie de chez nous.' },
  },
  es: {
    lost: /\b(?:paquete|pedido|envío|lo|se)\b[^.;:]{0,60}\b(?:perdid[oa]s?|extraviad[oa]s?)\b|\bse (?:perdió|extravió)\b|\bpor perdid[oa]\b/,
    sends: /\b(?:hemos|he|ha sido|fue|se ha|le|lo)\b[^.;:]{0,40}(?:envia|manda|reenvia|expedi)|\b(?:enviamos|mandamos|reenviamos)\b/,
    again: /de nuevo|otra vez|una vez más|nuevamente|reemplazo|sustitución|nuevo paquete|nuevo envío|reenvia|volv(?:emos|imos) a (?:enviar|mandar)|vuelto a (?:enviar|mandar)/,
    unmeant: /\b(?:o|u|elegir|elija|prefier[a-zà-ÿ]*|por favor|quizás?|tal vez|parece|ofrec[a-zà-ÿ]*|desea|quiere|(?:usted|nos) (?:dice|escribe|indica)|correos?|e-?mails?|enlace|mensaje|código|factura|etiqueta|fotos?|confirmación)\b/,
    says: { delivered: 'Su paquete fue entregado el {day}.', expected: 'Su paquete está en camino y se espera: {day}.', moving: 'Su paquete está en camino.', returning: 'Su paquete va de vuelta hacia nosotros.', unsent: 'Su pedido todavía no ha salido de aquí.' },
  },
  'pt-PT': {
    lost: /\b(?:encomenda|pacote|envio|ela|ele)\b[^.;:]{0,60}\b(?:perdid[oa]s?|extraviad[oa]s?)\b|\b(?:perdeu-se|extraviou-se)\b|\bpor perdid[oa]\b/,
    sends: /\b(?:enviámos|enviamos|enviei|reenviámos|reenviamos|reenviei|mandámos|expedimos)\b|\b(?:foi|foram)\b[^.;:]{0,30}(?:enviad|reenviad|expedid)/,
    again: /de novo|outra vez|novamente|mais uma vez|substituição|substitut[oa]|nova encomenda|novo envio|reenvi/,
    unmeant: /\b(?:ou|escolher|escolha|prefere|por favor|talvez|parece|oferecemos|deseja|quer|diz|escreveu|e-?mails?|ligação|mensagem|código|fatura|etiqueta|fotografias?|confirmação)\b/,
    says: { delivered: 'A sua encomenda foi entregue em {day}.', expected: 'A sua encomenda está a caminho e é esperada: {day}.', moving: 'A sua encomenda está a caminho.', returning: 'A sua encomenda vem de volta para nós.', unsent: 'A sua encomenda ainda não saiu daqui.' },
  },
  'zh-CN': {
    lost: /(?:包裹|快递|订单|货物|它)[^。;；]{0,20}(?:丢失|丢了|遗失|弄丢|不见了)/,
    sends: /(?:已|正在|给您|为您|我们|我)[^。;；]{0,14}(?:寄|发)/,
    again: /重新|再次|补发|补寄|重发|重寄|再寄|再发|替换件/,
    unmeant: /或|还是|选择|请|可能|也许|似乎|您(?:说|提到|认为)|邮件|链接|短信|验证码|发票|标签|照片|确认函|想|愿/,
    says: { delivered: '您的包裹已于{day}送达。', expected: '您的包裹正在途中，预计{day}。', moving: '您的包裹正在途中。', returning: '您的包裹正在退回我们这里的路上。', unsent: '您的订单还没有寄出。' },
  },
  ja: {
    lost: /(?:荷物|小包|商品|注文)[^。]{0,20}(?:紛失|行方不明|なくなっ)|紛失(?:しました|したもの|と判断)/,
    sends: /(?:再送|再発送|発送|送り|送付)(?:は|を|が)?(?:済み|完了|し|いたしました|されました)/,
    again: /もう一度|再度|再送|再発送|代わりの|代替|交換品/,
    unmeant: /または|あるいは|選び|ください|かもしれ|ようです|とのこと|可能性|メール|リンク|コード|請求書|ラベル|写真/,
    says: { delivered: 'お荷物は{day}に配達されました。', expected: 'お荷物は輸送中です。お届け予定：{day}。', moving: 'お荷物は輸送中です。', returning: 'お荷物は当店へ戻る途中です。', unsent: 'ご注文の品はまだ当店を出ておりません。' },
  },
};

const whole = ({ says, ...words }: ParcelWords): ParcelWords => ({ lost: wholeWords(words.lost), sends: wholeWords(words.sends), again: wholeWords(words.again), unmeant: wholeWords(words.unmeant), says });

export const parcelWords: Record<CustomerLocale, ParcelWords> = {
  en: whole(written.en), 'zh-CN': written['zh-CN'], de: whole(written.de), fr: whole(written.fr), es: whole(written.es), ja: written.ja, 'pt-PT': whole(written['pt-PT']),
};
