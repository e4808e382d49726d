import type { SituationTexts } from './situation.ts';

const hello = `Bonjour{% if first_name != '' %} {{ first_name }}{% endif %},`;
const bye = `{% if signature == '' %}Bien à vous,\n{{ agent_name }}\n{{ shop_name }}{% endif %}`;

const unsent = `{% if order_is == 'cancelled' %}La commande a été annulée : rien n'est en route vers vous.{% else %}Il n'est pas encore parti de chez nous.{% endif %}`;
const returning = `{% if carrier != '' %}{{ carrier }} nous indique{% else %}On nous indique{% endif %} qu'il est en route pour revenir chez nous{% if tracking_number != '' %} (numéro {{ tracking_number }}){% endif %}.`;
const soFar = `{% if refund_amount != '' %} Jusqu'ici, {{ refund_amount }} vous ont été rendus.{% endif %}`;
const trouble = `Merci de votre message. Nous vous prions d'excuser ce désagrément{% if order_name != '' %} avec votre commande {{ order_name }}{% endif %}.`;
const notYet = `{% if parcel_is == 'unsent' %}${unsent}{% elsif parcel_is == 'returning' %}${returning}{% else %}{% if carrier != '' %}D'après {{ carrier }},{% else %}D'après ce qu'on nous indique,{% endif %} il n'est pas encore chez vous{% if parcel_status != '' %} (dernier état : {{ parcel_status }}){% endif %}.{% endif %}`;
/** Where the parcel is, and what may be chosen because of that. */
const news = `{% if parcel_is == 'delivered' %}{% if carrier != '' %}{{ carrier }} nous indique{% else %}On nous indique{% endif %} qu'il a été livré le {{ delivered_on }}{% if tracking_number != '' %} (numéro {{ tracking_number }}){% endif %}. Regardez, s'il vous plaît, chez vos voisins, à l'accueil et là où l'on dépose vos colis.

S'il n'y est pas, vous avez le choix : un nouvel envoi, ou votre argent en retour. Répondez simplement ce que vous préférez ; je m'adresse au transporteur dans tous les cas.{% elsif parcel_is == 'returning' %}${returning}

Vous avez le choix : un nouvel envoi dès qu'il est chez nous, ou votre argent en retour. Répondez simplement ce que vous préférez.{% elsif parcel_is == 'unsent' %}${unsent}

{% if order_is != 'cancelled' %}Vous avez le choix : attendre, ou récupérer votre argent. Répondez simplement ce que vous préférez.{% else %}Si vous ne le vouliez pas, répondez simplement et je regarde ce qui s'est passé.{% endif %}{% else %}{% if carrier != '' %}Il est chez {{ carrier }}{% if tracking_number != '' %} sous le numéro {{ tracking_number }}{% endif %}. {% endif %}{% if parcel_status != '' %}Dernier état : {{ parcel_status }}. {% endif %}{% if expected != '' %}Il est maintenant attendu : {{ expected }}.{% else %}Le transporteur n'a pas encore donné de nouvelle date.{% endif %}

Vous avez le choix : attendre, recevoir un nouvel envoi s'il ne bouge plus, ou être remboursé. Répondez simplement ce que vous préférez.{% endif %}${soFar}`;

