import type pg from 'pg';
import { makeSentences } from './sentences.ts';

export const agents = 60;
const sentences = 4_000;
const perStep = 20_000;

/**
 * So many tickets of two years in a shop, five messages in each, of half as many people, shared by sixty agents in five teams; nine of ten are solved. Every fifth is
 * Chinese. Ticket n is of order `#n`, sent as `1Z999AA1` and ten digits; its person writes from `ada<p>@mail.example`. All tables are as the app would have filled them.
 */
export async function fillTickets(pool: pg.Pool, shopId: number, tickets: number, now: Date): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.shop_id', $1, true), set_config('synchronous_commit', 'off', true), set_config('work_mem', '128MB', true), set_config('maintenance_work_mem', '256MB', true)`, [String(shopId)]);
    for (const statement of freed) await client.query(statement);
    await client.query('create temp table sentences (at integer primary key, text text not null, words text[] not null) on commit drop');
    await client.query(`insert into sentences select (row_number() over ()) - 1, s.text, s.words from json_to_recordset($1) as s (text text, words text[])`, [JSON.stringify(makeSentences(sentences))]);
    await client.query('analyze sentences');
    for (const statement of once) await client.query(statement, parametersOf(statement, tickets, now));
    for (let from = 1; from <= tickets; from += perStep) {
      const to = Math.min(tickets, from + perStep - 1);
      for (const statement of each) await client.query(statement.replaceAll(':from', String(from)).replaceAll(':to', String(to)), parametersOf(statement, tickets, now));
    }
    for (const statement of bound) await client.query(statement);
    await client.query('commit');
    await client.query('vacuum analyze');
  } finally {
    client.release();
  }
}

const parametersOf = (statement: string, tickets: number, now: Date): unknown[] => (statement.includes('$2') ? [tickets, now] : statement.includes('$1') ? [tickets] : []);

/** What is cheaper made once at the end than row by row. */
const freed = [
  'drop index ticket_words_found',
  'alter table ticket_words drop constraint ticket_words_of_ticket_fkey',
];
const bound = [
  'alter table ticket_words add constraint ticket_words_of_ticket_fkey foreign key (shop_id, ticket_id) references tickets (shop_id, id) on delete cascade',
  'create index ticket_words_found on ticket_words (shop_id, word, ticket_id)',
];

const person = '(1 + n % greatest(1, $1::int / 2))';
const personId = (p: string) => `('00000000-0000-4000-8000-' || lpad(to_hex(${p}), 12, '0'))::uuid`;
const teamId = (team: string) => `('00000000-0000-4000-9000-' || lpad(to_hex(${team}), 12, '0'))::uuid`;
const nameOf = (p: string) => `(array['Ada', 'Jürgen', 'Mei', 'Olu', 'Ines', 'Tomás', 'Yuki', 'Priya'])[1 + ${p} % 8] || ' ' || (array['Byron', 'Müller', 'Chen', 'Adeyemi', 'Costa', 'Nováková', 'Tanaka', 'Sharma', 'Okafor', 'Larsen'])[1 + ${p} / 8 % 10]`;
const addressOf = (p: string) => `'ada' || ${p} || '@mail.example'`;
const opened = `($2::timestamptz - interval '730 days' * (($1::int - n)::float8 / $1::int))`;
const isLive = '(n > $1::int * 0.97 or n % 15 = 0)';
const sentenceOf = (k: number | string, i: number | string) => `(case when n % 5 = 4 then (abs(hashint4(n * 100 + ${k} * 10 + ${i})) % 800) * 5 + 4 else (abs(hashint4(n * 100 + ${k} * 10 + ${i})) % 800) * 5 + (${k} + ${i}) % 4 end)`;

const once = [
  `insert into staff_members (id, name, first_seen_at, last_seen_at) select (9000 + n)::text, 'Agent ' || n, now(), now() from generate_series(1, ${agents}) n`,
  `insert into teams (id, name, kind, created_at) select ${teamId('n')}, 'Team ' || n, 'support', now() from generate_series(1, 5) n`,
  `insert into agents (staff_id) select (9000 + n)::text from generate_series(1, ${agents}) n`,
  `insert into team_members (team_id, staff_id) select ${teamId('1 + n % 5')}, (9000 + n)::text from generate_series(1, ${agents}) n`,
  `insert into people (id, name, locale, created_at) select ${personId('p')}, ${nameOf('p')}, 'en', now() - interval '730 days' from generate_series(1, greatest(1, $1::int / 2)) p`,
  `insert into handles (id, person_id, kind, value, reason, confidence, linked_at) select ${personId('p')}, ${personId('p')}, 'email', ${addressOf('p')}, 'wrote', 'sure', now() from generate_series(1, greatest(1, $1::int / 2)) p`,
  `insert into ticket_numbers (last) values ($1::int)`,
  `insert into orders (id, name, email, created_at, processed_at, updated_at, financial_status, fulfillment_status, currency, presentment_currency, subtotal, subtotal_presentment, discounts,
     discounts_presentment, shipping, shipping_presentment, tax, tax_presentment, total, total_presentment, fingerprint, search)
   select n::text, '#' || n, ${addressOf(person)}, ${opened} - interval '9 days', ${opened} - interval '9 days', ${opened}, 'paid', 'fulfilled', 'USD', 'USD', 4000, 4000, 0, 0, 500, 500, 0, 0, 4500, 4500, 'x', ''
     from generate_series(1, $1::int) n`,
  `insert into fulfillments (id, order_id, status, display_status, created_at, updated_at, fingerprint) select n::text, n::text, 'success', 'in_transit', ${opened}, ${opened}, 'x' from generate_series(1, $1::int) n`,
  `insert into shipments (id, fulfillment_id, order_id, position, carrier, number) select n, n::text, n::text, 0, 'UPS', '1Z999AA1' || lpad(n::text, 10, '0') from generate_series(1, $1::int) n`,
];

