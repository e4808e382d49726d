import type { SituationTexts } from './situation.ts';

const hello = `Hola{% if first_name != '' %}, {{ first_name }}{% endif %}:`;
const bye = `{% if signature == '' %}Un saludo cordial,\n{{ agent_name }}\n{{ shop_name }}{% endif %}`;

const unsent = `{% if order_is == 'cancelled' %}El pedido fue cancelado: nada de él va de camino.{% else %}Todavía no ha salido de aquí.{% endif %}`;
const returning = `{% if carrier != '' %}{{ carrier }} nos indica{% else %}Nos indican{% endif %} que va de vuelta hacia nosotros{% if tracking_number != '' %} (número {{ tracking_number }}){% endif %}.`;
const soFar = `{% if refund_amount != '' %} Hasta ahora se le han devuelto {{ refund_amount }}.{% endif %}`;
const trouble = `Gracias por escribirnos. Siento las molestias{% if order_name != '' %} con su pedido {{ order_name }}{% endif %}.`;
const notYet = `{% if parcel_is == 'unsent' %}${unsent}{% elsif parcel_is == 'returning' %}${returning}{% else %}{% if carrier != '' %}Según {{ carrier }}{% else %}Según nos indican{% endif %}, todavía no está con usted{% if parcel_status != '' %} (último estado: {{ parcel_status }}){% endif %}.{% endif %}`;
/** Where the parcel is, and what may be chosen because of that. */
const news = `{% if parcel_is == 'delivered' %}{% if carrier != '' %}{{ carrier }} nos indica{% else %}Nos indican{% endif %} que fue entregado el {{ delivered_on }}{% if tracking_number != '' %} (número {{ tracking_number }}){% endif %}. Mire, por favor, con sus vecinos, en la recepción y donde suelen dejarle los paquetes.

Si no está, puede elegir: se lo volvemos a mandar, o recupera su dinero. Responda simplemente con lo que prefiera; con el transportista hablo en cualquier caso.{% elsif parcel_is == 'returning' %}${returning}

Puede elegir: se lo volvemos a mandar en cuanto esté con nosotros, o recupera su dinero. Responda simplemente con lo que prefiera.{% elsif parcel_is == 'unsent' %}${unsent}

{% if order_is != 'cancelled' %}Puede elegir: esperar, o recuperar su dinero. Responda simplemente con lo que prefiera.{% else %}Si no era lo que quería, respóndame y lo miro.{% endif %}{% else %}{% if carrier != '' %}Lo lleva {{ carrier }}{% if tracking_number != '' %} con el número {{ tracking_number }}{% endif %}. {% endif %}{% if parcel_status != '' %}Último estado: {{ parcel_status }}. {% endif %}{% if expected != '' %}Ahora se espera: {{ expected }}.{% else %}El transportista todavía no ha dado una nueva fecha.{% endif %}

Puede elegir: esperar, que se lo volvamos a mandar si no se mueve más, o recuperar su dinero. Responda simplemente con lo que prefiera.{% endif %}${soFar}`;

