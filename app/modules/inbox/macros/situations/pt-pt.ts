import type { SituationTexts } from './situation.ts';

const hello = `Olá{% if first_name != '' %}, {{ first_name }}{% endif %},`;
const bye = `{% if signature == '' %}Com os melhores cumprimentos,\n{{ agent_name }}\n{{ shop_name }}{% endif %}`;

const unsent = `{% if order_is == 'cancelled' %}Foi cancelada: nada dela vai a caminho.{% else %}Ainda não saiu daqui.{% endif %}`;
const returning = `{% if carrier != '' %}{{ carrier }} indica-nos{% else %}Indicam-nos{% endif %} que vem de volta para nós{% if tracking_number != '' %} (número {{ tracking_number }}){% endif %}.`;
const soFar = `{% if refund_amount != '' %} Até agora foram-lhe devolvidos {{ refund_amount }}.{% endif %}`;
const trouble = `Agradecemos a sua mensagem. Lamento o incómodo{% if order_name != '' %} com a sua encomenda {{ order_name }}{% endif %}.`;
const notYet = `{% if parcel_is == 'unsent' %}${unsent}{% elsif parcel_is == 'returning' %}${returning}{% else %}{% if carrier != '' %}Segundo {{ carrier }}{% else %}Segundo nos indicam{% endif %}, ainda não está consigo{% if parcel_status != '' %} (último estado: {{ parcel_status }}){% endif %}.{% endif %}`;
/** Where the parcel is, and what may be chosen because of that. */
const news = `{% if parcel_is == 'delivered' %}{% if carrier != '' %}{{ carrier }} indica-nos{% else %}Indicam-nos{% endif %} que foi entregue em {{ delivered_on }}{% if tracking_number != '' %} (número {{ tracking_number }}){% endif %}. Veja, por favor, junto dos vizinhos, na receção e onde costumam deixar as suas encomendas.

Se não estiver lá, pode escolher: um novo envio, ou o seu dinheiro de volta. Responda apenas com o que prefere; com a transportadora falo em qualquer caso.{% elsif parcel_is == 'returning' %}${returning}

Pode escolher: um novo envio assim que ela estiver connosco, ou o seu dinheiro de volta. Responda apenas com o que prefere.{% elsif parcel_is == 'unsent' %}${unsent}

{% if order_is != 'cancelled' %}Pode escolher: esperar, ou o seu dinheiro de volta. Responda apenas com o que prefere.{% else %}Se não era o que queria, responda-me e eu vejo o que aconteceu.{% endif %}{% else %}{% if carrier != '' %}Está com {{ carrier }}{% if tracking_number != '' %}, número {{ tracking_number }}{% endif %}. {% endif %}{% if parcel_status != '' %}Último estado: {{ parcel_status }}. {% endif %}{% if expected != '' %}É agora esperada: {{ expected }}.{% else %}A transportadora ainda não indicou um novo dia.{% endif %}

Pode escolher: esperar, um novo envio se ela não se mexer mais, ou o seu dinheiro de volta. Responda apenas com o que prefere.{% endif %}${soFar}`;

