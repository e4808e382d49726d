// What ends a mail: signature marks, mobile programs' lines, closings and legal footers.

/** The line every program knows, and the ones list servers and old programs use. */
export const DELIMITER = /^\s*(?:(?:- )?--|_{2,})\s*$/;

const SENT_FROM =
  "sent (?:from|via|with|using) my\\b|sent wirelessly (?:from|via|on|by)\\b|envoyé sans fil\\b|sent by (?:my )?(?:galaxy|iphone|ipad|android|phone)|from my (?:iphone|ipad|android|mobile|phone|galaxy|samsung|smartphone|cell)\\b|使用.{1,30}发送|sent on the (?:go|move|run)|(?:typed|written) (?:on|with) (?:a |my )?(?:tiny|small|mobile|phone|iphone)|sent from (?:the |an? )?(?:outlook|mail|yahoo|samsung|iphone|ipad|android|blackberry|galaxy|gmail|huawei|proton|aol|windows|typeapp|mobile|nine|spark|airmail|a |x?finity|commander|bluemail|smartphone|zoho|oneplus|surface|workspace)|sent (?:via|with|using) \\S|get outlook for|download outlook|get bluemail|gesendet (?:von|mit|über|aus|vom)\\b|(?:von|vom) .{2,40} gesendet\\s*$|diese (?:nachricht|e-?mail) wurde (?:von|mit) .{2,60} gesendet|(?:von|aus) (?:unterwegs|mobil)|holen sie sich outlook|outlook für (?:ios|android)|envoyé (?:de|depuis|à partir|avec|via)\\b|envoyée? d[eu]|télécharge[rz] outlook|obtenez outlook|outlook pour (?:ios|android)|provenance\\s*: courrier|enviado (?:desde|do|de|a partir|via|por|con|pelo)\\b|obtener outlook|obtenha o outlook|obter o outlook|inviato (?:da|dal|con|tramite)\\b|scarica outlook|ottieni outlook|verzonden (?:vanaf|vanuit|met|via)\\b|verstuurd (?:vanaf|vanuit|met|via)\\b|outlook voor (?:ios|android)|wysłan[eoya] (?:z|ze|za)\\b|pobierz outlook|отправлено (?:с|из|через|от)(?=\\s)|надіслано з|odesláno z|odoslané z|poslano (?:s|sa|z|iz)\\b|изпратено от(?=\\s)|saadetud (?:minu|mobiil|rakendus)|išsiųsta iš|nosūtīts no|trimis (?:de pe|din)\\b|sendt (?:fra|via|med)\\b|skickat (?:från|med)|lähetetty \\S|.{2,40}(?:umdan|dan|den|mden) gönderildi|.{0,30}küldve|.{2,30}-?(?:ről|ról) küldve|στάλθηκε από|αποστολή από|发自|發自|發送自|寄自|来自我的|來自我的|从我的.{1,20}发送|從我的.{1,20}(?:傳送|发送)|.{1,30}から送信|나의 .{1,20}보냄|.{1,20}에서 보냄|נשלח מ|أُ?رسلت? من|مُرسل من|تم الإرسال (?:من|بواسطة)|(?:đã |được )?gửi từ|dikirim dari|ส่งจาก|yahoo mail\\s*[:：]|tapatalk|envoyé par|von meinem .{2,30} gesendet|mobil gesendet|签名由.{0,30}定制";
const GETS =
  'get|hol|downloa|herunter|télécharg|obten|obtén|baix|scarica|otten|ottieni|pobierz|získ|stáhn|получ|скача|завантаж|отрим|hämta|ladda|hent|skaff|hanki|lataa|edin|indir|beszerz|letölt|λήψη|αποκτήστε|preuzm|obțin|dapat|unduh|tải|获取|下载|取得|下載|入手|ダウンロード|다운로드|받기|รับ|ดาวน์โหลด|הורד|קבל|احصل|تنزيل';