/** Spanish. */
export const es: SituationTexts = {
  late: `${hello}

Gracias por escribirnos. Esperaba su paquete{% if order_name != '' %} del pedido {{ order_name }}{% endif %} antes y aún no ha llegado. Lamento la espera.

${news}

Sigo pendiente y le escribo en cuanto cambie algo.{% if tracking_url != '' %} Puede seguirlo aquí en todo momento: {{ tracking_url }}{% endif %}

${bye}`,
  lost: `${hello}

Gracias por su paciencia. He buscado su paquete{% if order_name != '' %} del pedido {{ order_name }}{% endif %}{% if parcel_is == '' or parcel_is == 'lost' %} y debo decirle que lo damos por perdido. Lo siento mucho.{% else %}.{% endif %}

{% if parcel_is == '' or parcel_is == 'lost' %}{% if parcel_is == 'lost' and carrier != '' %}Hace demasiado tiempo que no hay señales de él en {{ carrier }}{% if tracking_number != '' %} con el número {{ tracking_number }}{% endif %}. {% endif %}No tiene que hacer nada: de la reclamación al transportista nos ocupamos nosotros.

Elija lo que mejor le venga: le mandamos lo mismo otra vez por nuestra cuenta, o le devolvemos {% if refund_amount == '' %}todo lo que pagó{% if order_total != '' %} ({{ order_total }}){% endif %}{% else %}lo que queda{% endif %}.${soFar}{% else %}${news}{% endif %}

En cuanto tenga su respuesta lo pongo en marcha el mismo día laborable y se lo confirmo.

${bye}`,
  damaged: `${hello}

{% if has_arrived == 'no' %}${trouble}

${notYet} Si aun así lo tiene en sus manos, siga con lo que viene.{% else %}Gracias por avisarnos. Siento que su pedido{% if order_name != '' %} {{ order_name }}{% endif %} le llegara dañado; debía llegar entero.{% endif %}

Una foto del artículo y otra de la caja nos ayudan ante el transportista. Si aún no las ha mandado, adjúntelas a su respuesta. Guarde la caja unos días, por favor.

Puede elegir: uno nuevo por nuestra cuenta, su dinero, o quedárselo así y recuperar una parte del precio.

Cuando sepa qué prefiere empiezo el mismo día laborable. De momento no hace falta que mande nada de vuelta.

${bye}`,
  wrong_item: `${hello}

{% if has_arrived == 'no' %}${trouble}

${notYet} Si aun así lo tiene en sus manos, siga con lo que viene.{% else %}Gracias por escribirnos. Recibió algo distinto de lo que pidió{% if order_name != '' %} en {{ order_name }}{% endif %}. El error es nuestro y le pido disculpas por la molestia.{% endif %}

¿Puede decirme qué hay en el paquete, a ser posible con una foto de su etiqueta? Así veré enseguida dónde falló.

Puede elegir: le mandamos ahora mismo lo correcto, o recupera su dinero. Devolver lo que llegó por error no le cuesta nada en ningún caso.

En cuanto tenga su respuesta me ocupo el mismo día laborable y le mando lo necesario para la vuelta.

${bye}`,
  out_of_stock: `${hello}

{% if order_is == 'sent' %}Gracias por escribirnos. Todo su pedido{% if order_name != '' %} {{ order_name }}{% endif %} salió de aquí, pero lo que quisiera ahora ya no está en existencias. Lo siento.{% else %}Gracias por su pedido{% if order_name != '' %} {{ order_name }}{% endif %}. Debo decirle que algo de él ya no está en existencias, aunque nuestra tienda aún lo mostraba. Lo siento.{% endif %}

Puede elegir: esperar a que vuelva, algo parecido que yo le busque, o recuperar el dinero de ese artículo.{% if order_is == 'open' or order_is == '' %} Lo demás sale según lo previsto.{% endif %}

Responda con lo que prefiera.{% if order_is == 'open' or order_is == '' %} Si en tres días laborables no me llega respuesta, le devuelvo su precio para que nada quede parado.{% endif %}

${bye}`,
  return_refund: `${hello}

{% if has_arrived == 'no' %}${trouble}

${notYet}{% if parcel_is == 'returning' %} No tiene que mandar nada más.{% else %} En cuanto esté con usted, puede devolver lo que no le convenza.{% endif %}{% else %}Gracias por escribirnos. Por supuesto puede devolver lo que no le convenza{% if order_name != '' %} del pedido {{ order_name }}{% endif %}. Siento que no fuera lo que esperaba.{% endif %}

{% if returns_url != '' %}Lo más rápido es nuestra página de devoluciones: {{ returns_url }}. Muestra para cada artículo qué recibe y qué cuesta antes de confirmar nada.{% else %}Dígame qué artículos quiere devolver y por qué, y lo preparo todo.{% endif %}

Puede elegir entre su dinero, saldo en la tienda o, donde lo ofrecemos, un cambio.

{% if refund_amount != '' %}Hasta ahora se le han devuelto {{ refund_amount }}. {% endif %}Cuando su paquete esté con nosotros lo revisamos y le escribimos cuándo sale el dinero; su banco suele tardar después unos días laborables.

${bye}`,
  partial_refund: `${hello}

Gracias por contarnos cómo fue{% if order_name != '' %} con su pedido {{ order_name }}{% endif %}. Entiendo que es molesto y le pido disculpas.

No tiene que devolver nada. Me gustaría compensarlo: con una parte del precio en su medio de pago, o con saldo para su próximo pedido.

Dígame cuál de los dos prefiere. Lo arreglo el mismo día laborable y recibirá una confirmación con el importe exacto.${soFar}

Si no le sirve ninguno, dígame qué le serviría; encontraremos la manera.

${bye}`,
};
