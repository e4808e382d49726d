import { article, form, macro, message, photo, returned, team, ticket, writer, type Attempts } from './scene.ts';

const never = '333333334';
const nobodys = '99999999-8181-4181-8181-818181818181';
const takenOver = { name: 'Taken over', situation: null, personal: false, words: { en: 'x' }, conditions: { categories: [], channels: [], words: [] }, actions: { addTags: [], category: null, priority: null } };

/** The inbox: conversations, and what stands beside them. */
export const inbox: Attempts = {
  'app.inbox.$id_.deed.ts': ({ theirs, ask }) => [
    { what: 'what a refund beside a conversation would mean', names: ticket, invented: never, make: (id) => ask(`/app/inbox/${id}/deed?deed=refund&order=${theirs.id}&units=&shipping=no&amount=100&to=original`) },
    { what: 'a refund beside a conversation', names: ticket, invented: never, make: (id) => ask(`/app/inbox/${id}/deed`, form({ deed: 'refund', order: theirs.id, units: '', shipping: 'no', amount: '100', to: 'original', key: writer, notify: 'no', shown: '100' })) },
    ...(['address', 'approve', 'resend', 'tag'] as const).map((deed) => ({ what: `what to ${deed} beside a conversation would mean`, names: ticket, invented: never, make: (id: string) => ask(`/app/inbox/${id}/deed?deed=${deed}&order=${theirs.id}`) })),
    { what: 'a return approved beside a conversation', names: ticket, invented: never, make: (id) => ask(`/app/inbox/${id}/deed`, form({ deed: 'approve', order: theirs.id, key: writer, return: returned, notify: 'no' })) },
    { what: 'what a return beside a conversation would mean', names: ticket, invented: never, make: (id) => ask(`/app/inbox/${id}/deed?deed=return&order=${theirs.id}&lines=&way=&locale=en`) },
    { what: 'a return begun beside a conversation', names: ticket, invented: never, make: (id) => ask(`/app/inbox/${id}/deed`, form({ deed: 'return', order: theirs.id, key: writer, lines: '7.1.7.refund.', way: 'own_label.', refund: '100', owed: '0', bonus: '0', currency: 'EUR', typed: '[]' })) },
    { what: 'an order tagged beside a conversation', names: ticket, invented: never, make: (id) => ask(`/app/inbox/${id}/deed`, form({ deed: 'tag', order: theirs.id, key: writer, tag: 'taken' })) },
    { what: 'what goods sent again beside a conversation would mean', names: ticket, invented: never, make: (id) => ask(`/app/inbox/${id}/deed?deed=reship&order=${theirs.id}&units=suggested`) },
    { what: 'goods sent again beside a conversation', names: ticket, invented: never, make: (id) => ask(`/app/inbox/${id}/deed`, form({ deed: 'reship', order: theirs.id, key: writer, units: '7.1', reason: 'lost', receipt: 'no', shown: 'x' })) },
    { what: 'a mail sent again beside a conversation', names: ticket, invented: never, make: (id) => ask(`/app/inbox/${id}/deed`, form({ deed: 'resend', order: theirs.id, key: writer, message, to: '' })) },
    { what: 'what a discount code beside a conversation would mean', names: ticket, invented: never, make: (id) => ask(`/app/inbox/${id}/deed?deed=discount&order=${theirs.id}&as=percent&value=10&days=30`) },
    { what: 'a discount code beside a conversation', names: ticket, invented: never, make: (id) => ask(`/app/inbox/${id}/deed`, form({ deed: 'discount', order: theirs.id, key: writer, as: 'percent', value: '10', days: '30' })) },
    { what: 'store credit beside a conversation', names: ticket, invented: never, make: (id) => ask(`/app/inbox/${id}/deed`, form({ deed: 'gift', order: theirs.id, amount: '100', key: writer, notify: 'no' })) },
  ],
  'app.inbox.figures.tsx': ({ b, data, document }) => [
    { what: 'the figures of conversations', names: b.domain, make: () => data('/app/inbox/figures?by=month', 'routes/app.inbox.figures'), status: [200] },
    { what: 'their document', names: b.domain, make: () => document('/app/inbox/figures'), status: [200] },
  ],
  'app.inbox.figures[.]csv.ts': ({ b, ask }) => [{ what: 'the figures of conversations as a file', names: b.domain, make: () => ask('/app/inbox/figures.csv?by=month'), status: [200] }],
  'app.inbox._index.tsx': ({ b, data, post, document }) => [
    { what: 'the conversations', names: b.domain, make: () => data('/app/inbox?view=all', 'routes/app.inbox._index'), status: [200] },
    { what: 'those after one', names: ticket, invented: never, make: (id) => data(`/app/inbox?view=all&sort=oldest&after=0.1.${id}`, 'routes/app.inbox._index'), status: [200] },
    { what: 'the document of the list', names: b.domain, make: () => document('/app/inbox'), status: [200] },
    { what: 'a conversation solved with others', names: ticket, invented: never, make: (id) => post('/app/inbox', { intent: 'change', ids: id, state: 'solved' }), status: [200] },
    { what: 'a conversation merged', names: ticket, invented: never, make: (id) => post('/app/inbox', { intent: 'merge', ids: id, into: id }) },
    { what: 'a change of it undone', names: ticket, invented: never, make: (id) => post('/app/inbox', { intent: 'undo', what: JSON.stringify({ changed: [{ id: Number(id), version: 1, back: { state: 'solved' } }], merged: [Number(id)] }) }), status: [200] },
    { what: 'a kept view removed', names: photo, invented: nobodys, make: (id) => post('/app/inbox', { intent: 'remove-view', id }), status: [200] },
  ],
  'app.inbox.waiting.ts': ({ b, ask }) => [{ what: 'how many conversations wait', names: b.domain, make: () => ask('/app/inbox/waiting'), status: [200] }],
  'app.inbox.search.tsx': ({ b, theirs, data, document }) => [
    ...[theirs.name, theirs.email, theirs.trackingNumber, 'Bramblemark', ticket].map((words) => ({
      what: `the conversations in which ${words} stands`,
      names: words,
      make: (words: string) => data(`/app/inbox/search?q=${encodeURIComponent(words)}`, 'routes/app.inbox.search'),
      status: [200],
    })),
    { what: 'the document of a search', names: b.domain, make: () => document('/app/inbox/search'), status: [200] },
  ],
  'app.inbox.$id_.beside.ts': ({ theirs, ask }) => [
    { what: 'an order’s story with a conversation', names: ticket, invented: never, make: (id) => ask(`/app/inbox/${id}/beside?order=${theirs.id}`) },
    { what: 'a note on a conversation’s person', names: ticket, invented: never, make: (id) => ask(`/app/inbox/${id}/beside`, form({ intent: 'note', words: 'Taken over' })) },
    { what: 'an address linked to them', names: ticket, invented: never, make: (id) => ask(`/app/inbox/${id}/beside`, form({ intent: 'link', value: 'a@anemone.example' })) },
    { what: 'an order linked to a conversation', names: ticket, invented: never, make: (id) => ask(`/app/inbox/${id}/beside`, form({ intent: 'link-order', order: theirs.name })) },
    { what: 'an address unlinked from them', names: ticket, invented: never, make: (id) => ask(`/app/inbox/${id}/beside`, form({ intent: 'unlink', handle: writer })) },
  ],
  'app.inbox.$id_.macros.ts': ({ ask }) => [
    { what: 'what can be put into a conversation', names: ticket, invented: never, make: (id) => ask(`/app/inbox/${id}/macros`) },
    { what: 'a macro taken for a conversation', names: ticket, invented: never, make: (id) => ask(`/app/inbox/${id}/macros`, form({ key: 'late' })) },
  ],
  'app.inbox.$id_.check.ts': ({ ask }) => [{ what: 'a draft held against a conversation', names: ticket, invented: never, make: (id) => ask(`/app/inbox/${id}/check`, form({ draft: 'It was delivered.' })) }],
  'app.settings_.macros.tsx': ({ b, data, post }) => [
    { what: 'what agents write with', names: b.domain, make: () => data('/app/settings/macros', 'routes/app.settings_.macros'), status: [200] },
    { what: 'phrases of the other', names: b.domain, make: (shop) => post('/app/settings/macros', { intent: 'phrases', shop, version: '0', value: JSON.stringify({ phrases: ['taken over'] }) }), status: [200] },
  ],
  'app.settings_.macros_.preview.ts': ({ b, ask }) => [{ what: 'how a macro reads', names: b.domain, make: () => ask('/app/settings/macros/preview', form({ locale: 'en', with: 'newest', text: '{{ first_name }} {{ order_name }} {{ tracking_url }} {{ shop_name }}' })), status: [200] }],
  'app.settings_.macros_.$key.tsx': ({ data, post, document }) => [
    { what: 'a macro', names: macro, invented: nobodys, make: (id) => data(`/app/settings/macros/${id}`, 'routes/app.settings_.macros_.$key') },
    { what: 'a macro’s document', names: macro, make: (id) => document(`/app/settings/macros/${id}`) },
    { what: 'a macro rewritten', names: macro, invented: nobodys, make: (id) => post(`/app/settings/macros/${id}`, { intent: 'save', version: '1', value: JSON.stringify(takenOver) }), status: [200] },
    { what: 'a macro removed', names: macro, invented: nobodys, make: (id) => post(`/app/settings/macros/${id}`, { intent: 'remove' }), status: [200] },
  ],
  'app.settings_.articles.$id.tsx': ({ data, post, document }) => [
    { what: 'a text', names: article, invented: nobodys, make: (id) => data(`/app/settings/articles/${id}`, 'routes/app.settings_.articles.$id') },
    { what: 'a text’s document', names: article, make: (id) => document(`/app/settings/articles/${id}`) },
    { what: 'a text rewritten', names: article, invented: nobodys, make: (id) => post(`/app/settings/articles/${id}`, { intent: 'save', version: '1', value: JSON.stringify({ kind: 'help', title: 'Taken over', body: 'x', locale: 'en', url: '' }) }), status: [200] },
    { what: 'a text removed', names: article, invented: nobodys, make: (id) => post(`/app/settings/articles/${id}`, { intent: 'remove' }), status: [200] },
  ],
  'app.inbox.$id.tsx': ({ data, post, document }) => [
    { what: 'a conversation', names: ticket, invented: never, make: (id) => data(`/app/inbox/${id}`, 'routes/app.inbox.$id') },
    { what: 'its document', names: ticket, make: (id) => document(`/app/inbox/${id}`) },
    { what: 'a change of it', names: ticket, invented: never, make: (id) => post(`/app/inbox/${id}`, { intent: 'change', state: 'solved' }) },
    { what: 'the following of it', names: ticket, invented: never, make: (id) => post(`/app/inbox/${id}`, { intent: 'follow', follows: 'yes' }) },
  ],
  'app.inbox.$id_.messages.$message.ts': ({ ask }) => [{ what: 'all of a message', names: message, invented: '7000000001', make: (id) => ask(`/app/inbox/${ticket}/messages/${id}`) }],
  'app.inbox.$id_.writing.ts': ({ ask }) => [
    { what: 'an answer in a conversation', names: ticket, invented: never, make: (id) => ask(`/app/inbox/${id}/writing`, form({ intent: 'reply', key: photo, text: 'Taken over', to: '', cc: '', files: '', seen: '', sendAt: '', afterwards: '' })) },
    { what: 'a draft in it', names: ticket, invented: never, make: (id) => ask(`/app/inbox/${id}/writing`, form({ intent: 'draft', mode: 'note', text: 'Taken over', to: '', cc: '' })) },
    { what: 'being seen in it', names: ticket, invented: never, make: (id) => ask(`/app/inbox/${id}/writing`, form({ intent: 'here', doing: 'look' })) },
  ],
  'app.inbox.new.tsx': ({ b, theirs, data, post }) => [
    { what: 'the form of a new conversation', names: b.domain, make: () => data('/app/inbox/new', 'routes/app.inbox.new'), status: [200, 204] },
    { what: 'a conversation about an order of the other', names: theirs.name, invented: 'NOT-1', make: (order) => post('/app/inbox/new', { key: photo, kind: 'call', name: '', contact: 'x@anemone.example', subject: 'Mine', text: 'Mine', order }), status: [200] },
  ],
  'app.inbox.$id_.care.ts': ({ ask }) => [
    { what: 'a conversation handed over', names: ticket, invented: never, make: (id) => ask(`/app/inbox/${id}/care`, form({ intent: 'hand-over', value: JSON.stringify({ key: photo, teamId: team, assigneeId: '', note: 'Taken over', escalates: true }) })) },
    { what: 'a complaint recorded', names: ticket, invented: never, make: (id) => ask(`/app/inbox/${id}/care`, form({ intent: 'record-complaint', value: JSON.stringify({ what: 'Taken over', promisedAt: '2030-01-01T12:00' }) })) },
    { what: 'its next step', names: ticket, invented: never, make: (id) => ask(`/app/inbox/${id}/care`, form({ intent: 'complaint-step', value: JSON.stringify({ step: 'called_back' }) })) },
  ],
  'app.inbox.complaints.tsx': ({ b, data, document }) => [
    { what: 'the complaints', names: b.domain, make: () => data('/app/inbox/complaints', 'routes/app.inbox.complaints'), status: [200] },
    { what: 'the complaints’ document', names: b.domain, make: () => document('/app/inbox/complaints'), status: [200] },
  ],
  'app.inbox.files.$id.ts': ({ ask }) => [
    { what: 'a file of a message', names: photo, invented: '77777777-7777-4777-8777-777777777778', make: (id) => ask(`/app/inbox/files/${id}`) },
  ],
  'app.inbox.raw.$id.ts': ({ ask }) => [{ what: 'a message as it came in', names: message, invented: '7000000001', make: (id) => ask(`/app/inbox/raw/${id}`) }],
};