/** French. */
export const fr: SituationTexts = {
  late: `${hello}

Merci de votre message. Vous attendiez votre colis{% if order_name != '' %} de la commande {{ order_name }}{% endif %} plus tôt, et il n'est pas encore là. Je vous prie de nous excuser de cette attente.

${news}

Je le surveille et je vous écris dès que quelque chose change.{% if tracking_url != '' %} Vous pouvez le suivre ici à tout moment : {{ tracking_url }}{% endif %}

${bye}`,
  lost: `${hello}

Merci de votre patience. J'ai cherché votre colis{% if order_name != '' %} de la commande {{ order_name }}{% endif %}{% if parcel_is == '' or parcel_is == 'lost' %}, et je dois vous dire que nous le considérons comme perdu. Nous vous prions de nous en excuser.{% else %}.{% endif %}

{% if parcel_is == '' or parcel_is == 'lost' %}{% if parcel_is == 'lost' and carrier != '' %}Il n'y a plus aucun signe de lui chez {{ carrier }}{% if tracking_number != '' %} sous le numéro {{ tracking_number }}{% endif %} depuis trop longtemps. {% endif %}Vous n'avez aucune démarche à faire : l'enquête auprès du transporteur est notre affaire.

Choisissez ce qui vous convient : nous renvoyons les mêmes articles à nos frais, ou nous vous rendons {% if refund_amount == '' %}tout ce que vous avez payé{% if order_total != '' %} ({{ order_total }}){% endif %}{% else %}le reste{% endif %}.${soFar}{% else %}${news}{% endif %}

Dès que j'ai votre réponse, je lance la suite le jour ouvré même et je vous le confirme.

${bye}`,
  damaged: `${hello}

{% if has_arrived == 'no' %}${trouble}

${notYet} Si vous l'avez tout de même entre les mains, voici la suite.{% else %}Merci de nous prévenir. Votre commande{% if order_name != '' %} {{ order_name }}{% endif %} vous est parvenue abîmée ; elle aurait dû être intacte, et nous vous prions de nous excuser.{% endif %}

Une photo de l'article et une du carton nous aident auprès du transporteur. Si ce n'est pas déjà fait, joignez-les à votre réponse. Gardez le carton quelques jours, s'il vous plaît.

Vous avez le choix : un nouvel article à nos frais, votre argent en retour, ou vous le gardez tel quel et nous vous rendons une partie du prix.

Dès que je connais votre choix, je commence le jour ouvré même. Ne renvoyez rien pour le moment.

${bye}`,
  wrong_item: `${hello}

{% if has_arrived == 'no' %}${trouble}

${notYet} Si vous l'avez tout de même entre les mains, voici la suite.{% else %}Merci de votre message. Vous avez reçu autre chose que ce que vous aviez commandé{% if order_name != '' %} ({{ order_name }}){% endif %}. L'erreur vient de nous, et nous vous prions de nous excuser.{% endif %}

Pouvez-vous me dire ce que contient le colis, au mieux avec une photo de l'étiquette ? Je verrai tout de suite ce qui s'est passé.

Vous avez le choix : nous envoyons aussitôt le bon article, ou vous récupérez votre argent. Le retour de l'article envoyé par erreur ne vous coûte rien dans les deux cas.

Dès que j'ai votre réponse, je m'en occupe le jour ouvré même et vous envoie ce qu'il faut pour le retour.

${bye}`,
  out_of_stock: `${hello}

{% if order_is == 'sent' %}Merci de votre message. Toute votre commande{% if order_name != '' %} {{ order_name }}{% endif %} est partie de chez nous, mais ce que vous souhaitez maintenant n'est plus en stock. Nous vous prions de nous excuser.{% else %}Merci de votre commande{% if order_name != '' %} {{ order_name }}{% endif %}. Je dois vous dire qu'un article n'est plus en stock, alors que notre boutique l'affichait encore. Nous vous prions de nous excuser.{% endif %}

Vous avez le choix : attendre son retour, prendre un article proche que je choisis pour vous, ou récupérer votre argent pour celui-ci.{% if order_is == 'open' or order_is == '' %} Le reste de la commande part comme prévu.{% endif %}

Répondez-moi ce que vous préférez.{% if order_is == 'open' or order_is == '' %} Sans nouvelles d'ici trois jours ouvrés, je vous rends son prix pour que rien ne reste bloqué.{% endif %}

${bye}`,
  return_refund: `${hello}

{% if has_arrived == 'no' %}${trouble}

${notYet}{% if parcel_is == 'returning' %} Vous n'avez plus rien à renvoyer.{% else %} Dès qu'il est chez vous, vous pouvez renvoyer ce qui ne convient pas.{% endif %}{% else %}Merci de votre message. Bien sûr, vous pouvez renvoyer ce qui ne convient pas{% if order_name != '' %} dans la commande {{ order_name }}{% endif %}. Nous regrettons que cela n'ait pas été ce que vous espériez.{% endif %}

{% if returns_url != '' %}Le plus rapide est notre page de retours : {{ returns_url }}. Elle montre pour chaque article ce que vous recevrez et ce que cela coûte, avant toute confirmation.{% else %}Dites-moi quels articles vous souhaitez renvoyer et pourquoi ; je prépare tout.{% endif %}

Vous avez le choix entre votre argent, un avoir ou, là où nous le proposons, un échange.

{% if refund_amount != '' %}Jusqu'ici, {{ refund_amount }} vous ont été rendus. {% endif %}Une fois votre colis chez nous, nous le vérifions et vous écrivons quand l'argent part ; votre banque demande ensuite en général quelques jours ouvrés.

${bye}`,
  partial_refund: `${hello}

Merci de nous dire comment cela s'est passé{% if order_name != '' %} avec votre commande {{ order_name }}{% endif %}. Je comprends que ce soit contrariant, et nous vous prions de nous excuser.

Vous n'avez rien à renvoyer. J'aimerais plutôt réparer cela : une partie du prix sur votre moyen de paiement, ou un avoir pour votre prochaine commande.

Dites-moi ce que vous préférez. Je m'en occupe le jour ouvré même, et vous recevrez une confirmation avec le montant exact.${soFar}

Si aucun des deux ne convient, dites-moi ce qui conviendrait ; nous trouverons une solution.

${bye}`,
};