/** Portuguese. */
export const ptPT: SituationTexts = {
  late: `${hello}

Agradecemos a sua mensagem. Esperava a sua encomenda{% if order_name != '' %} {{ order_name }}{% endif %} mais cedo e ela ainda não está aí. Lamento a espera.

${news}

Vou acompanhando e escrevo-lhe assim que algo mude.{% if tracking_url != '' %} Pode segui-la aqui a qualquer momento: {{ tracking_url }}{% endif %}

${bye}`,
  lost: `${hello}

Agradecemos a sua paciência. Procurei a sua encomenda{% if order_name != '' %} {{ order_name }}{% endif %}{% if parcel_is == '' or parcel_is == 'lost' %} e tenho de lhe dizer que a damos por perdida. Lamento muito.{% else %}.{% endif %}

{% if parcel_is == '' or parcel_is == 'lost' %}{% if parcel_is == 'lost' and carrier != '' %}Há demasiado tempo que não há sinal dela em {{ carrier }}{% if tracking_number != '' %} com o número {{ tracking_number }}{% endif %}. {% endif %}Não tem de fazer nada: da averiguação junto da transportadora tratamos nós.

Escolha o que mais lhe convém: enviamos o mesmo outra vez por nossa conta, ou devolvemos {% if refund_amount == '' %}tudo o que pagou{% if order_total != '' %} ({{ order_total }}){% endif %}{% else %}o que falta{% endif %}.${soFar}{% else %}${news}{% endif %}

Assim que tiver a sua resposta, trato disso no mesmo dia útil e confirmo-lhe.

${bye}`,
  damaged: `${hello}

{% if has_arrived == 'no' %}${trouble}

${notYet} Se a tem mesmo assim nas suas mãos, vale o que se segue.{% else %}Agradecemos que nos tenha avisado. Lamento que a sua encomenda{% if order_name != '' %} {{ order_name }}{% endif %} lhe tenha chegado danificada; devia ter chegado inteira.{% endif %}

Uma fotografia do artigo e outra da caixa ajudam-nos junto da transportadora. Se ainda não as enviou, junte-as à sua resposta. Guarde a caixa alguns dias, por favor.

Pode escolher: um novo por nossa conta, o seu dinheiro, ou ficar com ele assim e receber parte do preço.

Quando souber o que prefere, começo no mesmo dia útil. Por agora não precisa de enviar nada.

${bye}`,
  wrong_item: `${hello}

{% if has_arrived == 'no' %}${trouble}

${notYet} Se a tem mesmo assim nas suas mãos, vale o que se segue.{% else %}Agradecemos a sua mensagem. Recebeu algo diferente do que pediu{% if order_name != '' %} em {{ order_name }}{% endif %}. O erro foi nosso e peço desculpa pelo incómodo.{% endif %}

Pode dizer-me o que vem na caixa, de preferência com uma fotografia da etiqueta? Assim vejo logo onde falhou.

Pode escolher: enviamos já o artigo certo, ou recebe o seu dinheiro. Devolver o que veio por engano não lhe custa nada em qualquer dos casos.

Assim que tiver a sua resposta, trato disso no mesmo dia útil e envio-lhe o necessário para a devolução.

${bye}`,
  out_of_stock: `${hello}

{% if order_is == 'sent' %}Agradecemos a sua mensagem. Toda a sua encomenda{% if order_name != '' %} {{ order_name }}{% endif %} saiu daqui, mas o que gostaria de ter agora já não está em stock. Lamento.{% else %}Agradecemos a sua encomenda{% if order_name != '' %} {{ order_name }}{% endif %}. Tenho de lhe dizer que algo dela já não está em stock, embora a nossa loja ainda o mostrasse. Lamento.{% endif %}

Pode escolher: esperar que volte, algo parecido que eu lhe procure, ou o dinheiro desse artigo.{% if order_is == 'open' or order_is == '' %} O resto segue como previsto.{% endif %}

Responda com o que prefere.{% if order_is == 'open' or order_is == '' %} Se em três dias úteis não tiver notícias suas, devolvo-lhe o preço para que nada fique parado.{% endif %}

${bye}`,
  return_refund: `${hello}

{% if has_arrived == 'no' %}${trouble}

${notYet}{% if parcel_is == 'returning' %} Não tem de enviar mais nada.{% else %} Assim que estiver consigo, pode devolver o que não serve.{% endif %}{% else %}Agradecemos a sua mensagem. Claro que pode devolver o que não serve{% if order_name != '' %} da encomenda {{ order_name }}{% endif %}. Lamento que não fosse o que esperava.{% endif %}

{% if returns_url != '' %}O mais rápido é a nossa página de devoluções: {{ returns_url }}. Mostra para cada artigo o que recebe e quanto custa antes de confirmar.{% else %}Diga-me que artigos quer devolver e porquê, e preparo tudo.{% endif %}

Pode escolher entre o seu dinheiro, saldo na loja ou, onde o oferecemos, uma troca.

{% if refund_amount != '' %}Até agora foram-lhe devolvidos {{ refund_amount }}. {% endif %}Quando tivermos a sua caixa, verificamo-la e escrevemos-lhe quando o dinheiro sai; o seu banco costuma precisar depois de alguns dias úteis.

${bye}`,
  partial_refund: `${hello}

Agradecemos que nos tenha contado como foi{% if order_name != '' %} com a sua encomenda {{ order_name }}{% endif %}. Compreendo que é aborrecido e peço desculpa.

Não tem de devolver nada. Gostaria de o compensar: com parte do preço no seu meio de pagamento, ou com saldo para a próxima encomenda.

Diga-me qual dos dois prefere. Trato disso no mesmo dia útil e recebe uma confirmação com o valor exato.${soFar}

Se nenhum servir, diga-me o que serviria; havemos de encontrar uma solução.

${bye}`,
};
