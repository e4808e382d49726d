// The words mail programs put before what they quote, in the languages their makers ship.

const FROM =
  'from|von|de|da|van|od|от|від|fra|från|lähettäjä|kimden|gönderen|feladó|de la|από|差出人|送信者|发件人|發件人|寄件者|寄件人|보낸 ?사람|발신|מאת|من|expéditeur|absender|remitente|mittente|afzender|nadawca|отправитель|avsändare|afsender|pošiljatelj|odesílatel|từ|dari|จาก|saatja|nuo|no|reply-to|avsender|šalje|odosielateľ|expeditor(?:ul)?|від кого|от кого|送信元|发信人|發信人|寄信人|보내는 ?사람|보낸이';
const SENT =
  'sent|date|sent on|sent time|received|gesendet(?: am)?|datum|envoyé(?: le)?|date d.envoi|enviado(?: el| em)?|enviada(?: em)?|fecha|inviato(?: il)?|data|verzonden(?: op)?|wysłano|data wysłania|отправлено|дата|надіслано|sendt|dato|skickat|lähetetty|päivämäärä|pvm|gönderildi|gönderilen|tarih|gönderme tarihi|gönderilme tarihi|elküldve|dátum|küldve|trimis|odesláno|odoslané|poslano|στάλθηκε|ημερομηνία|送信日時|送信日|日付|日時|送信時刻|受信日時|发件时间|發送日期|發送時間|送出日期|发送时间|发送日期|日期|時間|时间|寄件日期|傳送日期|보낸 ?(?:날짜|시간)|날짜|נשלח|תאריך|تاريخ(?: الإرسال)?|تم الإرسال|ngày|đã gửi|tanggal|dikirim|วันที่|message du|inviata(?: il)?|wysłane|datum odeslání|изпратено(?: на)?|odoslaný|dátum odoslania|päiväys|enviados?(?: el)?|enviat|ngày gửi';
const TO =
  'to|an|à|a|aan|para|per|do|кому|til|till|vastaanottaja|kime|címzett|către|komu|prima|προς|宛先|收件人|收件者|받는 ?사람|수신|אל|إلى|kepada|đến|ถึง|cc|kopie(?: an)?|copie(?: à)?|copia|kopia|kopi|копия|копія|抄送|副本|참조|עותק|másolat|bilgi|答复|回复|pour|voor|destinataires?|destinatários?|destinatarios?|destinatari|mottaker|modtager|mottagare|příjemce|príjemca|odbiorca|adresat|получатель|primatelj|alıcı|收信人|受信者|받는이|до';
const SUBJECT =
  'subject|betreff|objet|asunto|oggetto|onderwerp|assunto|temat|тема|emne|ämne|aihe|konu|tárgy|subiect|předmět|predmet|zadeva|θέμα|件名|主题|主旨|主題|제목|נושא|الموضوع|chủ đề|perihal|subjek|sujet|เรื่อง|teema|tema|sujet|subiectul|naslov|věc|标题|標題|относно|thema';

const label = (words: string): RegExp => new RegExp(`^[\\s>*_|]*(?:${words})\\s*\\*?\\s*[:：]`, 'iu');

const inlineLabel = (words: string): RegExp => new RegExp(`(?:^|[\\s\\d>"')\\]])(?:${words})\\s?[:：]`, 'iu');

/** What kind of header line a mail program's quoted header holds, by its first word. */
export const HEADER_LABELS = { from: label(FROM), sent: label(SENT), to: label(TO), subject: label(SUBJECT) };
const alone = (words: string): RegExp => new RegExp(`^\\s*(?:${words})\\s*(?:\\t.*)?$`, 'iu');
/** The same words without a colon, as Notes sets each over what it names. */
export const LONE_LABELS = { to: alone(TO), subject: alone(SUBJECT) };
/** The same words anywhere in a line. */
export const INLINE_LABELS = [FROM, SENT, TO, SUBJECT].map(inlineLabel);

