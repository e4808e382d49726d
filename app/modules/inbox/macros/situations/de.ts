import type { SituationTexts } from './situation.ts';

const hello = `Guten Tag{% if first_name != '' %} {{ first_name }}{% endif %},`;
const bye = `{% if signature == '' %}Freundliche Grüße\n{{ agent_name }}\n{{ shop_name }}{% endif %}`;

const unsent = `{% if order_is == 'cancelled' %}Die Bestellung wurde storniert: Es ist nichts davon zu Ihnen unterwegs.{% else %}Es ist noch nicht bei uns hinausgegangen.{% endif %}`;
const returning = `{% if carrier != '' %}{{ carrier }} meldet uns{% else %}Man meldet uns{% endif %}, dass es auf dem Weg zurück zu uns ist{% if tracking_number != '' %} (Nummer {{ tracking_number }}){% endif %}.`;
const soFar = `{% if refund_amount != '' %} Bisher haben Sie {{ refund_amount }} zurückbekommen.{% endif %}`;
const trouble = `danke für Ihre Nachricht. Die Mühe{% if order_name != '' %} mit Ihrer Bestellung {{ order_name }}{% endif %} tut mir leid.`;
const notYet = `{% if parcel_is == 'unsent' %}${unsent}{% elsif parcel_is == 'returning' %}${returning}{% else %}{% if carrier != '' %}Nach dem, was {{ carrier }} meldet,{% else %}Nach dem, was man uns meldet,{% endif %} ist es noch nicht bei Ihnen{% if parcel_status != '' %} (letzter Stand: {{ parcel_status }}){% endif %}.{% endif %}`;
/** Where the parcel is, and what may be chosen because of that. */
const news = `{% if parcel_is == 'delivered' %}{% if carrier != '' %}{{ carrier }} meldet uns{% else %}Man meldet uns{% endif %}, dass es am {{ delivered_on }} zugestellt wurde{% if tracking_number != '' %} (Nummer {{ tracking_number }}){% endif %}. Bitte sehen Sie bei Nachbarn, am Empfang und an Ihrem Ablageort nach.

Ist es nicht da, haben Sie die Wahl: Wir senden es noch einmal, oder Sie bekommen Ihr Geld zurück. Antworten Sie einfach, was Ihnen lieber ist; beim Paketdienst frage ich in jedem Fall nach.{% elsif parcel_is == 'returning' %}${returning}

Sie haben die Wahl: Wir senden es noch einmal, sobald es bei uns ist, oder Sie bekommen Ihr Geld zurück. Antworten Sie einfach, was Ihnen lieber ist.{% elsif parcel_is == 'unsent' %}${unsent}

{% if order_is != 'cancelled' %}Sie haben die Wahl: warten oder Ihr Geld zurück. Antworten Sie einfach, was Ihnen lieber ist.{% else %}War das nicht in Ihrem Sinn, antworten Sie einfach, und ich sehe es mir an.{% endif %}{% else %}{% if carrier != '' %}Es ist bei {{ carrier }}{% if tracking_number != '' %} unter der Nummer {{ tracking_number }}{% endif %} unterwegs. {% endif %}{% if parcel_status != '' %}Letzter Stand: {{ parcel_status }}. {% endif %}{% if expected != '' %}Erwartet wird es jetzt für {{ expected }}.{% else %}Einen neuen Tag hat der Paketdienst noch nicht genannt.{% endif %}

Sie haben die Wahl: warten, eine neue Sendung, falls sich nichts mehr bewegt, oder Ihr Geld zurück. Antworten Sie einfach, was Ihnen lieber ist.{% endif %}${soFar}`;