const range = 'generate_series(:from::int, :to::int) n';
const each = [
  `insert into tickets (id, person_id, channel, subject, state, category, priority, tags, team_id, assignee_id, locale, preview, last_from, message_count, created_at, last_message_at, waiting_since, first_reply_at, due_at,
     first_reply_due, solved_at, solved_by, spam)
   select n, ${personId(person)}, (array['email', 'email', 'email', 'form', 'problem'])[1 + n % 5], s.text, case when ${isLive} then (array['new', 'open', 'waiting_customer', 'snoozed'])[1 + n % 4] else (array['solved', 'closed'])[1 + n % 2] end,
          (array['shipping', 'shipping', 'returns', 'product', 'billing', 'order', 'technical', 'other'])[1 + n % 8], (array['normal', 'normal', 'normal', 'low', 'high', 'urgent'])[1 + n % 6], case when n % 9 = 0 then '{vip}'::text[] else '{}' end,
          ${teamId('1 + n % 5')}, case when n % 7 > 0 then (9001 + n % ${agents})::text end, case when n % 5 = 4 then 'zh' else 'en' end, left(s.text, 160), case when n % 2 = 0 then 'customer' else 'shop' end, 5,
          ${opened}, ${opened} + interval '4 hours', case when ${isLive} and n % 2 = 0 then ${opened} + interval '4 hours' end, ${opened} + interval '1 minute' * (5 + n % 900),
          case when ${isLive} and n % 2 = 0 then ${opened} + interval '1 day' end, ${opened} + interval '10 hours', case when not ${isLive} then ${opened} + interval '1 hour' * (1 + n % 90) end,
          case when not ${isLive} then (9001 + n % ${agents})::text end, n % 50 = 49
     from ${range} join sentences s on s.at = ${sentenceOf(0, 0)}`,
  `insert into ticket_orders (ticket_id, order_id, reason, linked_at) select n, n::text, 'named', ${opened} from ${range}`,
  `insert into messages (ticket_id, direction, channel, author, author_id, author_name, from_address, to_addresses, subject, text, verified, placed_by, mail_id, happened_at, created_at)
   select n, case when k % 2 = 0 then 'in' else 'out' end, 'email', case when k % 2 = 0 then 'person' else 'staff' end, case when k % 2 = 0 then ${personId(person)}::text else (9001 + n % ${agents})::text end,
          case when k % 2 = 0 then ${nameOf(person)} else 'Support' end, case when k % 2 = 0 then ${addressOf(person)} else 'help@shop.example' end, array[case when k % 2 = 0 then 'help@shop.example' else ${addressOf(person)} end],
          first.text, case when k = 0 then 'Order #' || n || ', parcel 1Z999AA1' || lpad(n::text, 10, '0') || E'.\\n\\n' else '' end || a.text || ' ' || b.text || E'\\n' || c.text, 'yes', 'reference',
          '<' || n || '.' || k || '@mail.example>', ${opened} + k * interval '1 hour', ${opened} + k * interval '1 hour'
     from ${range} cross join generate_series(0, 4) k join sentences first on first.at = ${sentenceOf(0, 0)}
     join sentences a on a.at = ${sentenceOf('k', 1)} join sentences b on b.at = ${sentenceOf('k', 2)} join sentences c on c.at = ${sentenceOf('k', 3)} order by n, k`,
  `insert into ticket_words (ticket_id, word)
   select n, word from (
     select n, unnest(s.words) from ${range} cross join generate_series(0, 4) k cross join generate_series(1, 3) i join sentences s on s.at = ${sentenceOf('k', 'i')}
     union select n, unnest(s.words) from ${range} join sentences s on s.at = ${sentenceOf(0, 0)}
     union select n, unnest(array['order', n::text, 'parcel', '1z999aa1' || lpad(n::text, 10, '0'), 'ada' || ${person}, 'mail', 'example', 'help', 'shop', 'support',
       (array['ada', 'jurgen', 'mei', 'olu', 'ines', 'tomas', 'yuki', 'priya'])[1 + ${person} % 8], (array['byron', 'muller', 'chen', 'adeyemi', 'costa', 'novakova', 'tanaka', 'sharma', 'okafor', 'larsen'])[1 + ${person} / 8 % 10]])
       from ${range}) found (n, word) order by n, word`,
  `insert into ticket_events (ticket_id, type, data, actor, happened_at)
   select n, e.type, e.data::jsonb, null, ${opened} + e.after from ${range} cross join lateral (values
     ('opened', '{"channel": "email"}', interval '0'),
     (case when n % 8 = 0 then 'promise_broken' else 'promise_kept' end, '{"promise": "first_reply", "dueAt": "2026-01-01T00:00:00.000Z"}', interval '8 hours'),
     (case when n % 3 = 0 then 'csat_given' end, json_build_object('score', 1 + n % 5)::text, interval '3 days')) e (type, data, after) where e.type is not null`,
  `insert into satisfactions (ticket_id, person_id, asked_at, score, answered_at) select n, ${personId(person)}, ${opened} + interval '2 days', 1 + n % 5, ${opened} + interval '3 days' from ${range} where n % 3 = 0`,
];
