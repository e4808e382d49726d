import type { StagedShop } from '#tests/harness/two-shops.ts';
import { carrier, dataRequest, form, holdOut, message, never, photo, report, returned, trouble, type Attempts, type Scene } from './scene.ts';

/** An answer without the moment at which something was marked or until which a link holds. */
const frozen = async (answer: Promise<Response>) => {
  const made = await answer;
  return new Response((await made.text()).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '').replace(/key=[\w.%-]+/g, ''), { status: made.status });
};

/** What is in the mail of a test, beside the answer to who asked for it. */
async function testNotice({ stage, a, post }: Scene, fields: Record<string, string>): Promise<Response> {
  const answer = await post('/app/notices/shipped', { ...fields, intent: 'test', to: 'merchant@anemone.example' });
  const [mail] = await stage.rows(a, `select subject, html_body, text_body from outbox where kind = 'test.notice' order by id desc limit 1`);
  if (!mail) throw new Error('No test was written.');
  return frozen(Promise.resolve(new Response(`${await answer.text()} ${JSON.stringify(mail)}`, { status: answer.status })));
}

/** What A's open screen hears while an order of B changes, and then one of its own. */
async function noticesOfA({ stage, a, b, ask }: Scene): Promise<Response> {
  const announce = (shop: StagedShop) =>
    stage.rows(shop, `select pg_notify('aftercare_live', json_build_object('shopId', app.shop_id(), 'topic', 'orders', 'id', $1::text)::text)`, [`of ${shop.domain}`]);
  const gone = new AbortController();
  const answer = await ask('/live', { signal: gone.signal });
  const reader = answer.body?.getReader();
  const heard: string[] = [];
  try {
    for (const shop of [b, a]) await announce(shop);
    while (!heard.join('').includes(`of ${a.domain}`)) heard.push(Buffer.from((await reader?.read())?.value ?? new Uint8Array()).toString());
  } finally {
    gone.abort();
  }
  return new Response(heard.join(''), { status: answer.status });
}