const VERBS =
  "wrote|writes|a écrit|écrit|schrieb(?:en)?|geschrieben|escribió|escribio|escribiste|ha scritto|scrisse|escreveu|schreef|geschreven|het volgende geschreven|napisał(?:\\(a\\)|/a|a)?|pisze|skrev|følgende|skrifaði|kirjoitti|написал(?:\\(а\\)|а)?|пишет|пишете|писав|написав|пише|написа|yazdı|yazmış|írta|a scris|napsal(?:\\(a\\)|a)?|napísal(?:\\(a\\)|a)?|je napisao(?:\\(la\\))?|je napisala|napisao|έγραψε|כתב(?:ה|/ה)?|كتب(?:ت)?|写道|寫道|寫|wrote|님이 작성|작성|đã viết|menulis|เขียนว่า|rašė|rakstīja|kirjutas|va escriure|idatzi du|idatzi zuen|さんは書きました|に書きました|のメール|のメッセージ|来信|來信|撰写|撰寫|작성하였습니다|작성했습니다|작성함|följande|skriver|napisała|napisal(?:\\(a\\)|a)?|提到|쓴 글|напісаў|ha escrit|ha scrit|(?:je )?napisao/la|napisa|skreiv|skreau|escribiu|shkroi|បានសរសេរ|գրել է\\.?|писал(?:\\(а\\)|а)?";

/** A line that ends with the verb of an attribution ("… wrote:"). */
export const ENDS_WITH_VERB = new RegExp(`(?:^|(?=[写寫提님に])|[\\s>)\\]"'”’，,\\d\\p{Script=Han}\\p{Script=Hangul}\\p{Script=Katakana}])(?:${VERBS})\\s*(?:[:：៖]|-{2,}|\\.{3})?\\s*-*$`, 'iu');
/** The verb first and only a name behind it, or the two without a colon. */
export const VERB_AND_NAME =
  /^(?:(?:كتبت?|[Yy]sgrifennodd|[Ss]críobh|[Ss]grìobh|[Ss]krivet eo bet gant|[Ss]krev|[Ss]chrieb|[Ss]chreef) \p{L}[^.!?:,]{1,50}:|ο\/η .{2,50} έγραψε|.{2,50} 이\(가\) 쓴 글)$/u;
/** The verb of an attribution anywhere ("Am … schrieb …:"). */
export const HAS_VERB = new RegExp(`(?:^|\\s)(?:${VERBS})(?=\\s|$|[:：])`, 'iu');
const PERSON = '(?:[<([]|mailto:|^|\\s)[^\\s<>"()[\\]]{1,80}@[^\\s<>"()[\\]]{2,80}[>)\\]]{0,3}';
/** Somebody's address and the verb right behind it, with or without a date. */
export const TELLS_WHO = new RegExp(`^[^.!?]{0,120}${PERSON}\\s*(?:${VERBS})\\s*[:：]$|^(?:quoting|zitat von|citando(?: a)?|citation de|citerar|citaat van|цитирую) .{1,120}(?:@[^\\s<>@]{2,80}[>)]?|\\(\\d{4}[./-]\\d{1,2}[./-]\\d{1,2}[^()]{0,40}\\))\\s*[:：]?$|^[^。！？]{1,40}さんは書きました[:：]$`, 'iu');
/** Who first, then the verb and the date ("Mia schrieb am Mo., 2. Nov. 2026, 9:00:"). Who tells of themselves writes no attribution. */
export const NAMED_ATTRIBUTION = new RegExp(
  `^(?!(?:i|we|ich|wir|je|j'ai|nous|yo|eu|io|ho|ik|wij|jeg|jag|ja|já|я|我)\\s)\\S.{1,160}?[\\s>)\\]](?:${VERBS})\\s+(?:(?:on|am|um|op|le|el|em|il|den|på|dne|dnia|de|a|kl\\.?)\\s+){0,2}(?:[\\p{L}\\p{M}]{2,12}[.,]{0,2}\\s+){0,2}\\d{1,4}[./ ,-].{0,60}\\d\\s?(?:uhr|h|[ap]\\.?m\\.?)?(?:\\s(?:[a-z]{3,5}|(?:gmt|utc)[+-]\\d{1,2}(?::\\d\\d)?))?\\s*[:：]$|^wiadomość napisana przez .{3,120}\\d\\s*[:：]$|^(?:вы писали|you wrote|sie schrieben)\\s.{5,60}\\d{1,2}:\\d{2}:\\d{2}(?:\\s[ap]m)?\\s*[:：]$`,
  'iu',
);
/** Who wrote is named as people speak of others, not as mail programs do: an article and a common noun. */
export const NARRATED =
  /(?:[,\d]|[ap]\.?m\.?|uhr|heures?)\s+(?:the|your|my|our|le|la|les|votre|notre|mon|ma|il|lo|el|su|mi|vuestro|nuestro|o|a|seu|meu)\s\p{Ll}[\p{L}'’-]{2,20}(?:\s\p{Ll}[\p{L}'’-]{1,20}){0,3}\s+(?:\p{Ll}\s)?(?:wrote|a écrit|ha scritto|escribió|escreveu)\s*:$|(?:schrieb|schreef)\s(?:mir|uns|mij|me|ons|der|die|das|ein|eine|ihre?|Ihre?|eure?|dein|mein|unser|unsere|de|het|een|uw|jullie|mijn|onze)\s.{2,60}:$/u;
