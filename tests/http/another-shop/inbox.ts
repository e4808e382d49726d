import { form, message, photo, ticket, writer, type Attempts } from './scene.ts';

const never = '333333334';

/** The inbox: conversations, and what stands beside them. */
export const inbox: Attempts = {
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
    { what: 'an address unlinked from them', names: ticket, invented: never, make: (id) => ask(`/app/inbox/${id}/beside`, form({ intent: 'unlink', handle: writer })) },
  ],
  'app.inbox.files.$id.ts': ({ ask }) => [
    { what: 'a file of a message', names: photo, invented: '77777777-7777-4777-8777-777777777778', make: (id) => ask(`/app/inbox/files/${id}`) },
  ],
  'app.inbox.raw.$id.ts': ({ ask }) => [{ what: 'a message as it came in', names: message, invented: '7000000001', make: (id) => ask(`/app/inbox/raw/${id}`) }],
};
