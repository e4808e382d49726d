import { agents, fillTickets } from './many-tickets.ts';
import { report, type Figure } from './figures.ts';
import { mailIn } from './inbox-mail.ts';
import { deskOf, liveUpdates, pagesAtRate, type Desk } from './inbox-load.ts';
import { setStage, type Stage } from './stage.ts';

/** Sixty agents, each of whom asks for something every ten seconds. */
const perSecond = 6;
const windows = agents;
const messagesEach = 5;

const fast = (name: string, value: number, most: number): Figure => ({ name, value, unit: 'ms', target: { atMost: most } });

/**
 * The inbox of a shop with so many tickets and five times as many messages, asked through the built app as sixty agents ask it: the list with its counts, conversations,
 * searches, figures, and how soon all windows hear of a change. Then mail as it comes. `inbox [tickets] [mails]`.
 */
export async function bench(args: string[]): Promise<boolean> {
  const tickets = Number(args[0] ?? 200_000);
  const mails = Number(args[1] ?? 1_000);
  const stage = await setStage('inbox');
  try {
    const desk = await openShop(stage, tickets);
    const pages = await measurePages(desk, tickets);
    const live = await measureLive(desk, tickets);
    const url = stage.database.options.connectionString ?? '';
    return report('inbox', [
      { name: 'tickets', value: tickets, unit: '', target: null },
      { name: 'messages', value: tickets * messagesEach, unit: '', target: null },
      ...pages,
      fast(`a change heard in ${windows} windows, p95`, live.heard, 500),
      { name: `the list read again by all of them, p95`, value: live.shown, unit: 'ms', target: null },
      ...(await mailIn({ url, mails })),
    ]);
  } finally {
    await stage.stop();
  }
}

async function openShop(stage: Stage, tickets: number): Promise<Desk> {
  await stage.startWeb();
  await stage.openApp();
  const { rows } = await stage.database.query<{ id: number }>('select id from platform.shops where domain = $1', [stage.domain]);
  const started = performance.now();
  await fillTickets(stage.database, rows[0]?.id ?? 0, tickets, new Date());
  console.log(`${tickets} tickets in ${Math.round((performance.now() - started) / 1_000)} s`);
  return deskOf(stage);
}

async function measurePages(desk: Desk, tickets: number): Promise<Figure[]> {
  const some = (count: number) => Array.from({ length: count }, (_, at) => 1 + ((at * 7_919) % tickets));
  const data = (path: string, route: string) => `${path}${path.includes('?') ? '&' : '?'}_routes=${encodeURIComponent(route)}`;
  const list = (query: string) => data(`/app/inbox.data?index${query}`, 'routes/app.inbox._index');
  const search = (words: string) => data(`/app/inbox/search.data?q=${encodeURIComponent(words)}`, 'routes/app.inbox.search');
  const kinds = {
    list: repeated(120, ['', '&view=mine', '&view=unassigned', '&view=due', '&view=waiting', '&view=all', '&priority=urgent&sort=oldest', '&category=shipping'].map(list)),
    ticket: some(120).map((id) => data(`/app/inbox/${id}.data`, 'routes/app.inbox.$id')),
    words: repeated(120, ['refund', 'parcel lost', 'broken box tanaka', 'invoice wrong missing', 'neigh', 'thank customs'].map(search)),
    numbers: some(120).map((id, at) => search(at % 3 === 0 ? `#${id}` : at % 3 === 1 ? `1Z999AA1${String(id).padStart(10, '0')}` : `ada${1 + (id % (tickets / 2))}@mail.example`)),
    chinese: repeated(120, ['包裹', '退款', '的我', '物流单', '海关 税费', '我'].map(search)),
    figures: repeated(24, ['day', 'week', 'month'].map((step) => data(`/app/inbox/figures.data?by=${step}`, 'routes/app.inbox.figures'))),
  };
  for (const pages of Object.values(kinds)) await pagesAtRate(desk, pages.slice(0, 12), perSecond / 2);
  return [
    fast('list with counts, p95', await pagesAtRate(desk, kinds.list, perSecond), 50),
    fast('open ticket, p95', await pagesAtRate(desk, kinds.ticket, perSecond), 50),
    fast('search for words, p95', await pagesAtRate(desk, kinds.words, perSecond), 100),
    fast('search for numbers and addresses, p95', await pagesAtRate(desk, kinds.numbers, perSecond), 100),
    fast('search in Chinese, p95', await pagesAtRate(desk, kinds.chinese, perSecond), 100),
    fast('figures, p95', await pagesAtRate(desk, kinds.figures, 1), 1_000),
  ];
}

const repeated = (count: number, pages: readonly string[]) => Array.from({ length: count }, (_, at) => pages[at % pages.length] ?? '');

/** A conversation gets another subject again and again, while everybody looks at the list. */
async function measureLive(desk: Desk, tickets: number): Promise<{ heard: number; shown: number }> {
  const change = async (time: number) => {
    const body = new URLSearchParams({ intent: 'change', subject: `Subject ${time}` });
    const answer = await desk.ask(`/app/inbox/${tickets}.data`, { method: 'POST', body });
    if (answer.status !== 200) throw new Error(`A change was answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
  };
  return liveUpdates(desk, { windows, times: 20, page: '/app/inbox.data?index&_routes=routes%2Fapp.inbox._index', change });
}