/** "Get Outlook for Android", in whatever language and order. */
export const ADVERT_LINE = new RegExp(`^(?=.{0,60}(?:${GETS}))(?=.{0,60}\\b(?:android|ios|iphone|mac)).{0,60}\\b(?:outlook|bluemail|spark|yahoo mail)\\b[^.?!。？！]{0,40}$`, 'iu');
/** A line a telephone's mail program adds. */
export const SENT_FROM_LINE = new RegExp(`^[\\s*_<(~\\u200b-\\u200f\\u2060-\\u2064\\ufeff-]{0,6}(?:${SENT_FROM})`, 'iu');
/** "Mia from mobile". */
export const NAMED_MOBILE = /^\s*\p{Lu}\S{1,20}(?: \p{Lu}\S{1,20})? from (?:my )?(?:mobile|phone|iphone|ipad)\s*$/iu;
/** A company of Japan over its particulars. */
export const COMPANY = /^\s*(?:(?:株式会社|有限会社|合同会社)\S{1,30}|\S{1,30}(?:株式会社|有限会社|合同会社))(?:\s.{0,30})?$/u;
export const PARTICULAR = /(?:tel|fax|e-?mail|mail|url|携帯|電話)\s?[:：.]|〒\s?\d/iu;
/** "Sent from X" with a short name and nothing that makes it a sentence. */
export const SENT_FROM_NAME = /^[\s*]{0,3}Sent from (?:a |an |the |my )?\S+(?: \S+){0,5}[^.?!,\s]\s*$/;

const CLOSING =
  "all the best|warmly|take care|herzlichst|s přátelským pozdravem|поздрави|srdačan pozdrav|İyi (?:çalışmalar|günler)|(?:ب|مع )?تحياتي|(?:with )?(?:my |our )?(?:best|kind|warm|warmest|good) wishes|best|cheers|(?:with |my |our )?(?:best|kind|kindest|warm|warmest|many|cordial)?\\s*regards|(?:yours )?(?:very )?(?:sincerely|faithfully|truly)(?: yours)?|respectfully(?: yours)?|mit (?:freundlichen?|besten?|lieben?|herzlichen?|vielen|sonnigen|schönen) (?:grü(?:ß|ss)en?|gru(?:ß|ss))|(?:freundliche|viele|liebe|beste|schöne|herzliche) grü(?:ß|ss)e|(?:freundlicher|lieber|besten|schönen|liebe) gru(?:ß|ss)|(?:herzliche|liebe|beste|viele|schöne|freundliche|sonnige)n? grüßle|(?:herzliche|lieber?|herzlicher|bester|schöner) gru(?:ß|ss)|(?:herzliche|sonnige) grü(?:ß|ss)e|gr(?:ü(?:ß|ss)e?|u(?:ß|ss))|mit freundlichem gru(?:ß|ss)|(?:mit freundlichen|freundliche|viele|liebe|beste) gru(?:e?ss|ß)en?|(?:mit )?\\p{L}{3,16}(?:e|en|er|em) (?:grü(?:ß|ss)en?|gru(?:ß|ss))|hochachtungsvoll|(?:bien |très )?cordialement|bien à (?:vous|toi)|(?:mes |avec mes )?(?:sincères|meilleures|respectueuses) salutations|salutations(?: distinguées| cordiales)?|respectueusement|(?:bien |très )?amicalement|sincèrement|(?:un )?(?:cordial(?:es)? )?saludos?(?: cordial(?:es)?)?|atentamente|un (?:fuerte )?(?:abrazo|saludo)|(?:reciba|reciban) un cordial saludo|cordialmente|(?:cordiali|distinti|cari|tanti) saluti|un (?:caro |cordiale )?saluto|saluti|(?:met )?(?:vriendelijke|hartelijke) groet(?:en)?|groet(?:en|jes)?|(?:met )?(?:beste|warme|lieve|fijne) groet(?:en|jes)?|hoogachtend|atenciosamente|(?:um )?(?:grande )?abraços?|respeitosamente|cumprimentos|atte\\.?|(?:com os )?(?:melhores |meus )?cumprimentos|z (?:poważaniem|wyrazami szacunku)|(?:serdecznie )?pozdrawiam(?: serdecznie)?|с уважением|с (?:лучшими|добрыми) пожеланиями|всего (?:доброго|хорошего|наилучшего)|з повагою|с наилучшими пожеланиями|s (?:pozdravem|pozdravom|úctou|přáním (?:pěkného|hezkého) dne)|(?:s |lep )?pozdrav|(?:szívélyes )?üdvözlettel|udvozlettel|üdv|udv|tisztelettel|köszönettel|cu (?:stimă|respect|drag)|saygılarım(?:la|ızla)|sevgiler(?:imle)?|iyi (?:çalışmalar|günler)|(?:med )?(?:venlige?|vennlige?|kærlig) hils(?:en|ner)|(?:mange |hjertelig )?hils(?:en|ner)|(?:de )?bedste hilsner|(?:med )?(?:(?:vänliga?|varma|bästa|många) )?hälsning(?:ar)?|(?:ystävällisin |parhain )?terveisin|(?:ystävälliset |parhaat )?terveiset|με εκτίμηση|φιλικά|lugupidamisega|pagarbiai|ar cieņu|此致(?:敬礼)?|敬礼|顺颂商祺|顺祝安好|祝好|敬上|谨上|順頌商祺|順祝商祺|顺祝商祺|祝商祺|敬具|בברכה|مع (?:أطيب )?(?:التحية|التحيات)|تحياتي|trân trọng|hormat (?:kami|saya)|ขอแสดงความนับถือ";
