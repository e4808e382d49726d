/**
 * Every column of a shop's tables that can hold words, and what it holds: `person` is emptied when a person is redacted and
 * handed over when they ask for their data; anything else says why it stays. A column that is not here fails a test.
 */
export const heldData: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  customers: { id: 'a number of Shopify', first_name: 'person', last_name: 'person', locale: 'person', tags: 'person', currency: 'figure', email_consent: 'person', sms_consent: 'person', whatsapp_consent: 'person' },
  customer_contacts: { customer_id: 'a number of Shopify', kind: 'figure', value: 'person', source: 'figure' },
  orders: {
    id: 'a number of Shopify', name: 'the shop’s own number', confirmation_number: 'the shop’s own number', customer_id: 'a number of Shopify',
    email: 'person', phone: 'person', customer_locale: 'person', tags: 'person', note: 'person', shipping_address: 'person',
    status_page_url: 'person', search: 'person', source_name: 'figure', cancel_reason: 'figure', financial_status: 'figure',
    fulfillment_status: 'figure', return_status: 'figure', waiting: 'figure', sent_unpaid: 'figure', shipping_service: 'who carried it', currency: 'figure', presentment_currency: 'figure', fingerprint: 'a checksum',
  },
  order_lines: {
    id: 'a number of Shopify', order_id: 'a number of Shopify', product_id: 'a number of Shopify', variant_id: 'a number of Shopify',
    title: 'what was sold', variant_title: 'what was sold', sku: 'what was sold', vendor: 'what was sold', image_url: 'what was sold',
  },
  fulfillments: {
    id: 'a number of Shopify', order_id: 'a number of Shopify', name: 'the shop’s own number', status: 'figure', display_status: 'figure',
    service: 'who sent it', location_name: 'who sent it', method: 'figure', fingerprint: 'a checksum',
  },
  fulfillment_lines: { fulfillment_id: 'a number of Shopify', order_line_id: 'a number of Shopify' },
  shipments: {
    fulfillment_id: 'a number of Shopify', order_id: 'a number of Shopify', carrier: 'who carried it',
    number: 'the carrier’s own number', bare_number: 'the carrier’s own number', url: 'the carrier’s own page',
  },
  checkpoints: {
    id: 'a number of Shopify', fulfillment_id: 'a number of Shopify', order_id: 'a number of Shopify', source: 'figure', status: 'figure',
    message: 'person', zip: 'person', city: 'where the parcel was', province: 'where the parcel was', country: 'where the parcel was',
  },
  changed_orders: { order_id: 'a number of Shopify' },
  parcels: {
    order_id: 'a number of Shopify', fulfillment_id: 'a number of Shopify', number: 'the carrier’s own number', method: 'figure', carrier: 'who carried it',
    number_doubt: 'figure', service: 'who carried it', origin: 'where the parcel was', destination: 'a country', destination_province: 'a region',
    status: 'figure', cause: 'figure', last_place: 'where the parcel was', last_country: 'where the parcel was', promise_source: 'figure', promise_basis: 'figure',
  },
  scans: {
    id: 'a checksum', order_id: 'a number of Shopify', source: 'figure', status: 'figure', cause: 'figure', code: 'figure', message: 'person', zip: 'person',
    city: 'where the parcel was', province: 'where the parcel was', country: 'where the parcel was',
  },
  parcels_back: {
    id: 'a number of Shopify', order_id: 'a number of Shopify', number: 'the carrier’s own number', company: 'who carried it', url: 'the carrier’s own page', carrier: 'who carried it',
    status: 'figure', last_place: 'where the parcel was', last_country: 'where the parcel was',
  },
  scans_back: {
    parcel_id: 'a number of Shopify', id: 'a checksum', source: 'figure', status: 'figure', cause: 'figure', code: 'figure', message: 'person', zip: 'person',
    city: 'where the parcel was', province: 'where the parcel was', country: 'where the parcel was',
  },
  followings: { source: 'figure', number: 'the carrier’s own number', carrier: 'who carried it', state: 'figure', reference: 'the source’s own number', refusal: 'the source’s own words', spellings: 'the carrier’s own number' },
  source_states: { source: 'figure', state: 'figure', words: 'the source’s own words' },
  troubles: {
    order_id: 'a number of Shopify', kind: 'figure', cause: 'figure', carrier: 'who carried it', origin: 'a country', destination: 'a country', hub: 'where the parcel was',
    evidence: 'figure', outcome: 'figure', mark: 'figure', marked_by: 'the merchant’s own staff', mark_reason: 'person',
  },
  notice_words: { kind: 'figure', channel: 'figure', locale: 'figure', words: 'the merchant’s own words', made_by: 'the merchant’s own staff', failure: 'our own words' },
  notices: { order_id: 'a number of Shopify', kind: 'figure', fact: 'numbers of Shopify', state: 'figure', held_for: 'figure' },
  hold_outs: { started_by: 'the merchant’s own staff', ended_for: 'figure', ended_by: 'the merchant’s own staff' },
  enrolments: { person: 'a checksum', order_id: 'a number of Shopify', arm: 'figure' },
  returns_policy_versions: { policy: 'the merchant’s own words', published_by: 'the merchant’s own staff' },
  returns_policy_drafts: { policy: 'the merchant’s own words', made_by: 'the merchant’s own staff' },
  transits: { carrier: 'who carried it', service: 'who carried it', origin: 'a country', destination: 'a country', destination_province: 'a region' },
  lanes: { measure: 'figure', carrier: 'who carried it', service: 'who carried it', origin: 'a country', destination: 'a country', quantiles: 'figure' },
  backtests: { report: 'figure' },
  problem_reports: {
    id: 'our own number', order_id: 'a number of Shopify', kind: 'figure', wish: 'figure', lines: 'numbers of Shopify', words: 'person', locale: 'figure', state: 'figure', closed_by: 'the merchant’s own staff',
  },
  problem_photos: { id: 'our own number', report_id: 'our own number', content_type: 'figure' },
  labels: {
    order_id: 'a number of Shopify', request_id: 'our own number', kind: 'figure', maker: 'figure', state: 'figure', place: 'the merchant’s own place', location_id: 'a number of Shopify', carrier: 'who carried it', service: 'who carried it',
    number: 'the carrier’s own number', url: 'the carrier’s own page', currency: 'figure', reference: 'the label service’s own number', file: 'figure', qr: 'figure', refund: 'figure', problem: 'figure', problem_words: 'the label service’s own words, which go with the person',
    made_by: 'the merchant’s own staff',
  },
  label_returns: { return_id: 'a number of Shopify', stands: 'figure', delivery_ids: 'numbers of Shopify' },
  customer_sessions: { id: 'our own number', customer_id: 'a number of Shopify', sealed_tokens: 'sealed' },
  one_time_codes: { id: 'our own number', order_id: 'a number of Shopify', fingerprint: 'a checksum' },
  chains: {
    kind: 'our own words', order_id: 'a number of Shopify', request_key: 'our own number', subject: 'a number of Shopify', state: 'figure', phase: 'figure', input: 'numbers of Shopify', results: 'numbers of Shopify',
    problem: 'figure', detail: 'Shopify’s own words', source: 'figure', actor: 'the merchant’s own staff',
  },
  compensations: { order_id: 'a number of Shopify', road: 'figure', state: 'figure', currency: 'figure', shopify_id: 'a number of Shopify' },
  compensation_lines: { order_line_id: 'a number of Shopify' },
  refunds: { id: 'a number of Shopify', order_id: 'a number of Shopify', note: 'person' },
  refund_lines: {
    id: 'a number of Shopify', refund_id: 'a number of Shopify', order_line_id: 'a number of Shopify', restock_type: 'figure',
  },
  returns: {
    id: 'a number of Shopify', order_id: 'a number of Shopify', name: 'the shop’s own number', status: 'figure', next_step: 'figure',
    decline_reason: 'figure', decline_note: 'person', refund_ids: 'numbers of Shopify',
  },
  return_lines: {
    id: 'a number of Shopify', return_id: 'a number of Shopify', order_line_id: 'a number of Shopify', fulfillment_line_id: 'a number of Shopify',
    reason: 'figure', reason_name: 'figure', reason_note: 'person', customer_note: 'person',
  },
  return_exchange_lines: {
    id: 'a number of Shopify', return_id: 'a number of Shopify', product_id: 'a number of Shopify', variant_id: 'a number of Shopify',
    title: 'what was sold', variant_title: 'what was sold', sku: 'what was sold',
  },
  reverse_fulfillment_orders: { id: 'a number of Shopify', return_id: 'a number of Shopify', status: 'figure' },
  reverse_fulfillment_lines: {
    id: 'a number of Shopify', return_id: 'a number of Shopify', reverse_fulfillment_order_id: 'a number of Shopify', order_line_id: 'a number of Shopify',
  },
  dispositions: {
    id: 'a number of Shopify', return_id: 'a number of Shopify', reverse_fulfillment_line_id: 'a number of Shopify', type: 'figure', location_name: 'the merchant’s own place',
  },
  reverse_deliveries: {
    id: 'a number of Shopify', return_id: 'a number of Shopify', reverse_fulfillment_order_id: 'a number of Shopify', carrier: 'who carried it',
    number: 'the carrier’s own number', url: 'the carrier’s own page', label_url: 'person',
  },
  return_requests: {
    order_id: 'a number of Shopify', request_key: 'our own number', source: 'figure', actor: 'the merchant’s own staff', locale: 'figure', way_back: 'how it goes back', approval: 'figure', refund_on: 'figure', currency: 'figure',
  },
  return_request_parts: { road: 'figure', return_id: 'a number of Shopify', former_return_ids: 'numbers of Shopify' },
  return_request_lines: {
    order_line_id: 'a number of Shopify', reason_id: 'a number of Shopify', reason: 'figure', reason_name: 'figure', outcome: 'figure', offer: 'the merchant’s own words', exchange: 'what was sold',
    note: 'person', answers: 'person', photos: 'person', exception: 'person',
  },
  exchange_holds: {
    wish: 'our own number', order_id: 'a number of Shopify', return_id: 'a number of Shopify', variant_id: 'a number of Shopify', inventory_item_id: 'a number of Shopify', location_id: 'a number of Shopify',
    state: 'figure',
  },
  return_acts: { return_id: 'a number of Shopify', act: 'figure', done_by: 'the merchant’s own staff', state: 'figure', refusal: 'Shopify’s own words' },
  return_drafts: { order_id: 'a number of Shopify', state: 'person' },
  returns_left_to_people: { return_id: 'a number of Shopify', why: 'figure' },
  return_inspections: {
    return_id: 'a number of Shopify', return_line_id: 'a number of Shopify', finding: 'figure', grade: 'figure', disposition: 'figure', location_id: 'a number of Shopify',
    refusal: 'person', note: 'person', inspected_by: 'the merchant’s own staff',
  },
  return_readings: { order_id: 'a number of Shopify' },
  journal: {
    type: 'figure', order_id: 'a number of Shopify', customer_id: 'a number of Shopify', source: 'figure', actor: 'person',
    data: 'person', dedupe_key: 'numbers of Shopify',
  },
  outbox: {
    channel: 'figure', kind: 'figure', reason: 'our own words', state: 'figure', order_id: 'a number of Shopify',
    customer_id: 'a number of Shopify', recipient: 'person', locale: 'figure', subject: 'person', text_body: 'person', html_body: 'person',
    headers: 'person', payload: 'person', letter: 'person', promises: 'figure', dedupe_key: 'numbers of Shopify', topic: 'numbers of Shopify', person: 'a number of Shopify or a checksum', category: 'figure', held_by: 'figure', provider: 'figure', provider_id: 'the provider’s own number', outcome: 'person',
  },
  suppressions: { channel: 'figure', address_mark: 'a checksum', cause: 'figure', lifted_by: 'the merchant’s own staff' },
  early_news: { provider: 'figure', provider_id: 'the provider’s own number', event: 'figure', detail: 'the provider’s words, kept for an hour' },
  opt_outs: { channel: 'figure', address_mark: 'a checksum', subject: 'figure' },
  webhook_receipts: {
    webhook_id: 'a number of Shopify', event_id: 'a number of Shopify', topic: 'figure', api_version: 'figure', body: 'person',
    state: 'figure', outcome: 'person',
  },
  imports: { state: 'figure', part: 'figure', bulk_operation: 'a number of Shopify', next_operation: 'a number of Shopify', result_url: 'a link that ends within days', failure: 'our own words' },
  sync_cursors: { name: 'our own words' },
  data_requests: { id: 'a number of Shopify', customer_id: 'a number of Shopify', document: 'person' },
  noted_buyers: { customer_id: 'a number of Shopify', reason: 'person', noted_by: 'the merchant’s own staff' },
  staff_members: { id: 'a number of Shopify', name: 'the merchant’s own staff' },
  settings: { name: 'our own words', value: 'the merchant’s own words', updated_by: 'the merchant’s own staff' },
  people: { name: 'person', locale: 'person' },
  handles: { kind: 'figure', value: 'person', reason: 'figure', evidence: 'our own numbers', confidence: 'figure', linked_by: 'the merchant’s own staff', unlinked_by: 'the merchant’s own staff' },
  person_notes: { words: 'person', written_by: 'the merchant’s own staff' },
  mailboxes: { address: 'the merchant’s own address', name: 'the merchant’s own words', way_in: 'figure', settings: 'the merchant’s own, sealed', key: 'our own number', state: 'figure', failure: 'the mail server’s own words', check_token: 'our own number' },
  mail_arrivals: { source: 'figure', source_key: 'person', envelope_from: 'person', envelope_to: 'person', raw_file: 'our own number; the file goes with the person', state: 'figure', failure: 'our own words', vouched: 'figure', checks: 'figure' },
  teams: { name: 'the merchant’s own words', kind: 'figure', assigns: 'figure', last_given_to: 'the merchant’s own staff' },
  agents: { staff_id: 'the merchant’s own staff', display_name: 'the merchant’s own staff', signature: 'the merchant’s own words' },
  team_members: { staff_id: 'the merchant’s own staff' },
  tickets: {
    channel: 'figure', subject: 'person', state: 'figure', category: 'figure', priority: 'figure', priority_reason: 'figure', tags: 'person', assignee_id: 'the merchant’s own staff', locale: 'person', preview: 'person',
    last_from: 'figure', solved_by: 'the merchant’s own staff',
  },
  ticket_words: { word: 'person' },
  ticket_orders: { order_id: 'a number of Shopify', reason: 'figure' },
  messages: {
    direction: 'figure', channel: 'figure', author: 'figure', author_id: 'our own number, or the merchant’s own staff', author_name: 'person', from_address: 'person', to_addresses: 'person', cc_addresses: 'person', subject: 'person',
    text: 'person', quoted: 'person', signature: 'person', html: 'person', locale: 'figure', kind: 'figure', unanswered: 'figure', verified: 'figure', placed_by: 'figure', mail_id: 'person', references_ids: 'person', dedupe_key: 'person',
    raw_file: 'person', warnings: 'person', withdrawn_for: 'figure', mentions: 'the merchant’s own staff',
  },
  message_files: { filename: 'person', type: 'figure', sha256: 'person', file: 'our own number; the file goes with the person', content_id: 'person' },
  ticket_events: { type: 'figure', actor: 'the merchant’s own staff', data: 'figure' },
  ticket_followers: { staff_id: 'the merchant’s own staff' },
  side_conversations: { subject: 'the merchant’s own words, gone with the person', address: 'a third party’s, gone with the person', started_by: 'the merchant’s own staff' },
  reply_drafts: { staff_id: 'the merchant’s own staff', mode: 'figure', text: 'the merchant’s own words, gone with the person', to_addresses: 'gone with the person', cc_addresses: 'gone with the person' },
  draft_files: { staff_id: 'the merchant’s own staff', mode: 'figure', filename: 'the merchant’s own words, gone with the person', type: 'figure', sha256: 'a checksum', file: 'our own number; the file goes with the person' },
  ticket_promises: { promise: 'figure', counts: 'figure', priority: 'figure', result: 'figure', staff_id: 'the merchant’s own staff' },
  ticket_readings: { staff_id: 'the merchant’s own staff' },
  ticket_presence: { staff_id: 'the merchant’s own staff', doing: 'figure' },
};
