/** By what requests are looked for; a return also finds the request in which another took its place. */
export type RequestsOf = { id: string } | { orderId: string } | { partId: string } | { returnId: string };

const parts = `
  select coalesce(json_agg(json_build_object(
           'id', p.id, 'road', p.road, 'fee', p.fee, 'bonusPercentage', p.bonus_percentage, 'shown', json_build_object('refund', p.shown_refund, 'owed', p.shown_owed, 'bonus', p.shown_bonus),
           'chainId', p.chain_id, 'chain', c.state, 'returnId', p.return_id, 'formerReturnIds', p.former_return_ids,
           'mirrored', case when r.id is not null then json_build_object(
             'name', r.name, 'status', r.status, 'next', r.next_step, 'since', r.waits_since, 'reason', r.decline_reason, 'note', r.decline_note, 'hasArrived', r.received_at is not null,
             'isPaidBack', exists (select from refunds f where f.id = any(r.refund_ids) and f.amount_presentment > 0) and not exists (select from return_exchange_lines x where x.return_id = r.id),
             'isWorkedOn', exists (select from return_lines b where b.return_id = r.id and (b.processed > 0 or b.refunded > 0))
                        or exists (select from return_exchange_lines x where x.return_id = r.id and x.processed > 0)
                        or exists (select from dispositions d where d.return_id = r.id)) end
         ) order by p.position), '[]')
    from return_request_parts p left join chains c on c.id = p.chain_id left join returns r on r.id = p.return_id where p.request_id = q.id`;

const lines = `
  select coalesce(json_agg(json_build_object(
           'id', w.id, 'partId', w.part_id, 'lineId', w.order_line_id, 'title', coalesce(l.title, ''), 'variantTitle', l.variant_title, 'image', l.image_url, 'units', w.units,
           'reason', json_build_object('id', w.reason_id, 'handle', w.reason, 'name', w.reason_name), 'note', w.note, 'answers', w.answers, 'photos', w.photos,
           'outcome', w.outcome, 'exception', w.exception, 'fee', w.fee_percentage, 'offer', w.offer, 'exchange', w.exchange
         ) order by w.position), '[]')
    from return_request_lines w left join order_lines l on l.id = w.order_line_id where w.request_id = q.id`;

const whole = (where: string) => `
  select json_build_object(
           'id', q.id, 'orderId', q.order_id, 'orderName', o.name, 'source', q.source, 'locale', q.locale, 'wayBack', q.way_back, 'approval', q.approval, 'refundOn', q.refund_on, 'currency', q.currency,
           'shown', json_build_object('refund', q.shown_refund, 'owed', q.shown_owed, 'bonus', q.shown_bonus), 'replaces', q.replaces,
           'replacedBy', (select n.id from return_requests n where n.order_id = q.order_id and n.replaces = q.id order by n.created_at limit 1), 'withdrawnAt', q.withdrawn_at, 'createdAt', q.created_at,
           'parts', (${parts}), 'lines', (${lines})) as request
    from return_requests q join orders o on o.id = q.order_id and o.deleted_at is null
   where ${where} order by q.created_at desc, q.id`;

const byId = whole('q.id = $1::uuid');
const byOrder = whole('q.order_id = $1');
const byPart = whole('q.id in (select request_id from return_request_parts where id = $1::uuid)');
const byReturn = whole('q.id in (select request_id from return_request_parts where return_id = $1 union all select request_id from return_request_parts where former_return_ids @> array[$1])');

/** The statement that reads requests whole. */
export function requestQuestion(of: RequestsOf): { text: string; value: string; name: string } {
  if ('id' in of) return { text: byId, value: of.id, name: 'returns-request' };
  if ('orderId' in of) return { text: byOrder, value: of.orderId, name: 'returns-requests-of-order' };
  return 'partId' in of ? { text: byPart, value: of.partId, name: 'returns-request-of-part' } : { text: byReturn, value: of.returnId, name: 'returns-request-of-return' };
}
