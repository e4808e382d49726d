import type { SituationTexts } from './situation.ts';

const hello = `Olá{% if first_name != '' %}, {{ first_name }}{% endif %},`;
const bye = `Com os melhores cumprimentos,\n{{ agent_name }}\n{{ shop_name }}`;

/** Portuguese. */
export const ptPT: SituationTexts = {
  late: `${hello}

obrigado por nos escrever. Esperava a sua encomenda{% if order_name != '' %} {{ order_name }}{% endif %} mais cedo e ela ainda não está aí. Lamento a espera.

{% if delivered_on != '' %}{% if carrier != '' %}{{ carrier }} indica-nos{% else %}Indicam-nos{% endif %} que foi entregue em {{ delivered_on }}{% if tracking_number != '' %} (número {{ tracking_number }}){% endif %}. Veja, por favor, junto dos vizinhos, na receção e onde costumam deixar as suas encomendas.

Se não estiver lá, pode escolher: um novo envio, ou o seu dinheiro de volta. Responda apenas com o que prefere; com a transportadora falo em qualquer caso.{% else %}{% if carrier != '' %}Está com {{ carrier }}{% if tracking_number != '' %}, número {{ tracking_number }}{% endif %}. {% endif %}{% if parcel_status != '' %}Último estado: {{ parcel_status }}. {% endif %}{% if expected != '' %}É agora esperada: {{ expected }}.{% else %}A transportadora ainda não indicou um novo dia.{% endif %}

Pode escolher: esperar, um novo envio se ela não se mexer mais, ou o seu dinheiro de volta. Responda apenas com o que prefere.{% endif %}

Fico atento e escrevo-lhe assim que algo mude.{% if tracking_url != '' %} Pode segui-la aqui a qualquer momento: {{ tracking_url }}{% endif %}

${bye}`,
  lost: `${hello}

obrigado pela sua paciência. Procurei a sua encomenda{% if order_name != '' %} {{ order_name }}{% endif %} e tenho de lhe dizer que a damos por perdida. Lamento muito.

{% if carrier != '' %}Há demasiado tempo que não há sinal dela em {{ carrier }}{% if tracking_number != '' %} com o número {{ tracking_number }}{% endif %}. {% endif %}Não tem de fazer nada: da averiguação junto da transportadora tratamos nós.

Escolha o que mais lhe convém: enviamos o mesmo outra vez por nossa conta, ou devolvemos tudo o que pagou{% if order_total != '' %} ({{ order_total }}){% endif %}.

Assim que tiver a sua resposta, trato disso no mesmo dia útil e confirmo-lhe.

${bye}`,
  damaged: `${hello}

obrigado por nos avisar. Lamento que a sua encomenda{% if order_name != '' %} {{ order_name }}{% endif %} lhe tenha chegado danificada; devia ter chegado inteira.

Uma fotografia do artigo e outra da caixa ajudam-nos junto da transportadora. Se ainda não as enviou, junte-as à sua resposta. Guarde a caixa alguns dias, por favor.

Pode escolher: um novo por nossa conta, o seu dinheiro, ou ficar com ele assim e receber parte do preço.

Quando souber o que prefere, começo no mesmo dia útil. Por agora não precisa de enviar nada.

${bye}`,
  wrong_item: `${hello}

obrigado por nos escrever. Recebeu algo diferente do que pediu{% if order_name != '' %} em {{ order_name }}{% endif %}. O erro foi nosso e peço desculpa pelo incómodo.

Pode dizer-me o que vem na caixa, de preferência com uma fotografia da etiqueta? Assim vejo logo onde falhou.

Pode escolher: enviamos já o artigo certo, ou recebe o seu dinheiro. Devolver o que veio por engano não lhe custa nada em qualquer dos casos.

Assim que tiver a sua resposta, trato disso no mesmo dia útil e envio-lhe o necessário para a devolução.

${bye}`,
  out_of_stock: `${hello}

obrigado pela sua encomenda{% if order_name != '' %} {{ order_name }}{% endif %}. Tenho de lhe dizer que algo dela já não está em stock, embora a nossa loja ainda o mostrasse. Lamento.

Pode escolher: esperar que volte, algo parecido que eu lhe procure, ou o dinheiro desse artigo. O resto segue como previsto.

Responda com o que prefere. Se em três dias úteis não tiver notícias suas, devolvo-lhe o preço para que nada fique parado.

${bye}`,
  return_refund: `${hello}

obrigado por nos escrever. Claro que pode devolver o que não serve{% if order_name != '' %} da encomenda {{ order_name }}{% endif %}. Lamento que não fosse o que esperava.

{% if returns_url != '' %}O mais rápido é a nossa página de devoluções: {{ returns_url }}. Mostra para cada artigo o que recebe e quanto custa antes de confirmar.{% else %}Diga-me que artigos quer devolver e porquê, e preparo tudo.{% endif %}

Pode escolher entre o seu dinheiro, saldo na loja ou, onde o oferecemos, uma troca.

{% if refund_amount != '' %}Até agora foram-lhe devolvidos {{ refund_amount }}. {% endif %}Quando tivermos a sua caixa, verificamo-la e escrevemos-lhe quando o dinheiro sai; o seu banco costuma precisar depois de alguns dias úteis.

${bye}`,
  partial_refund: `${hello}

obrigado por nos contar como foi{% if order_name != '' %} com a sua encomenda {{ order_name }}{% endif %}. Compreendo que é aborrecido e peço desculpa.

Não tem de devolver nada. Gostaria de o compensar: com parte do preço no seu meio de pagamento, ou com saldo para a próxima encomenda.

Diga-me qual dos dois prefere. Trato disso no mesmo dia útil e recebe uma confirmação com o valor exato.

Se nenhum servir, diga-me o que serviria; havemos de encontrar uma solução.

${bye}`,
};
