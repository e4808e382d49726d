import { agent, dataRequest, draft, mailbox, never, returned, rule, team, type Attempt, type Attempts, type Scene } from './scene.ts';

/** How the other's settings of a kind are asked for and changed. */
const settingAttempts = (page: string, intent: string, value: unknown) => ({ b, data, post, document }: Scene): Attempt[] => [
  { what: `the settings of ${page}`, names: b.domain, make: () => data(`/app/settings/${page}`, `routes/app.settings_.${page}`), status: [200] },
  { what: `the document of ${page}`, names: b.domain, make: () => document(`/app/settings/${page}`), status: [200] },
  { what: `${page} changed for the other`, names: b.domain, make: (shop) => post(`/app/settings/${page}`, { intent, shop, version: '0', value: JSON.stringify(value) }), status: [200] },
];

const trialPart = 'routes/app.settings_.returns_.try_.part';

/** The pages of the settings. */
export const settings: Attempts = {
  'app.settings.tsx': ({ b, data, post, document }) => [
    { what: 'the settings', names: b.domain, make: () => data('/app/settings', 'routes/app.settings'), status: [200] },
    { what: 'the settings’ document', names: b.domain, make: () => document('/app/settings'), status: [200] },
    { what: 'a data request marked as delivered', names: dataRequest, invented: 'never', make: (id) => post('/app/settings', { intent: 'mark-delivered', id }) },
    { what: 'a sender for the other', names: b.domain, make: (shop) => post('/app/settings', { intent: 'save-sender', shop, fromName: 'Taken over', replyTo: 'a@anemone.example', version: '0' }), status: [200] },
  ],
  'app.settings_.brand.tsx': settingAttempts('brand', 'save-brand', {}),
  'app.settings_.carriers.tsx': settingAttempts('carriers', 'save-carriers', []),
  'app.settings_.dates.tsx': settingAttempts('dates', 'save-rules', {}),
  'app.settings_.disruptions.tsx': settingAttempts('disruptions', 'save-disruptions', []),
  'app.settings_.whatsapp.tsx': settingAttempts('whatsapp', 'save-templates', {}),
  'app.settings_.exchanges.tsx': settingAttempts('exchanges', 'save-exchanges', {}),
  'app.settings_.gifts.tsx': settingAttempts('gifts', 'save-gifts', {}),
  'app.settings_.hours.tsx': settingAttempts('hours', 'save-hours', {}),
  'app.settings_.peak.tsx': (scene) => [
    ...settingAttempts('peak', 'save-peak', [])(scene),
    { what: 'a busy time of the other ended', names: 'christmas', invented: 'never', make: (id) => scene.post('/app/settings/peak', { intent: 'end', id }) },
    { what: 'last days worked out from the other’s orders', names: scene.b.domain, make: (shop) => scene.post('/app/settings/peak', { intent: 'suggest', shop, value: JSON.stringify({ id: 'x', from: '2026-11-27', to: '2026-12-24', endedAt: null, extraDays: 0, arriveBy: '2026-12-24', countries: [] }) }), status: [200] },
  ],
  'app.settings_.mailboxes.tsx': ({ b, data, post, document }) => [
    { what: 'the addresses', names: b.domain, make: () => data('/app/settings/mailboxes', 'routes/app.settings_.mailboxes'), status: [200] },
    { what: 'the addresses’ document', names: b.domain, make: () => document('/app/settings/mailboxes'), status: [200] },
    ...['save-mailbox', 'remove-mailbox', 'make-default', 'read-junk', 'send-check'].map((intent) => ({
      what: `an address of the other: ${intent}`,
      names: mailbox,
      invented: '23232323-2323-4323-8323-232323232324',
      make: (id: string) => post('/app/settings/mailboxes', { intent, id, address: 'care@bramble.example', name: 'Taken over', wayIn: 'mailgun', secret: 'taken-over' }),
    })),
  ],
  'app.settings_.replies.tsx': settingAttempts('replies', 'save-replies', {}),
  'app.settings_.promises.tsx': settingAttempts('promises', 'save-promises', {}),
  'app.settings_.keeping.tsx': (scene) => [
    ...settingAttempts('keeping', 'save-keeping', {})(scene),
    { what: 'somebody of the other looked up', names: scene.theirs.email, invented: 'nobody@nowhere.example', make: (contact) => scene.post('/app/settings/keeping', { intent: 'find', contact }), status: [200] },
    { what: 'somebody of the other erased', names: scene.theirs.email, invented: 'nobody@nowhere.example', make: (contact) => scene.post('/app/settings/keeping', { intent: 'erase', contact }), status: [200] },
  ],
  'app.settings_.keeping_.person.ts': ({ theirs, ask }) => [
    { what: 'all of somebody of the other', names: theirs.email, invented: 'nobody@nowhere.example', make: (contact) => ask(`/app/settings/keeping/person?contact=${encodeURIComponent(contact)}`) },
  ],
  'app.settings_.keeping_.readings.tsx': ({ b, data, document }) => [
    { what: 'who read what', names: b.domain, make: () => data('/app/settings/keeping/readings', 'routes/app.settings_.keeping_.readings'), status: [200] },
    { what: 'its document', names: b.domain, make: () => document('/app/settings/keeping/readings'), status: [200] },
  ],
  'app.settings_.keeping_.readings[.]csv.ts': ({ b, ask }) => [{ what: 'who read what', names: b.domain, make: () => ask('/app/settings/keeping/readings.csv'), status: [200] }],
  'app.settings_.returns.tsx': ({ b, data, post, document }) => [
    { what: 'the return policy', names: b.domain, make: () => data('/app/settings/returns', 'routes/app.settings_.returns'), status: [200] },
    { what: 'the return policy’s document', names: b.domain, make: () => document('/app/settings/returns'), status: [200] },
    { what: 'a rule of the other moved', names: rule, invented: 'never', make: (id) => post('/app/settings/returns', { intent: 'move', id, by: '1', after: '0' }) },
    { what: 'a rule of the other removed', names: rule, invented: 'never', make: (id) => post('/app/settings/returns', { intent: 'remove', id, after: '0' }) },
    { what: 'the other’s draft thrown away', names: draft, invented: never, make: (after) => post('/app/settings/returns', { intent: 'discard', after }), status: [200] },
    { what: 'the other’s draft published', names: draft, invented: never, make: (after) => post('/app/settings/returns', { intent: 'publish', after }), status: [200] },
  ],
  'app.settings_.returns_.rules.$id.tsx': ({ data, post, document }) => [
    { what: 'a rule of the other', names: rule, invented: 'never', make: (id) => data(`/app/settings/returns/rules/${id}`, 'routes/app.settings_.returns_.rules.$id') },
    { what: 'its document', names: rule, make: (id) => document(`/app/settings/returns/rules/${id}`) },
    { what: 'its saving', names: rule, invented: 'never', make: (id) => post(`/app/settings/returns/rules/${id}`, { intent: 'save', after: '0', value: '{}' }) },
  ],
  'app.settings_.returns_.try.tsx': ({ b, data }) => [{ what: 'what the other could try', names: b.domain, make: () => data('/app/settings/returns/try', 'routes/app.settings_.returns_.try'), status: [200] }],
  'app.settings_.returns_.try_.part.ts': ({ data }) => [
    { what: 'the other’s draft tried', names: draft, invented: never, make: (after) => data(`/app/settings/returns/try/part?after=${after}`, trialPart), status: [200] },
    { what: 'a trial after a return of the other', names: returned, invented: never, make: (id) => data(`/app/settings/returns/try/part?after=0&from=4000000000000.${id}`, trialPart), status: [200] },
  ],
  'app.settings_.returns_.versions.$version.tsx': ({ data, post }) => [
    { what: 'a version of the other', names: '41', invented: '42', make: (version) => data(`/app/settings/returns/versions/${version}`, 'routes/app.settings_.returns_.versions.$version') },
    { what: 'a draft from it', names: '41', invented: '42', make: (version) => post(`/app/settings/returns/versions/${version}`, { intent: 'restore', after: '0' }) },
  ],
  'app.settings_.sources.tsx': ({ b, data, post }) => [
    { what: 'the sources', names: b.domain, make: () => data('/app/settings/sources', 'routes/app.settings_.sources'), status: [200] },
    { what: 'a source’s key for the other', names: b.domain, make: (shop) => post('/app/settings/sources', { intent: 'save', source: '17track', key: 'taken-over', shop }), status: [200] },
    { what: 'the other’s source tested', names: b.domain, make: (shop) => post('/app/settings/sources', { intent: 'test', source: 'easypost', shop }) },
    { what: 'the other’s source removed', names: b.domain, make: (shop) => post('/app/settings/sources', { intent: 'remove', source: 'easypost', shop }), status: [200] },
  ],
  'app.settings_.sending.tsx': ({ b, data, post }) => [
    { what: 'how the other sends', names: b.domain, make: () => data('/app/settings/sending', 'routes/app.settings_.sending'), status: [200] },
    { what: 'the other’s account disconnected', names: b.domain, make: (shop) => post('/app/settings/sending', { intent: 'remove-account', shop }), status: [200] },
    { what: 'the other’s domain taken away', names: b.domain, make: (shop) => post('/app/settings/sending', { intent: 'remove-domain', shop }), status: [200] },
  ],
  'app.settings_.satisfaction.tsx': settingAttempts('satisfaction', 'save-satisfaction', { asks: true, afterHours: 1, restDays: 0 }),
  'app.settings_.signals.tsx': settingAttempts('signals', 'save-signals', { share: 1, orders: 2, tags: ['taken-over'] }),
  'app.settings_.staff.tsx': settingAttempts('staff', 'save-staff', { everybody: 'everything', people: {}, goodwill: '1000', largestRefund: null }),
  'app.settings_.teams.tsx': ({ b, data, document }) => [
    { what: 'the teams', names: b.domain, make: () => data('/app/settings/teams', 'routes/app.settings_.teams'), status: [200] },
    { what: 'the teams’ document', names: b.domain, make: () => document('/app/settings/teams'), status: [200] },
  ],
  'app.settings_.teams_.$id.tsx': ({ data, post, document }) => [
    { what: 'a team of the other', names: team, invented: never, make: (id) => data(`/app/settings/teams/${id}`, 'routes/app.settings_.teams_.$id') },
    { what: 'its document', names: team, make: (id) => document(`/app/settings/teams/${id}`) },
    { what: 'its saving', names: team, invented: never, make: (id) => post(`/app/settings/teams/${id}`, { intent: 'save-team', version: '0', value: JSON.stringify({ name: 'Taken over', kind: 'other', assigns: 'by_hand', members: [], mailboxes: [] }) }) },
    { what: 'its end', names: team, invented: never, make: (id) => post(`/app/settings/teams/${id}`, { intent: 'remove' }) },
  ],
  'app.settings_.teams_.agents.$id.tsx': ({ data, post }) => [
    { what: 'an agent of the other', names: agent, invented: '2222222223', make: (id) => data(`/app/settings/teams/agents/${id}`, 'routes/app.settings_.teams_.agents.$id') },
    { what: 'their saving', names: agent, invented: '2222222223', make: (id) => post(`/app/settings/teams/agents/${id}`, { intent: 'save-agent', version: '0', value: JSON.stringify({ displayName: 'Taken over', signature: '', mostOpen: null, isAway: true, backOn: '' }) }) },
  ],
  'app.settings_.tracking-page.tsx': settingAttempts('tracking-page', 'save-access', { askForCode: 'never' }),
  'app.settings_.troubles.tsx': settingAttempts('troubles', 'save-thresholds', {}),
  'app.settings_.voice.tsx': settingAttempts('voice', 'save-voice', {}),
  'app.settings_.ways-back.tsx': (scene) => [
    ...settingAttempts('ways-back', 'save-ways', {})(scene),
    { what: 'the other’s account for labels tested', names: scene.b.domain, make: (shop) => scene.post('/app/settings/ways-back', { intent: 'test', service: 'easypost', shop }) },
    { what: 'the other’s account for labels removed', names: scene.b.domain, make: (shop) => scene.post('/app/settings/ways-back', { intent: 'disconnect', service: 'easypost', shop }), status: [200] },
  ],
};
