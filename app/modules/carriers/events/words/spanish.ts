import type { Words } from '../concepts.ts';

const party = '(?:destinatari[oa]|cliente|consignatario|receptor)';
const sender = '(?:remitente|expedidor|vendedor|tienda de origen|comercio|origen)';
const counter = '(?:oficina|punto de (?:recogida|entrega|conveniencia|recoleccion|retiro)|citypaq|taquilla|casillero|locker|tienda|punto pack|parcelshop|access point|sucursal|estafeta|kiosko|punto (?:correos|celeritas|seur|pudo))';

/** Spanish, of Spain and the Americas. */
export const spanish: Words = {
  ignored: [
    '(?:antes de|de lo contrario|si no|en caso)\\b[^.;]*\\b(?:devuelt\\w*|devolu\\w*|devolver\\w*)[^.;]*',
    '(?:todavia|aun) no (?:ha sido |esta |se ha )?(?:entregad|disponible|despachad)\\w*',
    '(?:sin|ningun|ninguna|no) (?:incidencias?|danos?|danad[oa]|retrasos?|anomalias?)',
    'direccion (?:ha sido |fue )?(?:corregida|actualizada|modificada)',
  ],
  upcoming: ['(?:sera|seran|va a ser|debe ser|proximamente) (?:\\w+ )?(?:entregad|repartid)\\w*|entrega (?:esta )?(?:prevista|estimada|programada|planificada)|(?:programado|previsto) para (?:su )?entrega|entrega confirmada para|se entregara'],
  aside: ['(?:sms|e-?mail|correo electronico|notificacion|mensaje|aviso) (?:ha sido |fue )?(?:enviad|remitid)|sin informacion|no (?:hay|existe|se encuentra) informacion'],
  announced: [
    'pre-?(?:registrad|admision|admitid|aviso|alerta)|prerregistrad|etiqueta (?:ha sido |fue |de envio )?(?:\\w+ )?(?:cread|impres|generad)|creo una etiqueta|se ha creado la etiqueta',
    '(?:informacion|datos)\\b[^.;]{0,60}(?:recibid|transmitid|enviad|registrad|comunicad)|(?:aun|todavia) no (?:se )?(?:ha |hemos |lo hemos )*(?:sido )?(?:recibido|recogido|entregado a|admitido|depositado)|pendiente de (?:recogida|recibir|recepcion|admision|deposito|recoger por)|recogida (?:programada|solicitada|concertada)|(?:pedido|orden) (?:ha sido |fue )?(?:recibid|registrad|cread)|preparando (?:el|su|tu) (?:envio|pedido|paquete)|anunciad|documentad|en preparacion|preparacion por',
  ],
  voided: ['(?:etiqueta|envio|guia|pedido|expedicion) (?:ha sido |fue |esta )?(?:anulad|cancelad)|anulad|cancelado por'],
  returned: [`(?:devuelt\\w*|devolucion|devolviendo|retorn\\w*|regres\\w*|reenviad\\w*|entregad\\w*)\\b[^.;]{0,40}\\bal? (?:su )?${sender}|devuelto|devuelta|devolucion|en retorno|retornad`],
  collected: [`(?<!no )(?<!no ha sido )(?<!no fue )(?:recogid[oa] por|recogido en|retirad[oa] (?:por|en))\\b[^.;]{0,15}(?:${party}|${counter})|(?:${party}) (?:ha |lo ha )?(?:recogido|retirado|recogio|retiro)`],
  ready: [
    `(?:disponible|list[oa]|a disposicion|a su disposicion|pendiente|en espera|depositad[oa]|esperando)\\b[^.;]{0,60}(?:recog\\w*|retir\\w*|recolec\\w*|${counter})|(?:puede|puedes|podra|podras)\\b[^.;]{0,30}(?:recoger|retirar|pasar a recoger|pasar por)|para (?:su )?(?:recogida|retiro) (?:en|por el (?:cliente|destinatario))|en lista|apartado postal disponible`,
  ],
  tried: ['intent(?:o|ado|amos)|aviso (?:de (?:llegada|paso|visita)|dejado)|(?:se ha |hemos )?dejado (?:un )?aviso|visita fallida|segunda entrega|nuevo intento|avisado'],
  undelivered: [
    '(?:no|sin|imposible|fallid[oa]|fallo|imposibilidad de)\\b[^.;,]{0,40}(?:entregad[oa]|entrega\\b|entregar|entregarse|entregable|repartir)',
    '(?:entrega|reparto)\\b[^.;,]{0,30}(?:fallid|no (?:realizad|efectuad|exitos|ha sido posible|se ha podido|posible|completad)|imposible|sin exito|infructuos|frustrad)|no entregad',
  ],
  handed_on: [
    'entregad[oa]s? (?:a|al|en) (?:(?:el|la|los|un|una|su|nuestro) )?(?:transportista|aerolinea|linea aerea|compania (?:aerea|de (?:transporte|mensajeria))|empresa de (?:transporte|mensajeria|paqueteria|reparto)|aduana|mensajeria|paqueteria|courier|operador|agencia de (?:transporte|aduana)|agente (?:de aduana|aduan)|centro (?:de (?:distribucion|clasificacion|tratamiento|procesamiento|operaciones|reparto|transporte|acopio)|logistico|operativo|internacional)|oficina de (?:cambio|origen|destino|tratamiento)|hub\\b|delegacion|plataforma|nodo|aeropuerto|correos|socio\\b|transitario)',
  ],
  dropped: [`(?:entregad[oa]|depositad[oa]|llegad[oa]|en|dejad[oa]) (?:en|a|al) (?:la |el |su |un |una |al )?(?:\\w+ )?${counter}(?! de (?:origen|destino|cambio|tratamiento))`],
  delivered: [`entregad[oa]s?\\b|entrega (?:ha sido |fue )?(?:realizada|efectuada|exitosa|completada|confirmada(?! para))|recibid[oa] por (?:el )?(?:${party})|firmado por|buzon|entregad[oa] (?:al|a un) (?:vecino|${party}|conserje)`],
  out: [
    'en (?:proceso de )?reparto|(?:salida|salio|salido|sale|esta) (?:a|en|para) (?:reparto|entrega|ruta de entrega)|en ruta de (?:entrega|reparto)|en (?:el )?vehiculo|(?:con|por) (?:el |nuestro )?(?:repartidor|mensajero|cartero|conductor)|en camino a (?:su|tu) (?:domicilio|direccion|casa)|en distribucion|en proceso de entrega|para (?:su )?entrega hoy|ultima milla|saliendo a entrega|asignado al? (?:repartidor|cartero)',
  ],
  refused: ['rehus|rechaz|no (?:acepta|aceptado|quiere)|renuncia'],
  damaged: ['danad|danos?\\b|averiad|roto\\b|rotura|deteriorad|mal estado|siniestr'],
  lost: ['perdid|extravi|no localizado el (?:envio|paquete)|robad|robo\\b|desaparecid|envio no localizado|paquete no encontrado'],
  unclaimed: ['no (?:ha sido |fue |se ha )?(?:reclamad|recogid|retirad)|no reclamo|sobrante|caducad|(?:plazo|periodo|tiempo) de (?:almacenamiento|custodia|espera|recogida|permanencia|lista)\\b[^.;]{0,20}(?:vencid|expirad|agotad|superad|finalizad|cumplid)|por caducidad'],
  payment: ['(?:aranceles|impuestos?|tasas?|derechos|gastos|iva|cargos?|franqueo|reembolso|contra ?reembolso|tributos)\\b[^.;]{0,40}(?:pag|abon|pendiente|deb|insuficiente|impag)|(?:pendiente|espera|falta) (?:de|del) pago|pago (?:requerido|pendiente|necesario)|franqueo insuficiente|sin dinero'],
  address: [
    '(?:direccion|domicilio|codigo postal|senas|datos del destinatario)\\b[^.;]{0,40}(?:incorrect|erron|incomplet|desconocid|insuficient|inexistent|equivocad|no (?:encontrad|localizad|existe|valid)|invalid|inaccesible|ilegible|faltan)',
    `(?:mala|falta|problema (?:con|en) la|error (?:en|de) (?:la )?|falta de |sin )\\s?direccion|${party} (?:es )?(?:desconocid|se ha mudado|no (?:localizad|encontrad|vive))|desconocid|cambio de domicilio|se mudo|ausente definitivo|sin acceso|no se (?:localiza|encuentra|encontro) (?:la direccion|el domicilio|al destinatario)|zona (?:inaccesible|de dificil acceso)`,
  ],
  security: ['prohibid|incautad|decomis|confiscad|mercancias? peligrosas?|(?:control|inspeccion|motivos|revision|riesgo) de seguridad|policia'],
  customs_held: [
    '(?:retenid|detenid|bloquead|parad|demora|retras|problema|incidencia)\\w*\\b[^.;]{0,40}(?:aduan|despacho)',
    'aduan\\w*[^.;]{0,60}(?:retenid|detenid|retencion|bloquead|retras|problema|incidencia|falta|documentacion (?:requerida|pendiente|incompleta)|rechaz|demora)|(?:documentacion|documentos|factura)\\b[^.;]{0,30}(?:requerid|pendiente|incomplet|faltante|necesari)|falta (?:de )?(?:documentacion|documentos|factura)',
  ],
  cleared: ['(?:despacho|tramite|proceso|gestion|control)s? (?:de |aduaner[oa]s?|en )*(?:aduanas? )?(?:\\w+ )?(?:finalizad|completad|terminad|realizad|concluid|superad)|(?:despachad|liberad|autorizad)[oa] (?:por|de|en) (?:la )?(?:aduana)|(?:salida|salio|sale|salido) de (?:la )?aduana|despachado|desaduan|aduana[^.;]{0,20}(?:liberad|levante|finaliz|completad)|levante'],
  customs: ['aduan'],
  not_home: [
    `ausen|(?:${party})\\b[^.;]{0,20}(?:no (?:esta|estaba|se encontraba|disponible|se encuentra)|fuera)|nadie (?:en|para|recib|pudo|atend)|no (?:habia|hay|se encontraba|se encuentra) (?:nadie|a nadie|persona)|(?:no|sin) (?:contesta|respuesta|responde)`,
    '(?:comercio|negocio|empresa|establecimiento|oficina|tienda|local|destino|domicilio)\\b[^.;]{0,15}cerrad|cerrado\\b|vacaciones|fuera de horario',
  ],
  weather: ['climatolog|meteorolog|mal tiempo|clima|nieve|nevada|tormenta|temporal\\b|inundacion|huracan|catastrofe|desastre|fuerza mayor|huelga|paro (?:nacional|de transport)|trafico|accidente|corte de (?:carretera|via)|manifestacion|terremoto|lluvia|bloqueo de carretera'],
  carrier: ['mal (?:clasificad|encaminad|enrutad|canalizad|direccionad)|(?:error|fallo) de (?:clasificacion|encaminamiento|ruta|envio)|mal encaminad|encaminamiento erroneo|averia (?:del|de)? ?(?:vehiculo|transporte)|(?:alto|elevado|gran|exceso de) volumen|volumen|motivos? operativ|problemas? (?:operativ|tecnic|logistic)|falta de tiempo|saturacion|vuelo (?:retrasado|cancelado)|perdida de conexion|causas? operativ|desviado por error'],
  held: ['retenid|detenid|bloquead|suspendid|a (?:peticion|solicitud) del|almacenad|en custodia|en espera|parado|estacionad'],
  delayed: ['retras|demor|reprogram|aplaz|pospuest|nueva fecha|siguiente dia (?:laborable|habil)|proximo dia (?:laborable|habil)|mas tarde|posterg'],
  exception: ['incidencia|excepcion|problema|anomalia|siniestro|error|irregular|destruid|investigacion'],
  moving: [
    'transito|en camino|en curso|lleg|arrib|salid|salio|sale\\b|admitid|admision|clasificad|clasificacion|procesad|recogid|recolectad|recibid|aceptad|centro|delegacion|almacen|enviad|expedid|despach|transport|traslad|unidad|planta|oficina (?:de )?(?:cambio|origen|destino|internacional)|oficina|depositad|en ruta|origen|destino|export|import|cargad|transfer|hub\\b|plataforma|nodo|escanead|en poder|registrad|redirigid|reexpedid|en tramite|upcoming|embarcad',
  ],
};