/** Words an attribution begins with. */
export const STARTS_ATTRIBUTION = /^(?:on|at|in a message dated|le|am|em|el|il|op|den|de|dnia|w dniu|dne|dňa|in data|il giorno|pe|på|dana|dia|no dia|vào|pada|στις|την|בתאריך|ב-|في|в|kuupäeval|a|al|på|ons|tor|fre|lör|sön|mån|tis|在|于|於|from|von|date)(?=[\s\d.,])/iu;

/** Where an attribution may begin inside a line that somebody wrote. */
export const MID_ATTRIBUTION =
  /([^\s-])(?=(?:\s+|(?<=[.!?])|\s*-{2,10}\s*)(?:on|am|le|el|il|op|em|den|dnia)\s(?:giorno\s)?(?:\p{L}{2,10}[.,]{0,2}\s){0,2}\d{1,4}[./, -].{10,300}$)/iu;

/** The whole of an attribution inside a line that runs on behind it, as where a page was flattened: somebody's address tells it from what people write. */
export const RUN_ON_ATTRIBUTION =
  /(?<=\S\s{1,4})(?:on|am|le|el|il|op|em|den|dnia)\s[^<>\n]{8,160}<[^\s<>@]{1,80}@[^\s<>]{2,80}>(?:\s[^\s<>:：]{1,20}){0,3}\s?[:：](?=\s+\S)/iu;

/** The same at the beginning of a line, in whatever language: what it quotes runs on behind it. */
export const LEADING_ATTRIBUTION = /^\s{0,4}\S[^<>\n]{8,200}<[^\s<>@]{1,80}@[^\s<>]{2,80}>(?:\s[^\s<>:：]{1,20}){0,3}\s?[:：](?=\s+\S)/u;

const ORIGINAL =
  "\\[ ?받은 메일 내용 ?\\]|original (?:message|e-?mail|mail)|original|ursprüngliche (?:nachricht|e-?mail|mail)|original-?nachricht|originalmeldung|message d['’]origine|message original|mail original|courriel original|e-mail d['’]origine|message initial|mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht|origineel bericht|oprindelig (?:besked|meddelelse|mail)|opprinnelig (?:melding|e-post)|ursprungligt meddelande|originalmeddelande|alkuperäinen viesti|wiadomość oryginalna|oryginalna wiadomość|исходное сообщение|оригинальное сообщение|оригинал сообщения|původní (?:zpráva|e-mail)|pôvodná správa|eredeti üzenet|mesaj original|orijinal (?:ileti|mesaj)|özgün (?:ileti|mesaj)|αρχικό μήνυμα|izvorna poruka|originalna poruka|原始邮件|原始郵件|原郵件|原邮件|邮件原件|回复的原邮件|回复邮件|原信|元のメッセージ|元のメール|원본 ?(?:메일|메시지)|הודעה מקורית|الرسالة الأصلية|رسالة أصلية|thư gốc|tin nhắn gốc|pesan asli|reply message|antwort nachricht|original text|originalbericht|original(?:t|a) (?:besked|meddelelse|meddelande|melding)|originaln[aáí] (?:správa|zpráva|poruka)|originální zpráva|originálna správa|přijatá zpráva|повідомлення|оригінальне повідомлення|оригинално (?:съобщение|писмо)|original nachricht|replied message|원문|원본|oorspronklike boodskap|الرسالة الأصليَّة|mensaxe orixinal|missatge original|algne kiri|jatorrizko mezua|upprunalegur póstur|originalus laiškas|opphavleg melding|treść oryginalnej wiadomości|mesajul original|izvirno sporočilo|mesazhi origjinal|özgün [iİ]leti|початкове повідомлення|原始消息|original appointment|ursprüngliche mitteilung|引用元メッセージ|引用元|以下原文|原文";
