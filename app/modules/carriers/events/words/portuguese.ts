import type { Words } from '../concepts.ts';

const party = '(?:destinatari[oa]|cliente|recebedor)';
const sender = '(?:remetente|expedidor|vendedor|lojista|origem)';
const counter = '(?:ponto (?:de )?(?:recolha|entrega|levantamento|retirada|pickup|coleta)|loja(?: ctt)?|estacao|posto|cacifo|locker|agencia|ponto ctt|armario|balcao|caixa postal|parcelshop|access point|ponto pickup|unidade de retirada)';

/** Portuguese, of Portugal and Brazil. */
export const portuguese: Words = {
  ignored: [
    '(?:antes de|caso contrario|se nao|senao)\\b[^.;]*\\b(?:devolvid\\w*|devolu\\w*|retorn\\w*)[^.;]*',
    'ainda nao (?:foi |esta )?(?:entregue|disponivel|desalfandegad\\w*)',
    '(?:sem|nenhum|nenhuma|nao) (?:incidentes?|danos?|danificad[oa]|atrasos?|anomalias?)\\b',
    '(?:endereco|morada) (?:foi )?(?:corrigid|atualizad|alterad)[oa]',
  ],
  upcoming: ['(?:sera|serao|vai ser|deve ser|devera ser) (?:\\w+ )?(?:entregue|distribuid\\w*)|entrega (?:esta )?(?:prevista|estimada|agendada|programada|planeada)|previsao de entrega|entrega confirmada para|previsto para entrega'],
  aside: ['(?:sms|e-?mail|notificacao|mensagem) (?:foi )?enviad|sem informac|nao (?:ha|existe|encontrad[oa]) (?:informac|objeto)|objeto nao encontrado na base'],
  announced: [
    'etiqueta (?:foi |de envio )?(?:\\w+ )?(?:criad|emitid|impress|gerad)|criou uma etiqueta|(?:informac(?:ao|oes)|dados)\\b[^.;]{0,60}(?:recebid|transmitid|enviad|registad|registrad)|pre-?(?:aviso|registo|postagem|alerta|notificacao|admissao)',
    '(?:ainda nao|nao foi ainda|aguarda(?:ndo)?|a aguardar)\\b[^.;]{0,30}(?:recebid|postad|entrada|postagem|recolha pel|aceitac|coleta|expedicao|envio pelo|entregue (?:aos?|a) (?:ctt|correios|transportador\\w*))|(?:recolha|coleta) (?:foi )?(?:agendada|solicitada|programada)|(?:pedido|encomenda) (?:foi )?(?:criad|registad|registrad|confirmad)|em preparacao|anunciad',
  ],
  voided: ['(?:etiqueta|envio|postagem|guia|pre-?postagem|expedicao) (?:foi |esta )?(?:anulad|cancelad)|anulad|cancelad[oa] pel'],
  returned: [`(?:devolvid\\w*|devolu\\w*|retorn\\w*|regress\\w*|reenviad\\w*|entregue)\\b[^.;]{0,40}\\bao? (?:seu )?${sender}|devolvid|devolucao|em retorno|sera devolvido`],
  collected: [`(?<!nao )(?<!nao foi )(?<!aguardando )(?<!aguarda )(?<!para )(?:levantad[oa]|retirad[oa]|recolhid[oa]) (?:pel[oa]|n[oa]|em)\\b[^.;]{0,15}(?:${party}|${counter})|(?:${party}) (?:levantou|retirou)`],
  ready: [
    `(?:disponivel|pront[oa]|aguarda(?:ndo)?|a aguardar|a espera|a disposicao)\\b[^.;]{0,60}(?:levanta\\w*|retirad\\w*|retirar|recolha|recolhid\\w*|coleta\\b|${counter})|(?:pode|podera)\\b[^.;]{0,30}(?:levantar|ser levantad|retirar|ser retirad|recolher)|para levantamento`,
  ],
  tried: ['tentativa|aviso (?:deixado|de entrega)|deixado aviso|(?:foi )?avisad|nova (?:tentativa|entrega)|carteiro nao atendido|tentamos entregar|segunda entrega'],
  undelivered: [
    '(?:nao|impossivel|impossibilidade de|falha na|insucesso na|sem)\\b[^.;,]{0,40}(?:entregue|entrega\\b|entregar|entregavel|distribuid\\w*|distribuir)',
    'entrega\\b[^.;,]{0,30}(?:nao (?:pode|pude|foi|realizad|efetuad|efectuad|conseguid|concretizad|foi possivel|conclui|sucedid)|impossivel|falhad|falhou|frustrad|sem sucesso|mal sucedid)|nao entregue|nao conseguida|insucesso',
  ],
  handed_on: [
    'entregue (?:a|ao|aos|na|no|em) (?:(?:um|uma|nossa?) )?(?:transportador|companhia aerea|linha aerea|alfandega|aduana|receita federal|operador|correios|ctt\\b|courier|centro (?:de (?:distribuicao|tratamento|triagem|operacoes|processamento|logistica|entregas)|logistico|operacional|internacional)|hub\\b|unidade de (?:tratamento|distribuicao)|aeroporto|parceir|despachante)',
  ],
  dropped: [`(?:entregue|depositad[oa]|deixad[oa]|chegou|chegada|disponibilizad[oa]) (?:a|ao|na|no|em|num|numa) (?:\\w+ )?${counter}`],
  delivered: [`entregue\\b|entrega (?:foi )?(?:realizada|efetuada|efectuada|conseguida|concluida|confirmada(?! para)|bem sucedida)|recebid[oa] (?:pel[oa]|por) (?:${party})|assinad[oa] por|entregue ao (?:vizinho|porteiro|${party})|caixa do correio`],
  out: [
    'saiu para (?:entrega|distribuicao)|(?:em|na) (?:processo de |fase de |rota de )?(?:entrega|distribuicao)|em rota|(?:com|ao|pelo) (?:o )?(?:carteiro|estafeta|entregador|motorista|distribuidor)|no veiculo|na viatura|a caminho d[oae] (?:sua|seu|destinatario|casa|morada|endereco)|a ser entregue|entrega hoje',
  ],
  refused: ['recus|rejeitad|nao aceit'],
  damaged: ['danificad|danos?\\b|avariad|partid[oa]\\b|quebrad|deteriorad|mau estado'],
  lost: ['perdid|extraviad|extravio|roubad|roubo|furtad|furto|desaparecid|nao localizad[oa] (?:o |a )?(?:objeto|encomenda|envio)|objeto nao localizado'],
  unclaimed: ['nao (?:foi )?(?:reclamad|levantad|retirad|procurad|recolhid)|nao procurado|(?:prazo|periodo) de (?:levantamento|guarda|retirada|armazenamento|espera)\\b[^.;]{0,20}(?:terminad|expirad|ultrapassad|esgotad|vencid)|prazo de (?:levantamento|retirada) (?:\\w+ )?(?:expirou|terminou)'],
  payment: ['(?:direitos|impostos?|taxas?|iva|encargos|despacho postal|tributos?|franquia|cobranca|tributacao)\\b[^.;]{0,40}(?:pag|pendente|dev|insuficiente|liquida)|(?:aguarda(?:ndo)?|pendente|falta|a aguardar)(?: de| do| o)? pagamento|pagamento (?:necessario|pendente|requerido)|porte insuficiente|postagem insuficiente'],
  address: [
    '(?:morada|endereco|codigo postal|cep)\\b[^.;]{0,40}(?:incorret|incorrect|errad|incomplet|desconhecid|insuficient|inexistent|nao (?:encontrad|localizad|existe)|invalid|inacessivel|ilegivel|em falta)',
    `${party} (?:e )?(?:desconhecid|mudou|nao (?:localizad|encontrad|reside))|desconhecid|mudou-se|numero inexistente|numero nao indicado|faltam dados|(?:problema|erro) (?:com|na|no|de) (?:a |o )?(?:morada|endereco)|sem acesso|area (?:nao atendida|de risco|com distribuicao)|local inacessivel|cep incorreto`,
  ],
  security: ['proibid|apreendid|apreensao|confiscad|mercadorias? perigosas?|(?:controlo|controle|inspecao|motivos|razoes) de seguranca|policia|objeto restrito'],
  customs_held: [
    '(?:retid|detid|bloquead|parad|atras|demora|problema|retencao)\\w*\\b[^.;]{0,40}(?:alfandeg|aduan|fiscaliz)',
    '(?:alfandeg|aduan)\\w*[^.;]{0,60}(?:retid|detid|bloquead|retencao|atras|problema|falta|documenta\\w* (?:necessari|pendente|em falta|incomplet)|recusad|demora)|(?:documentacao|documentos|fatura|factura)\\b[^.;]{0,30}(?:em falta|pendente|incomplet|necessari|requerid)|falta (?:de )?(?:documentacao|documentos|fatura)|aguardando documentos',
  ],
  cleared: ['desalfandegad|desalfandegamento[^.;]{0,30}(?:concluid|terminad|finalizad|efetuad)|(?:liberad|libertad|autorizad)[oa] (?:pel[oa]|da|na) (?:alfandega|aduana|receita|autoridade)|fiscalizacao aduaneira (?:finalizada|concluida)|(?:alfandeg|aduan)\\w*[^.;]{0,25}(?:concluid|finalizad|liberad|terminad)|saiu da alfandega|desembaraco\\b[^.;]{0,25}(?:concluid|finalizad)'],
  customs: ['(?:des)?alfandeg|aduan|desembaraco|receita federal'],
  not_home: [
    `ausen|carteiro nao atendido|nao atendid[oa]|(?:${party})\\b[^.;]{0,20}(?:nao (?:esta|estava|se encontrava|atendeu|disponivel))|ninguem|(?:nao|sem) (?:atendeu|resposta|respondeu)`,
    '(?:empresa|estabelecimento|loja|escritorio|local|comercio|instalac(?:ao|oes))\\b[^.;]{0,20}(?:fechad|encerrad)|fechado\\b|encerrado para|ferias',
  ],
  weather: ['meteorolog|mau tempo|clima|neve|tempestade|inundac|cheia\\b|enchente|furacao|catastrofe|desastre|forca maior|greve|transito (?:intenso|congestionad)|acidente|estrada (?:cortad|bloquead|fechad)|terramoto|chuva|calamidade'],
  carrier: ['(?:erro|falha) de (?:triagem|encaminhamento|expedicao|separacao)|mal encaminhad|encaminhamento incorreto|encaminhad[oa] (?:incorret|por engano)|mal triad|avaria d[aeo] (?:viatura|veiculo)|(?:elevado|alto|grande) volume|motivos? operaciona|problemas? (?:operaciona|tecnic|logistic)|falta de tempo|voo (?:atrasado|cancelado)'],
  held: ['retid|suspens|bloquead|a pedido d|armazenad|em espera|sustad|guardad'],
  delayed: ['atras|demora|reagendad|adiad|remarcad|nova data|proximo dia util|dia util seguinte|mais tarde|reprogramad'],
  exception: ['incident|excecao|problema|anomalia|ocorrencia|erro\\b|irregular|destruid|refugo'],
  moving: [
    'transito|a caminho|encaminhad|em curso|chegou|chegada|chegad|saiu|saida|aceite|aceitacao|admitid|postad|postagem|triagem|processad|recolhid|recebid|centro|unidade|armazem|enviad|expedid|expedicao|transport|transfer|pais|origem|destino|em rota|coletad|hub\\b|despachad|carregad|partiu|entrada|movimentad|em tratamento|export|import|reencaminhad|redirecionad|upcoming',
  ],
};
