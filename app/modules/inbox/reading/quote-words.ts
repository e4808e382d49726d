// The words mail programs put before what they quote, in the languages their makers ship.

const FROM =
  'from|von|de|da|van|od|от|від|fra|från|lähettäjä|kimden|gönderen|feladó|de la|από|差出人|送信者|发件人|發件人|寄件者|寄件人|보낸 ?사람|발신|מאת|من|expéditeur|absender|remitente|mittente|afzender|nadawca|отправитель|avsändare|afsender|pošiljatelj|odesílatel|từ|dari|จาก|saatja|nuo|no|reply-to';
const SENT =
  'sent|date|sent on|gesendet(?: am)?|datum|envoyé(?: le)?|date d.envoi|enviado(?: el| em)?|enviada(?: em)?|fecha|inviato(?: il)?|data|verzonden(?: op)?|wysłano|data wysłania|отправлено|дата|надіслано|sendt|dato|skickat|lähetetty|päivämäärä|pvm|gönderildi|tarih|gönderme tarihi|gönderilme tarihi|elküldve|dátum|küldve|trimis|odesláno|odoslané|poslano|στάλθηκε|ημερομηνία|送信日時|送信日|日付|日時|发送时间|发送日期|日期|時間|时间|寄件日期|傳送日期|보낸 ?날짜|날짜|נשלח|תאריך|تاريخ(?: الإرسال)?|تم الإرسال|ngày|đã gửi|tanggal|dikirim|วันที่|message du';
const TO =
  'to|an|à|a|aan|para|per|do|кому|til|till|vastaanottaja|kime|címzett|către|komu|prima|προς|宛先|收件人|收件者|받는 ?사람|수신|אל|إلى|kepada|đến|ถึง|cc|kopie(?: an)?|copie(?: à)?|copia|kopia|kopi|копия|копія|抄送|副本|참조|עותק|másolat|bilgi|答复|回复';
const SUBJECT =
  'subject|betreff|objet|asunto|oggetto|onderwerp|assunto|temat|тема|emne|ämne|aihe|konu|tárgy|subiect|předmět|predmet|zadeva|θέμα|件名|主题|主旨|主題|제목|נושא|الموضوع|chủ đề|perihal|subjek|sujet|เรื่อง|teema|tema';

const label = (words: string): RegExp => new RegExp(`^[\\s>*_|]*(?:${words})\\s*\\*?\\s*[:：]`, 'iu');

/** What kind of header line a mail program's quoted header holds, by its first word. */
export const HEADER_LABELS = { from: label(FROM), sent: label(SENT), to: label(TO), subject: label(SUBJECT) };

const VERBS =
  "wrote|writes|a écrit|écrit|schrieb(?:en)?|geschrieben|escribió|escribio|escribiste|ha scritto|scrisse|escreveu|schreef|geschreven|het volgende geschreven|napisał(?:\\(a\\)|/a|a)?|pisze|skrev|følgende|skrifaði|kirjoitti|написал(?:\\(а\\)|а)?|пишет|пишете|писав|написав|пише|написа|yazdı|yazmış|írta|a scris|napsal(?:\\(a\\)|a)?|napísal(?:\\(a\\)|a)?|je napisao(?:\\(la\\))?|je napisala|napisao|έγραψε|כתב(?:ה|/ה)?|كتب(?:ت)?|写道|寫道|寫|wrote|님이 작성|작성|đã viết|menulis|เขียนว่า|rašė|rakstīja|kirjutas|va escriure|idatzi du|idatzi zuen|さんは書きました|のメール|のメッセージ";

/** A line that ends with the verb of an attribution ("… wrote:"). */
export const ENDS_WITH_VERB = new RegExp(`(?:^|[\\s>)\\]"'”’，,\\d\\p{Script=Han}\\p{Script=Hangul}\\p{Script=Katakana}])(?:${VERBS})\\s*(?:[:：]|-{2,}|\\.{3})?\\s*-*$`, 'iu');
/** The verb of an attribution anywhere ("Am … schrieb …:"). */
export const HAS_VERB = new RegExp(`(?:^|\\s)(?:${VERBS})(?=\\s|$|[:：])`, 'iu');
/** Words an attribution begins with. */
export const STARTS_ATTRIBUTION = /^(?:on|at|le|am|em|el|il|op|den|de|dnia|w dniu|dne|dňa|in data|il giorno|pe|på|dana|dia|no dia|vào|pada|στις|την|בתאריך|ב-|في|в|kuupäeval|a|al|på|ons|tor|fre|lör|sön|mån|tis|在|于|於|from|von|date)(?=[\s\d.,])/iu;