const FORWARDED =
  "forwarded (?:message|mail|e-?mail|by)|begin forwarded message|fwd|weitergeleitete (?:nachricht|e-?mail|mail)|anfang der weitergeleiteten (?:nachricht|e-mail)|message transf[ée]r[ée]|début du message (?:transféré|réexpédié)|message réexpédié|mensaje reenviado|inicio del mensaje reenviado|messaggio inoltrato|inizio messaggio inoltrato|mensagem encaminhada|início da mensagem (?:encaminhada|reencaminhada)|doorgestuurd bericht|begin doorgestuurd bericht|videresendt (?:besked|meddelelse|melding)|vidarebefordrat (?:meddelande|mejl)|välitetty viesti|wiadomość przekazana|przekazana wiadomość|początek przekazanej wiadomości|пересылаемое сообщение|пересланное сообщение|начало (?:переадресованного|пересылаемого|пересланного) (?:сообщения|письма)|přeposlaná zpráva|preposlaná správa|továbbított (?:üzenet|levél)|mesaj (?:redirecționat|transmis)|iletilen (?:ileti|mesaj)|iletilmiş mesaj|προωθημένο μήνυμα|proslijeđena poruka|转发(?:的)?(?:邮件|信息|邮件信息)|轉寄(?:的)?郵件|轉發郵件|以下是轉寄|転送(?:された)?メッセージ|転送メール|전달된 ?(?:메시지|메일)|הודעה שהועברה|رسالة (?:معاد توجيهها|محوَّلة)|thư được chuyển tiếp|pesan terusan|začátek přeposílané zprávy|začiatok preposlanej správy|start på videresendt (?:besked|melding)|edelleenlähetetty viesti|välitetty viesti alkaa|továbbított levél kezdete|początek przekazywanej wiadomości|treść przekazanej wiadomości|wiadomość przesłana dalej|începe mesajul redirecționat|vidarebefordrat mejl|ileti başlangıcı|початок листа, що пересилається|(?:перенаправлене|переслане) повідомлення|перенаправленное сообщение|message transmis|mensagem reencaminhada|رسالة ممرّرة|mensaxe (?:reunviáu|reenviada)|накіраваны ліст|missatge reenviat|dalej pósrědnjona powěsć|edastatud kiri|birbidalitako mezua|trochstjoerd berjocht|teachtaireacht ar aghaidh|փոխանցվող նամակը|áframsendur póstur|persiųstas laiškas|vidaresend melding|messadi renvià|posredovano sporočilo|mesazhi i përcjellë|[iİ]letilmiş [iİ]leti|转发的消息|mensaje remitido|započni proslijeđenu poruku|メッセージを転送|転送元メッセージ";

const DASH = '[-_=*—–‐‑―─━]';
/** A separator line before a quoted message; some programs run its header into the same line. */
export const ORIGINAL_LINE = new RegExp(
  `^\\s*(?:${DASH}{2,}\\s*(?:${ORIGINAL})\\s*[:：]?\\s*${DASH}{2,}(?:\\s*$|[^\\n]{0,40}[:：])|${DASH}{4,}\\s*(?:${ORIGINAL})\\s*[:：]?\\s*$|original message processed by \\S)`,
  'iu',
);
/** The words of such a line without the line: they count where a header follows. */
export const ORIGINAL_WORDS = new RegExp(`^\\s*(?:${ORIGINAL})\\s*[:：]?\\s*$`, 'iu');
/** A separator line before a message passed on: what follows is for us to read. */
export const FORWARD_LINE = new RegExp(`^\\s*(?:${DASH}{2,}\\s*(?:${FORWARDED})[^\\n]{0,60}|(?:${FORWARDED})\\s*[:：])\\s*$`, 'iu');
/** A subject that says the mail is passed on. */
export const FORWARD_SUBJECT = /^\s*(?:fwd?|wg|tr|rv|enc|vb|vl|doorst|pd|vs|ilt|továbbítás|i|r?fs|trs|[iİ]lt|[iİ]let(?:ilen)?|videresendt|vidarebefordrat|doorsturen|doorgestuurd|välitetty|transfert|transféré|weitergeleitet|προωθημένο|inoltr[oa](?:to)?|framsenda|terusan|reenvia(?:r|do)|encaminhad[oa]|podaj dalej|přeposlat|forwarded|转发|轉寄|轉發|転送|전달|πρθ|הועבר|chuyển tiếp)\s*[:：]/iu;
/** A help desk's own mark. */
export const REPLY_ABOVE = /(?:reply|type your (?:reply|response)|respond|write) above this line|please do not (?:write|type|reply) below this line|(?:oberhalb|über) dieser (?:linie|zeile) (?:antworten|schreiben)|répond(?:re|ez) au-dessus de cette ligne|escrib[ae] (?:su respuesta )?(?:por )?encima de esta línea|rispondi sopra questa (?:linea|riga)|antwoord boven deze (?:lijn|regel)|responda acima desta linha|请在此线上方回复|この行より上に返信/iu;
/** GroupWise's line over a quote without marks: `>>> "Mia" <mia@…> 11/21/2026 9:00 AM >>>`. */
export const GROUPWISE_LINE = /^>>> .{3,200}\d.{0,40}>>>\s*$/;
