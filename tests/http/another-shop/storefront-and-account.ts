import { customerKey } from '#app/modules/account-entry/customer-key.ts';
import { ratingKey } from '#app/modules/inbox/satisfaction/rating-key.ts';
import { labelKey } from '#app/modules/labels/door/label-key.ts';
import { clientSecret } from '#tests/harness/app-on-stage.ts';
import { logo, never, photo, request, session, ticket, unconfirmed, type Attempts } from './scene.ts';

/** What customers open: pages of the storefront, their account, links in their mails. */
export const storefrontAndAccount: Attempts = {
  'account.orders.$id.ts': ({ b, theirs, customer, customerOfA, account }) => [
    { what: 'the other’s order, asked for by a customer of ours', names: theirs.id, invented: never, make: (id) => account(`/account/orders/${id}`, customerOfA) },
    { what: 'it, asked for with the number of its customer', names: theirs.id, invented: never, make: (id) => account(`/account/orders/${id}`, customer) },
    { what: 'it, asked for in the name of its shop', names: theirs.id, invented: never, make: (id) => account(`/account/orders/${id}?shop=${b.domain}`, customer) },
    { what: 'a change of it', names: theirs.id, invented: never, make: (id) => account(`/account/orders/${id}`, customer, { method: 'POST' }), status: [405] },
  ],
  'account.orders._index.ts': ({ b, waiting, account }) => [
    { what: 'what is on its way to a customer of the other', names: waiting, invented: never, make: (customer) => account('/account/orders', customer), status: [200] },
    { what: 'it, asked for in the name of their shop', names: waiting, invented: never, make: (customer) => account(`/account/orders?shop=${b.domain}`, customer), status: [200] },
    { what: 'a change of it', names: waiting, invented: never, make: (customer) => account('/account/orders', customer, { method: 'POST' }), status: [405] },
  ],
  'account.sign-in.ts': ({ b, stage }) => [
    // Whoever knows a shop's domain may sign in there: with an account of its own customers.
    { what: 'a page of the other as a way back', names: b.domain, invented: 'never.myshopify.com', make: (to) => fetch(`${stage.web.url}/account/sign-in?${new URLSearchParams({ shop: 'never.myshopify.com', to })}`) },
  ],
  'account.callback.ts': ({ b, stage }) => [
    { what: 'a sign-in that the other’s customer began', names: b.domain, invented: never, make: (state) => fetch(`${stage.web.url}/account/callback?${new URLSearchParams({ code: 'x', state })}`), status: [400] },
  ],
  'account.sign-out.ts': ({ a, b, idOf, stage }) => [
    {
      what: 'the other’s sign-in, ended under our name',
      names: customerKey({ id: idOf(b) }, session, { secret: clientSecret, now: new Date() }),
      make: (key) => fetch(`${stage.web.url}/account/sign-out`, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ shop: a.domain, key }) }),
      status: [303],
    },
  ],
  'account.signed-out.ts': ({ idOf, b, stage }) => [
    { what: 'the other’s way back, asked for by its number', names: String(idOf(b)), make: (id) => fetch(`${stage.web.url}/account/signed-out?shop=${id}`), status: [200] },
  ],
  'proxy.account.tsx': ({ a, b, idOf, customer, visit }) => [
    {
      what: 'a sign-in of the other’s customer',
      names: customerKey({ id: idOf(b) }, session, { secret: clientSecret, now: new Date() }),
      invented: `${never}.never`,
      make: (key) => visit({ page: 'account', query: { key } }),
      status: [200],
    },
    {
      what: 'it, signed for us',
      names: customerKey({ id: idOf(a) }, session, { secret: clientSecret, now: new Date() }),
      invented: `${never}.never`,
      make: (key) => visit({ page: 'account', query: { key } }),
      status: [200],
    },
    { what: 'the number of the other’s customer', names: customer, invented: never, make: (id) => visit({ page: 'account', query: { logged_in_customer_id: id, customer: id } }), status: [200] },
  ],
  'proxy.logo.ts': ({ visit }) => [{ what: 'the other’s logo', names: logo, invented: `${'0'.repeat(32)}.png`, make: (file) => visit({ page: 'logo', query: { file } }) }],
  'proxy.return-label.ts': ({ a, b, idOf, visit }) => [
    { what: 'a label of the other', names: labelKey({ id: idOf(b) }, photo, new Date(Date.now() + 60_000), clientSecret), invented: `${never}.never`, make: (key) => visit({ page: 'return-label', query: { key } }) },
    { what: 'the other’s label, signed for us', names: labelKey({ id: idOf(a) }, photo, new Date(Date.now() + 60_000), clientSecret), invented: `${never}.never`, make: (key) => visit({ page: 'return-label', query: { key, show: 'page' } }) },
  ],
  'proxy.preferences.tsx': ({ optOut, visit }) => [
    { what: 'the preferences of the other’s customer', names: optOut, invented: `${never}.never`, make: (key) => visit({ page: 'preferences', query: { key } }), status: [200] },
    { what: 'their change', names: optOut, invented: `${never}.never`, make: (key) => visit({ page: 'preferences', form: { key, shown: 'service' } }), status: [200] },
  ],
  'proxy.rating.tsx': ({ a, b, idOf, visit }) => [
    { what: 'how the other’s customer was helped', names: ratingKey(idOf(b), Number(ticket), clientSecret), invented: `${never}.never`, make: (key) => visit({ page: 'rating', query: { key } }), status: [200] },
    { what: 'the same, signed for us', names: ratingKey(idOf(a), Number(ticket), clientSecret), invented: `${never}.never`, make: (key) => visit({ page: 'rating', query: { key } }), status: [200] },
    { what: 'what they would say', names: ratingKey(idOf(b), Number(ticket), clientSecret), invented: `${never}.never`, make: (key) => visit({ page: 'rating', form: { key, score: '1' } }), status: [200] },
  ],
  '/proxy/track': ({ a, b, theirs, linkKey, visit }) => [
    { what: 'an order by its number and contact', names: theirs.name, invented: 'NOT-1', make: (order) => visit({ form: { order, contact: theirs.email } }), status: [200] },
    { what: 'a parcel by its number', names: theirs.trackingNumber, invented: '00CC0000000001', make: (number) => visit({ query: { number } }), status: [200] },
    { what: 'a link of the other', names: linkKey(b), invented: `${never}.never`, make: (key) => visit({ query: { key } }), status: [200] },
    { what: 'a link to the other’s order, signed for us', names: linkKey(a), invented: `${never}.never`, make: (key) => visit({ query: { key } }), status: [200] },
  ],
  '/proxy/returns': ({ a, b, theirs, linkKey, giftKeyOf, ownKey, visit }) => {
    const portal = (fields: Record<string, string>) => visit({ page: 'returns', form: fields });
    const other = '57575757-5151-4151-8151-515151515151';
    return [
      { what: 'an order by its number and contact', names: theirs.name, invented: 'NOT-1', make: (order) => portal({ order, contact: theirs.email }), status: [200] },
      { what: 'a link of the other', names: linkKey(b), invented: `${never}.never`, make: (key) => visit({ page: 'returns', query: { key } }), status: [200] },
      { what: 'a key to the other’s order, signed for us', names: linkKey(a, 'full'), invented: `${never}.never`, make: (key) => portal({ key, do: 'items' }), status: [200] },
      { what: 'a gift of the other', names: giftKeyOf(b), invented: `${never}.never`, make: (key) => portal({ key, do: 'items' }), status: [200] },
      { what: 'a gift of the other, signed for us', names: giftKeyOf(a), invented: `${never}.never`, make: (key) => portal({ key, do: 'items' }), status: [200] },
      ...['follow', 'cancel', 'cancelled', 'change'].map((step) => ({ what: `${step}: the other’s return, by a customer of ours`, names: request, invented: other, make: (id: string) => portal({ key: ownKey, do: step, request: id }), status: [200] })),
      { what: 'what the other’s customer has not confirmed', names: unconfirmed, invented: other, make: (draft) => portal({ key: ownKey, do: 'review', draft, revision: '1', refund: '0', owed: '0', bonus: '0', currency: 'EUR' }), status: [200] },
    ];
  },
  '/proxy/contact': ({ theirs, visit }) => [
    { what: 'an order of the other, named to us', names: theirs.name, invented: 'NOT-1', make: (order) => visit({ page: 'contact', form: { order, email: theirs.email, message: 'Where is it?', agree: 'yes' } }), status: [200] },
  ],
  '/proxy/t': ({ shortKey, a, b, visit }) => [
    { what: 'the short address of a text message of the other', names: shortKey(b), invented: `${never}.never`, make: (s) => visit({ page: 't', query: { s } }), status: [200] },
    { what: 'it, signed for us', names: shortKey(a), invented: `${never}.never`, make: (s) => visit({ page: 't', query: { s } }), status: [200] },
  ],
  'unsubscribe.$key.ts': ({ a, idOf, optOut, stage }) => [
    {
      what: 'the other’s message under our name',
      names: optOut.replace(/^\d+/, String(idOf(a))),
      invented: `${never}.never`,
      make: (key) => fetch(`${stage.web.url}/unsubscribe/${key}`, { method: 'POST' }),
    },
  ],
};