const THANKS = 'many thanks|thanks(?: a lot)?|thank you(?: very much)?|danke(?: schön)?|(?:vielen|besten|herzlichen) dank|(?:muchas )?gracias|grazie(?: mille)?|merci(?: beaucoup)?|(?:muito )?obrigad[oa]|dziękuję|bedankt|tack|tak|takk|kiitos|спасибо|дякую|děkuji|köszönöm|teşekkürler';
/** A greeting that says from where ("Viele Grüße aus Bonn"), and who signs for somebody else ("i. A. Mia Sommer"). */
export const CLOSING_FROM =
  /^\s*(?:(?:\p{L}{3,16}\s)?(?:grü(?:ß|ss)e|gru(?:ß|ss)|saludos|saluti|groet(?:en|jes)|regards|greetings|hilsen|hälsningar|pozdrowienia|pozdrav(?:y|i)?|salutations|abraços)\s(?:aus|vom|von|from|desde|uit|da|dal|dalla|från|fra|z|ze|iz|de|du|do)\s\S.{1,40}|(?:je vous prie|nous vous prions|veuillez)\s.{0,30}(?:agréer|croire|recevoir)[\s,].{5,90}|\S{2,12}(?:\s\S{1,8})?\s(?:드림|올림)\.?|(?:i\. ?[av]\.|ppa\.?)\s\p{Lu}\S{1,30}(?:\s\p{Lu}\S{1,30}){0,3})$/iu;
/** A closing that is a line of its own, a name behind it or not. */
export const CLOSING_LINE = new RegExp(`^\\s*[*_]?(?:(?:${THANKS})(?: und | and | & | \\+ | y | e | et | en | och | og | ja | i | и | a | és | ve |, )(?:mit )?)?(?:${CLOSING})[*_]?\\s*(?:[,.!;:，。！、-]{1,3}(?:\\s+\\S+){0,4}|\\s*/\\s.{1,40}|\\s*[|–—-]\\s(?:${CLOSING})[,.!]?|)\\s*$`, 'iu');
const NAME = "\\p{Lu}[\\p{L}\\p{M}.'’-]{1,20}(?:\\s\\p{Lu}[\\p{L}\\p{M}.'’-]{0,20}){0,3}";
/** The two dashes and a name in the same line ("--Mia Sommer"). */
export const DASHED_NAME = new RegExp(`^\\s*--\\s?${NAME}\\s*$`, 'u');
/** Abbreviated closings, alone on their line. */
export const CLOSING_SHORT = /^\s*(?:mfg|lg|vg|bg|mvh|mvg|kr|br|brgds|rgds|cdt|cdlt|att|slds|vlg|hg|dbh|kh|vh|bw|gr|pozdr|bjs|abs)\s*[,.!]{0,2}\s*$|^\s*(?:mfg|mvh|mvg)[,.!]?(?: [^\s?!.,:]{2,30}){1,2}$/i;
/** "LG Mia": a name, not the maker of machines. */
export const CLOSING_NAMED = /^\s*(?:LG|lg|Lg|GLG|VG|vg|HG),? \p{Lu}\p{Ll}{1,14}$/u;