const ORIGINAL =
  "original (?:message|e-?mail|mail)|original|ursprüngliche (?:nachricht|e-?mail|mail)|original-?nachricht|originalmeldung|message d['’]origine|message original|message initial|mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht|origineel bericht|oprindelig (?:besked|meddelelse|mail)|opprinnelig (?:melding|e-post)|ursprungligt meddelande|originalmeddelande|alkuperäinen viesti|wiadomość oryginalna|oryginalna wiadomość|исходное сообщение|оригинальное сообщение|оригинал сообщения|původní (?:zpráva|e-mail)|pôvodná správa|eredeti üzenet|mesaj original|orijinal (?:ileti|mesaj)|özgün (?:ileti|mesaj)|αρχικό μήνυμα|izvorna poruka|originalna poruka|原始邮件|原始郵件|原郵件|原邮件|邮件原件|回复的原邮件|回复邮件|原信|元のメッセージ|元のメール|원본 ?(?:메일|메시지)|הודעה מקורית|الرسالة الأصلية|رسالة أصلية|thư gốc|tin nhắn gốc|pesan asli|reply message";
const FORWARDED =
  "forwarded (?:message|mail|e-?mail|by)|begin forwarded message|fwd|weitergeleitete (?:nachricht|e-?mail|mail)|anfang der weitergeleiteten (?:nachricht|e-mail)|message transf[ée]r[ée]|début du message (?:transféré|réexpédié)|message réexpédié|mensaje reenviado|inicio del mensaje reenviado|messaggio inoltrato|inizio messaggio inoltrato|mensagem encaminhada|início da mensagem (?:encaminhada|reencaminhada)|doorgestuurd bericht|begin doorgestuurd bericht|videresendt (?:besked|meddelelse|melding)|vidarebefordrat (?:meddelande|mejl)|välitetty viesti|wiadomość przekazana|przekazana wiadomość|początek przekazanej wiadomości|пересылаемое сообщение|пересланное сообщение|начало переадресованного сообщения|přeposlaná zpráva|preposlaná správa|továbbított (?:üzenet|levél)|mesaj (?:redirecționat|transmis)|iletilen (?:ileti|mesaj)|iletilmiş mesaj|προωθημένο μήνυμα|proslijeđena poruka|转发(?:的)?(?:邮件|信息|邮件信息)|轉寄(?:的)?郵件|轉發郵件|以下是轉寄|転送(?:された)?メッセージ|転送メール|전달된 ?(?:메시지|메일)|הודעה שהועברה|رسالة (?:معاد توجيهها|محوَّلة)|thư được chuyển tiếp|pesan terusan";

/** A separator line before a quoted message. */
export const ORIGINAL_LINE = new RegExp(`^\\s*(?:[-_=*—–]{2,}\\s*(?:${ORIGINAL})\\s*[:：]?\\s*[-_=*—–]{2,}|[-_=*—–]{4,}\\s*(?:${ORIGINAL})\\s*[:：]?)\\s*$`, 'iu');
/** A separator line before a message passed on: what follows is for us to read. */
export const FORWARD_LINE = new RegExp(`^\\s*(?:[-_=*—–]{2,}\\s*(?:${FORWARDED})[^\\n]{0,60}|(?:${FORWARDED})\\s*[:：])\\s*$`, 'iu');
/** A subject that says the mail is passed on. */
export const FORWARD_SUBJECT = /^\s*(?:fwd?|wg|tr|rv|enc|vb|vl|doorst|pd|vs|ilt|továbbítás|i|r?fs|转发|轉寄|轉發|転送|전달|πρθ|הועבר|chuyển tiếp)\s*[:：]/iu;
/** A help desk's own mark. */
export const REPLY_ABOVE = /(?:reply|type your (?:reply|response)|respond|write) above this line|please do not (?:write|type|reply) below this line|(?:oberhalb|über) dieser (?:linie|zeile) (?:antworten|schreiben)|répond(?:re|ez) au-dessus de cette ligne|escrib[ae] (?:su respuesta )?(?:por )?encima de esta línea|rispondi sopra questa (?:linea|riga)|antwoord boven deze (?:lijn|regel)|responda acima desta linha|请在此线上方回复|この行より上に返信/iu;
/** GroupWise's line over a quote without marks: `>>> "Mia" <mia@…> 11/21/2026 9:00 AM >>>`. */
export const GROUPWISE_LINE = /^>>> .{3,200}\d.{0,40}>>>\s*$/;