/** The pages of the admin, and what is loaded beside them. */
export const adminPages: Attempts = {
  '_index.tsx': ({ b, ask }) => [{ what: 'the front page', names: b.domain, make: (shop) => ask(`/?shop=${shop}`), status: [302] }],
  'admin-block.orders.$id.ts': ({ b, theirs, ask }) => [
    { what: 'the block of an order', names: theirs.id, invented: never, make: (id) => ask(`/admin-block/orders/${id}`) },
    { what: 'it, asked for in the name of its shop', names: theirs.id, invented: never, make: (id) => ask(`/admin-block/orders/${id}?shop=${b.domain}`) },
    { what: 'a change of it', names: theirs.id, invented: never, make: (id) => ask(`/admin-block/orders/${id}`, { method: 'POST' }), status: [405] },
  ],
  'app.$.tsx': ({ theirs, data, post, document }) => [
    { what: 'an address nobody has', names: theirs.id, invented: never, make: (id) => data(`/app/nowhere/${id}`, 'routes/app.$') },
    { what: 'its document', names: theirs.id, make: (id) => document(`/app/nowhere/${id}`) },
    { what: 'an action there', names: theirs.id, make: (id) => post(`/app/nowhere/${id}`, { intent: 'retry-import' }), status: [405] },
  ],
  'app._index.tsx': ({ b, ask, data, document }) => [
    { what: 'the overview', names: b.domain, make: () => data('/app', 'routes/app._index'), status: [200] },
    { what: 'the overview’s document', names: b.domain, make: () => document('/app'), status: [200] },
    { what: 'the retry of an import', names: b.domain, make: (shop) => ask(`/app.data?index&shop=${shop}`, form({ intent: 'retry-import', shop })), status: [200] },
    { what: 'the dismissal of the setup', names: b.domain, make: (shop) => ask(`/app.data?index&shop=${shop}`, form({ intent: 'dismiss-setup', shop })), status: [200] },
  ],
  'app.data-requests.$id.tsx': ({ ask, data }) => [
    { what: 'a customer’s data', names: dataRequest, invented: 'never', make: (id) => ask(`/app/data-requests/${id}`) },
    { what: 'its single fetch', names: dataRequest, invented: 'never', make: (id) => data(`/app/data-requests/${id}`, 'routes/app.data-requests.$id') },
  ],
  'app.effect.tsx': ({ b, data, post, document }) => [
    { what: 'the effect of notices', names: b.domain, make: () => data('/app/effect', 'routes/app.effect'), status: [200] },
    { what: 'its document', names: b.domain, make: () => document('/app/effect'), status: [200] },
    { what: 'the end of a hold-out', names: holdOut, invented: never, make: (id) => post('/app/effect', { intent: 'end', id }) },
    { what: 'a hold-out for the other', names: b.domain, make: (shop) => post('/app/effect', { intent: 'start', share: '50', shop }), status: [200] },
  ],
  'app.effect[.]csv.ts': ({ ask }) => [{ what: 'those who take part as a file', names: holdOut, invented: never, make: (id) => ask(`/app/effect.csv?id=${id}`) }],
  'app.messages.$id.tsx': ({ data, post, document }) => [
    { what: 'a message', names: message, invented: never, make: (id) => data(`/app/messages/${id}`, 'routes/app.messages.$id') },
    { what: 'its document', names: message, make: (id) => document(`/app/messages/${id}`) },
    { what: 'the sending of it again', names: message, invented: never, make: (id) => post(`/app/messages/${id}`, { intent: 'send-again' }) },
    { what: 'its address written to again', names: message, invented: never, make: (id) => post(`/app/messages/${id}`, { intent: 'write-again' }) },
  ],
  'app.messages._index.tsx': ({ data, document }) => [
    { what: 'the messages before one', names: message, invented: never, make: (id) => data(`/app/messages?after=${id}`, 'routes/app.messages._index'), status: [200] },
    { what: 'the list’s document', names: message, make: () => document('/app/messages'), status: [200] },
  ],
  'app.notices.$kind.tsx': (scene) => {
    const { b, theirs, data, post, document } = scene;
    const page = '/app/notices/shipped';
    const fields = { language: 'ja', version: '0', subject: 'Taken over', heading: 'Taken over', body: 'Taken over' };
    return [
      { what: 'a notice about an order', names: theirs.name, invented: 'NOT-1', make: (order) => frozen(data(`${page}?language=ja&order=${order}`, 'routes/app.notices.$kind')), status: [200] },
      { what: 'its document', names: theirs.name, make: (order) => document(`${page}?language=ja&order=${order}`), status: [200] },
      { what: 'words tried on an order', names: theirs.name, invented: 'NOT-1', make: (order) => frozen(post(page, { ...fields, intent: 'show-words', order, body: '{{ order }}' })), status: [200] },
      { what: 'a test about an order', names: theirs.name, invented: 'NOT-1', make: (order) => testNotice(scene, { ...fields, order }), status: [200] },
      { what: 'words for the other', names: b.domain, make: (shop) => post(page, { ...fields, intent: 'save-words', shop }), status: [200] },
      { what: 'the other’s words dropped', names: b.domain, make: (shop) => post(page, { ...fields, intent: 'drop-words', shop, version: '1' }), status: [200] },
    ];
  },
  'app.notices.$kind_.rules.tsx': ({ b, data, post, document }) => [
    { what: 'the rules of a notice', names: b.domain, make: () => data('/app/notices/shipped/rules', 'routes/app.notices.$kind_.rules'), status: [200] },
    { what: 'the document of the rules', names: b.domain, make: () => document('/app/notices/shipped/rules'), status: [200] },
    { what: 'rules changed for the other', names: b.domain, make: (shop) => post('/app/notices/shipped/rules', { intent: 'save-rules', shop, version: '0', value: '{}' }), status: [200] },
    { what: 'the other’s orders counted', names: b.domain, make: (shop) => post('/app/notices/shipped/rules', { intent: 'count', shop, audience: '[]' }), status: [200] },
  ],
  'app.notices._index.tsx': ({ b, ask, data, document }) => [
    { what: 'the notices', names: b.domain, make: () => data('/app/notices', 'routes/app.notices._index'), status: [200] },
    { what: 'the notices’ document', names: b.domain, make: () => document('/app/notices'), status: [200] },
    { what: 'a notice switched off for the other', names: b.domain, make: (shop) => ask('/app/notices.data?index', form({ intent: 'switch', kind: 'delivered', on: 'false', shop })), status: [200] },
  ],
  'app.orders.$id.tsx': ({ theirs, data, post, document }) => [
    { what: 'an order', names: theirs.id, invented: never, make: (id) => data(`/app/orders/${id}`, 'routes/app.orders.$id') },
    { what: 'its document', names: theirs.id, make: (id) => document(`/app/orders/${id}`) },
    { what: 'an action nobody has on it', names: theirs.id, make: (id) => post(`/app/orders/${id}`, { intent: 'refresh' }), status: [400] },
    { what: 'every trouble of it dismissed', names: theirs.id, invented: never, make: (id) => frozen(post(`/app/orders/${id}`, { intent: 'mark', mark: 'dismissed', reason: 'Not yours', all: 'yes' })), status: [200] },
    { what: 'its customer written to', names: theirs.id, invented: never, make: (id) => post(`/app/orders/${id}`, { intent: 'message', all: 'yes' }), status: [200] },
  ],
  'app.orders._index.tsx': ({ b, theirs, data, document }) => [
    ...[theirs.name, theirs.email, theirs.trackingNumber, 'Bramblemark'].map((words) => ({
      what: `a search for ${words}`,
      names: words,
      make: (words: string) => data(`/app/orders?q=${encodeURIComponent(words)}`, 'routes/app.orders._index'),
      status: [200],
    })),
    { what: 'the list’s document', names: b.domain, make: () => document('/app/orders'), status: [200] },
  ],
  'app.parcels._index.tsx': ({ b, theirs, ask, data, document }) => [
    ...[theirs.name, theirs.trackingNumber].map((words) => ({
      what: `a search for ${words} among parcels`,
      names: words,
      make: (words: string) => data(`/app/parcels?view=all&q=${encodeURIComponent(words)}`, 'routes/app.parcels._index'),
      status: [200],
    })),
    { what: 'the troubles after one', names: trouble, make: (id) => data(`/app/parcels?after=9999999999999.${id}`, 'routes/app.parcels._index'), status: [200] },
    { what: 'the list’s document', names: b.domain, make: () => document('/app/parcels'), status: [200] },
    { what: 'a trouble marked', names: trouble, invented: never, make: (id) => frozen(ask('/app/parcels.data?index', form({ intent: 'mark', mark: 'dismissed', reason: 'Not yours', ids: id }))), status: [200] },
    { what: 'a trouble taken back', names: trouble, invented: never, make: (id) => ask('/app/parcels.data?index', form({ intent: 'take-back', ids: id })), status: [200] },
    { what: 'a mail about a trouble seen before', names: trouble, invented: never, make: (id) => ask('/app/parcels.data?index', form({ intent: 'preview-message', ids: id })), status: [200] },
    { what: 'a mail about a trouble', names: trouble, invented: never, make: (id) => ask('/app/parcels.data?index', form({ intent: 'message', ids: id })), status: [200] },
  ],
  'app.parcels.export.ts': ({ theirs, ask }) => [
    { what: 'the troubles as a file', names: theirs.name, make: (name) => ask(`/app/parcels/export?q=${encodeURIComponent(name)}`), status: [200] },
    { what: 'the parcels as a file', names: theirs.trackingNumber, make: (number) => ask(`/app/parcels/export?view=all&q=${number}`), status: [200] },
  ],
  'app.problems.$id.tsx': ({ data, post, document }) => [
    { what: 'a customer’s report', names: report, invented: 'never', make: (id) => data(`/app/problems/${id}`, 'routes/app.problems.$id') },
    { what: 'its document', names: report, make: (id) => document(`/app/problems/${id}`) },
    { what: 'the closing of it', names: report, invented: 'never', make: (id) => post(`/app/problems/${id}`, { intent: 'close' }) },
    { what: 'the closing taken back', names: report, invented: 'never', make: (id) => post(`/app/problems/${id}`, { intent: 'reopen' }) },
  ],
  'app.problems.$id_.photos.$photo.tsx': ({ ask }) => [
    { what: 'a photo of a report', names: photo, invented: 'never', make: (id) => ask(`/app/problems/${report}/photos/${id}`) },
  ],
  'app.returns.$id.tsx': ({ data, post, document }) => [
    { what: 'a return', names: returned, invented: never, make: (id) => data(`/app/returns/${id}`, 'routes/app.returns.$id') },
    { what: 'its document', names: returned, make: (id) => document(`/app/returns/${id}`) },
    { what: 'its approval', names: returned, invented: never, make: (id) => post(`/app/returns/${id}`, { act: 'approve', key: photo, notify: 'no' }) },
    { what: 'its closing', names: returned, invented: never, make: (id) => post(`/app/returns/${id}`, { act: 'close', key: photo }) },
  ],
  'app.returns.$id_.receive.tsx': ({ data, post, document }) => [
    { what: 'a return to be received', names: returned, invented: never, make: (id) => data(`/app/returns/${id}/receive`, 'routes/app.returns.$id_.receive') },
    { what: 'its document', names: returned, make: (id) => document(`/app/returns/${id}/receive`) },
    {
      what: 'its receipt',
      names: returned,
      invented: never,
      make: (id) => post(`/app/returns/${id}/receive`, { key: photo, rows: JSON.stringify([{ lineId: '1', quantity: 1, finding: 'good', grade: null, disposition: 'NOT_RESTOCKED', locationId: null, accepted: true, refusal: '', note: '' }]) }),
    },
  ],
  'app.returns.$id_.refund.tsx': ({ data, post, document }) => [
    { what: 'a return to be refunded', names: returned, invented: never, make: (id) => data(`/app/returns/${id}/refund`, 'routes/app.returns.$id_.refund') },
    { what: 'its document', names: returned, make: (id) => document(`/app/returns/${id}/refund`) },
    {
      what: 'its refund',
      names: returned,
      invented: never,
      make: (id) => post(`/app/returns/${id}/refund`, { key: photo, units: '1.1', exchanges: '', to: 'original', shipping: 'no', waive: 'no', notify: 'no', extra: '0', refund: '100', owed: '0' }),
    },
  ],
  'app.returns.$id_.replacement.ts': ({ post }) => [
    { what: 'a replacement approved', names: returned, invented: never, make: (id) => post(`/app/returns/${id}/replacement`, { step: 'approve', key: photo }) },
    { what: 'a replacement sent', names: returned, invented: never, make: (id) => post(`/app/returns/${id}/replacement`, { step: 'send', key: photo }) },
  ],
  'app.returns.$id_.label.ts': ({ post }) => [
    { what: 'a label bought for a return', names: returned, invented: never, make: (id) => post(`/app/returns/${id}/label`, { intent: 'buy', service: 'easypost', key: photo }) },
    { what: 'its label given back', names: returned, invented: never, make: (id) => post(`/app/returns/${id}/label`, { intent: 'give-back', key: photo }) },
    { what: 'a number for its parcel', names: returned, invented: never, make: (id) => post(`/app/returns/${id}/label`, { intent: 'number', carrier: 'DHL', number: '1' }) },
  ],
  'app.returns.buyers.ts': ({ customer, ask }) => [
    { what: 'a buyer put on the other’s list', names: customer, invented: never, make: (id) => ask('/app/returns/buyers', form({ customerId: id, reason: 'Taken over' })) },
    { what: 'a buyer taken off it', names: customer, invented: never, make: (id) => ask('/app/returns/buyers', form({ customerId: id, reason: '' })) },
  ],
  'app.returns.export.ts': ({ theirs, ask }) => [
    { what: 'the returns as a file', names: theirs.name, make: (name) => ask(`/app/returns/export?shelf=all&q=${encodeURIComponent(name)}`), status: [200] },
    { what: 'the returns for a reason as a file', names: 'brambly', invented: 'never', make: (reason) => ask(`/app/returns/export?shelf=all&reason=${reason}`), status: [200] },
  ],
  'app.returns.figures.tsx': ({ b, data, document }) => [
    { what: 'the figures of returns', names: b.domain, make: () => data('/app/returns/figures?months=12', 'routes/app.returns.figures'), status: [200] },
    { what: 'their document', names: b.domain, make: () => document('/app/returns/figures'), status: [200] },
  ],
  'app.returns.figures[.]csv.ts': ({ b, ask }) => [{ what: 'the figures as a file', names: b.domain, make: (shop) => ask(`/app/returns/figures.csv?months=12&shop=${shop}`), status: [200] }],
  'app.returns.attention.tsx': ({ theirs, data, document, post }) => [
    { what: 'what waits for a person', names: theirs.id, invented: never, make: () => data('/app/returns/attention', 'routes/app.returns.attention'), status: [200] },
    { what: 'its document', names: theirs.id, make: () => document('/app/returns/attention'), status: [200] },
    { what: 'a decision about what waits', names: photo, make: (chain) => post('/app/returns/attention', { chain, decision: 'drop' }) },
  ],
  'app.returns._index.tsx': ({ ask, data, document }) => [
    { what: 'the returns before one', names: returned, invented: never, make: (id) => data(`/app/returns?shelf=all&after=4000000000000.${id}`, 'routes/app.returns._index'), status: [200] },
    { what: 'an approval with others', names: returned, invented: never, make: (id) => ask('/app/returns.data?index', form({ notify: 'no', chosen: JSON.stringify([{ id, key: photo }]) })), status: [200] },
    { what: 'the returns for a reason', names: 'brambly', invented: 'never', make: (reason) => data(`/app/returns?shelf=all&reason=${reason}`, 'routes/app.returns._index'), status: [200] },
    { what: 'the list’s document', names: returned, make: () => document('/app/returns'), status: [200] },
  ],
  'app.returns.$id_.photos.$photo.tsx': ({ ask }) => [
    { what: 'a photo that came with a wish to return', names: returned, invented: never, make: (id) => ask(`/app/returns/${id}/photos/${photo}.jpg`) },
  ],
  'app.problems._index.tsx': ({ data, document }) => [
    { what: 'the reports before one', names: report, make: (id) => data(`/app/problems?state=all&after=9999999999999.${id}`, 'routes/app.problems._index'), status: [200] },
    { what: 'the list’s document', names: report, make: () => document('/app/problems'), status: [200] },
  ],
  'app.report.tsx': ({ b, data, document }) => [
    { what: 'the report narrowed to a carrier only the other has', names: carrier, make: (carrier) => data(`/app/report?days=90&carrier=${carrier}`, 'routes/app.report'), status: [200] },
    { what: 'the report’s document', names: b.domain, make: () => document('/app/report?days=90'), status: [200] },
  ],
  'app.report[.]csv.ts': ({ b, ask }) => [
    { what: 'the report as a file', names: b.domain, make: () => ask('/app/report.csv?days=90'), status: [200] },
    { what: 'the file narrowed to a carrier only the other has', names: carrier, make: (carrier) => ask(`/app/report.csv?days=90&carrier=${carrier}`), status: [200] },
  ],
  'app.tsx': ({ b, ask, data }) => [
    { what: 'the frame', names: b.domain, make: () => data('/app', 'routes/app'), status: [200] },
    { what: 'the frame, asked in the other shop’s name', names: b.domain, make: (shop) => ask(`/app.data?shop=${shop}&_routes=routes%2Fapp`), status: [200] },
  ],
  'auth.$.tsx': ({ b, ask }) => [{ what: 'Shopify’s own pages', names: b.domain, make: (shop) => ask(`/auth/callback?shop=${shop}`) }],
  'auth.login.tsx': ({ b, ask }) => [{ what: 'the way in', names: b.domain, make: (shop) => ask(`/auth/login?shop=${shop}`), status: [200] }],
  'live.tsx': (scene) => [{ what: 'the notices while something happens to the other', names: scene.b.domain, make: () => noticesOfA(scene), status: [200] }],
};