const LEGAL = [
  '(?:this|the information (?:contained |transmitted )?in this|the contents? of this) (?:e-?mail|message|communication|transmission)\\b.{0,160}(?:confidential|intended|privileged)',
  'confidentiality\\s*[:：]|confidential(?:ity)? (?:notice|note|statement|warning)\\b|disclaimer\\s*[:：]|important notice\\s*[:：]|legal (?:notice|disclaimer)\\s*[:：]',
  '(?:please )?(?:notify|inform|contact) the sender (?:immediately|at once|by return)\\b.{0,80}\\b(?:in error|by mistake)|(?:any )?unauthori[sz]ed (?:use|review|disclosure|copying|distribution|access)\\b.{0,100}\\bprohibited|jede (?:unbefugte|unerlaubte) .{0,100}(?:untersagt|verboten|nicht gestattet)|toute (?:utilisation|diffusion|divulgation|reproduction) .{0,60}(?:interdite|prohibée)',
  'if you (?:have )?received? this(?: (?:e-?mail|message|communication|transmission)(?:\\s\\S+){0,3})? (?:in error|by mistake), (?:please |kindly ){0,2}(?:delete|destroy|notify|inform|contact|advise|return)|if you (?:have )?received? this (?:e-?mail|message|communication|transmission)(?:\\s\\S+){0,3} (?:in error|by mistake)|if you are not the (?:intended|named|designated) (?:recipient|addressee)(?: of this (?:e-?mail|message|communication))?[,;]',
  '(?:diese (?:e-?mail|nachricht)|der inhalt dieser (?:e-?mail|nachricht)|die informationen in dieser)\\b.{0,160}vertraulich|(?:wenn|falls|sollten) sie (?:nicht der (?:richtige|beabsichtigte|vorgesehene|angegebene) (?:adressat|empfänger)|diese (?:e-?mail|nachricht) (?:irrtümlich|versehentlich|fälschlich))',
  "(?:ce (?:message|courriel|mail|courrier)|les informations contenues dans ce)\\b.{0,160}confidentiel|si vous n['’]êtes pas (?:le|la) (?:bon )?destinataire (?:de ce|du présent)|si vous (?:avez reçu|recevez) (?:cet?|le présent) (?:message|courriel|mail|e-?mail) par erreur",
  '(?:este (?:mensaje|correo|e-?mail)|la información contenida en este)\\b.{0,160}confidencial|si (?:usted )?(?:ha recibido|recibe|recibió) este (?:mensaje|correo|e-?mail).{0,30} por error|aviso (?:legal|de confidencialidad|de privacidad)\\s*[:：]|en cumplimiento (?:de|con) .{0,80}protección de datos',
  '(?:esta mensagem|este e-?mail|as informações contidas nest[ea])(?=\\s).{0,160}confidencia|(?:caso|se) (?:você |o senhor |v\\. ?sa\\. )?(?:tenha recebido|recebeu|receba) est[ea] (?:mensagem|e-?mail).{0,30} por (?:engano|erro)|aviso de confidencialidade',
  "(?:ai sensi (?:del|dell['’]|della|e per) ?\\S.{0,80} )?(?:questo messaggio|le informazioni contenute (?:in questo|nel(?:la)? presente|in quest[ao]))\\b.{0,160}(?:riservat|confidenzial|allegati)|(?:qualora|se) (?:avete|ha|aveste|abbiate) ricevuto (?:quest[oa]|il presente|la presente) .{0,30}per errore",
  '(?:dit (?:bericht|e-?mailbericht)|deze e-?mail|de (?:informatie|inhoud) (?:in|van|verzonden met) (?:dit|deze))\\b.{0,160}vertrouwelijk|indien u (?:deze|dit) .{0,40}(?:ten onrechte|abusievelijk|per abuis|niet voor u bestemd)',
  '(?:ta wiadomość|niniejsz[ay] (?:wiadomość|e-?mail)|treść (?:tej|niniejszej) wiadomości|informacje zawarte w (?:tej|niniejszej)).{0,160}poufn|(?:jeżeli|jeśli) nie (?:jest|są) .{0,40}adresat(?:em|ami) (?:tej|niniejszej)',
  '(?:detta (?:e-post)?meddelande|denne (?:e-?mail|e-post|meddelelse|melding)|dette (?:e-post|brevet)).{0,160}(?:konfidenti|fortrolig|sekretess)|tämä (?:viesti|sähköposti).{0,160}luottamuksel',
  '(?:(?:это|данное|настоящее) (?:электронное )?(?:сообщение|письмо)|информация,? содержащаяся в).{0,160}конфиденциальн|це (?:повідомлення|лист).{0,160}конфіденційн',
  '(?:tato zpráva|tento e-?mail|obsah této zprávy|táto správa|obsah tejto správy).{0,160}(?:důvěrn|dôvern)|(?:ez az|jelen) (?:e-?mail|üzenet|levél).{0,160}bizalmas|bu (?:e-?posta|mesaj|ileti).{0,160}gizli',
  '(?:本|此)(?:邮件|郵件|电子邮件|電子郵件).{0,60}(?:保密|机密|機密)|(?:この(?:電子)?メール|本メール).{0,40}(?:機密|秘密)|(?:이|본) (?:메일|이메일|전자우편|메시지).{0,60}(?:기밀|비밀|대외비)',
  '(?=.{0,250}(?:sitz der gesellschaft|registergericht|handelsregister|amtsgericht|geschäftsführ|vorstand|ust-?id)).{0,250}\\bhr[ab]:? ?\\d|.{0,120}sitz der gesellschaft\\b.{0,200}(?:geschäftsführ|vorstand)',
];
// "Think of the environment before you print this", in whatever order.
const PRINTS = 'print|imprim|stampa|ausdruck|drucken|afdruk|drukow|wydruk|распечат|друкув|tisk|tlač|skriv(?:er)? ut|udskriv|utskrift|tulost|yazdır';
const NATURE = "the environment|umwelt|environnement|medio ?ambiente|meio ambiente|l['’]ambiente|milieu|środowisk|miljø|miljö|ympäristö|природ|окружающ|довкілл|prostředí|çevre";
const CARES = 'consider|think|save|protect|denk|schon|schütz|zuliebe|pens|piens|réfléchi|cuid|proteg|pomyśl|chroń|tänk|tenk|tænk|mieti|ajattele|подума|позабот|myslete|düşün';
const ADDED =
  "(?:please )?(?:consider|think of) the environment|(?:please )?think before (?:you )?print(?:ing)?(?: this (?:e-?mail|message))?[.!]?\\s*$|save (?:a tree|trees|paper)\\s?[-–—.,:;!].{0,80}\\bprint|virus-?free[.!]?\\s*(?:$|[<(]|www)|(?:diese e-?mail wurde|this e-?mail has been|l'absence de virus|cet e-?mail a été) .{0,40}(?:avast|virus)|garanti sans virus|you (?:have )?received this (?:message|e-?mail) because you|you are receiving this (?:(?:message|e-?mail) )?because you|to unsubscribe (?:from|,|click|send)|[-—–]* ?reply to this e-?mail directly(?:,| or) ";

const FOOTER_LINE = new RegExp(`^\\s*[*_]*(?:${[...LEGAL, ADDED].join('|')}|(?=.{0,160}(?:${PRINTS}))(?=.{0,160}(?:${CARES})).{0,160}(?:${NATURE}).{0,100}$)`, 'iu');
/** A title over such a footer, a word or two that say what it is. */
export const FOOTER_TITLE =
  /^[^\p{L}]{0,12}(?:disclaimer|confidential(?:ity)?(?: (?:notice|note|statement|warning))?|(?:important|legal) (?:notice|disclaimer)|haftungsausschluss|vertraulichkeitshinweis|rechtlicher hinweis|avis de confidentialité|avertissement légal|aviso (?:legal|de confidencialidade?)|avviso di riservatezza|vertrouwelijkheidsverklaring|klauzula poufności)[^\p{L}]{0,12}$/iu;

const LONGEST_FOOTER = 400;
/** Whether a line is the first of a legal or advertising footer. */
export function isFooter(line: string): boolean {
  return FOOTER_LINE.test(line.slice(0, LONGEST_FOOTER));
}