/** German. */
export const de: SituationTexts = {
  late: `${hello}

danke für Ihre Nachricht. Sie haben Ihr Paket{% if order_name != '' %} zur Bestellung {{ order_name }}{% endif %} längst erwartet, und es ist noch nicht da. Das tut mir leid.

${news}

Ich behalte es im Blick und schreibe Ihnen, sobald sich etwas ändert.{% if tracking_url != '' %} Hier können Sie es jederzeit verfolgen: {{ tracking_url }}{% endif %}

${bye}`,
  lost: `${hello}

danke für Ihre Geduld. Ich habe nach Ihrem Paket{% if order_name != '' %} zur Bestellung {{ order_name }}{% endif %}{% if parcel_is == '' or parcel_is == 'lost' %} gesucht und muss Ihnen sagen: Wir halten es für verloren. Das tut mir sehr leid.{% else %} gesucht.{% endif %}

{% if parcel_is == '' or parcel_is == 'lost' %}{% if parcel_is == 'lost' and carrier != '' %}Bei {{ carrier }}{% if tracking_number != '' %} gibt es unter {{ tracking_number }}{% else %} gibt es{% endif %} schon zu lange kein Zeichen mehr. {% endif %}Sie müssen dafür nichts tun: Die Nachforschung beim Paketdienst übernehmen wir.

Bitte wählen Sie, was Ihnen besser passt: Wir senden dieselbe Ware auf unsere Kosten noch einmal, oder wir zahlen {% if refund_amount == '' %}alles zurück{% if order_total != '' %} ({{ order_total }}){% endif %}{% else %}den Rest zurück{% endif %}.${soFar}{% else %}${news}{% endif %}

Sobald ich Ihre Antwort habe, leite ich es noch am selben Arbeitstag ein und bestätige es Ihnen.

${bye}`,
  damaged: `${hello}

{% if has_arrived == 'no' %}${trouble}

${notYet} Halten Sie es dennoch in Händen, gilt für Sie das Folgende.{% else %}danke, dass Sie uns Bescheid geben. Es tut mir leid, dass Ihre Bestellung{% if order_name != '' %} {{ order_name }}{% endif %} beschädigt bei Ihnen ankam. Sie hätte heil sein müssen.{% endif %}

Ein Foto der Ware und eines vom Karton helfen uns beim Paketdienst. Falls noch nicht geschehen, hängen Sie sie einfach an Ihre Antwort an. Bitte heben Sie den Karton ein paar Tage auf.

Sie haben die Wahl: ein neues Stück auf unsere Kosten, Ihr Geld zurück, oder Sie behalten es so und bekommen einen Teil des Preises wieder.

Sobald ich weiß, was Ihnen lieber ist, beginne ich noch am selben Arbeitstag. Zurücksenden brauchen Sie vorerst nichts.

${bye}`,
  wrong_item: `${hello}

{% if has_arrived == 'no' %}${trouble}

${notYet} Halten Sie es dennoch in Händen, gilt für Sie das Folgende.{% else %}danke für Ihre Nachricht. Sie haben etwas anderes bekommen als bestellt{% if order_name != '' %} (Bestellung {{ order_name }}){% endif %}. Das war unser Fehler, bitte entschuldigen Sie die Mühe.{% endif %}

Sagen Sie mir bitte, was im Paket ist, am besten mit einem Foto des Etiketts? Dann sehe ich sofort, wo es schiefging.

Sie haben die Wahl: Wir senden gleich die richtige Ware, oder Sie bekommen Ihr Geld zurück. Die Rücksendung des falschen Artikels kostet Sie so oder so nichts.

Sobald ich Ihre Antwort habe, kümmere ich mich noch am selben Arbeitstag darum und schicke Ihnen, was Sie für den Rückweg brauchen.

${bye}`,
  out_of_stock: `${hello}

{% if order_is == 'sent' %}danke für Ihre Nachricht. Ihre Bestellung{% if order_name != '' %} {{ order_name }}{% endif %} hat unser Haus ganz verlassen, doch was Sie jetzt gern hätten, ist nicht mehr vorrätig. Das tut mir leid.{% else %}danke für Ihre Bestellung{% if order_name != '' %} {{ order_name }}{% endif %}. Leider muss ich Ihnen sagen, dass etwas davon nicht mehr vorrätig ist, obwohl unser Shop es noch angezeigt hat. Das tut mir leid.{% endif %}

Sie haben die Wahl: warten, bis es wieder da ist, etwas Ähnliches nehmen, das ich Ihnen heraussuche, oder das Geld dafür zurück.{% if order_is == 'open' or order_is == '' %} Alles andere geht wie geplant hinaus.{% endif %}

Bitte antworten Sie, was Ihnen lieber ist.{% if order_is == 'open' or order_is == '' %} Höre ich binnen drei Arbeitstagen nichts, zahle ich Ihnen den Preis dafür zurück, damit nichts liegen bleibt.{% endif %}

${bye}`,
  return_refund: `${hello}

{% if has_arrived == 'no' %}${trouble}

${notYet}{% if parcel_is == 'returning' %} Sie müssen nichts mehr einsenden.{% else %} Sobald es bei Ihnen ist, können Sie zurücksenden, was nicht passt.{% endif %}{% else %}danke für Ihre Nachricht. Natürlich können Sie zurücksenden, was nicht passt{% if order_name != '' %} (Bestellung {{ order_name }}){% endif %}. Schade, dass es nicht war, was Sie sich erhofft hatten; das tut mir leid.{% endif %}

{% if returns_url != '' %}Am schnellsten geht es über unsere Rücksendeseite: {{ returns_url }}. Sie zeigt für jeden Artikel, was Sie bekommen und was es kostet, bevor Sie etwas bestätigen.{% else %}Schreiben Sie mir, welche Artikel Sie zurücksenden möchten und warum; ich bereite alles vor.{% endif %}

Sie haben die Wahl zwischen Geld zurück, Guthaben und, wo wir es anbieten, einem Umtausch.

{% if refund_amount != '' %}Bisher haben Sie {{ refund_amount }} zurückbekommen. {% endif %}Sobald Ihr Paket bei uns ist, prüfen wir es und schreiben Ihnen, wann das Geld hinausgeht; Ihre Bank braucht dann meist noch einige Arbeitstage.

${bye}`,
  partial_refund: `${hello}

danke, dass Sie uns schreiben, wie es war{% if order_name != '' %} mit Ihrer Bestellung {{ order_name }}{% endif %}. Ich verstehe, dass das ärgerlich ist, und bitte um Entschuldigung.

Zurücksenden müssen Sie nichts. Ich möchte es stattdessen gutmachen: mit einem Teil des Preises zurück auf Ihre Zahlungsart, oder mit Guthaben für die nächste Bestellung.

Sagen Sie mir bitte, was Ihnen lieber ist. Ich veranlasse es noch am selben Arbeitstag, und Sie bekommen eine Bestätigung mit dem genauen Betrag.${soFar}

Passt beides nicht, sagen Sie mir, was passen würde; wir finden einen Weg.

${bye}`,
};
