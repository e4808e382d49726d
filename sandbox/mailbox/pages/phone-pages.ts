import express, { type Router } from 'express';
import type { OutboxMessage, OutboxStore } from '../outbox-store.ts';
import { documentOf, moment } from './document.ts';
import { html, type Html } from './html.ts';

/** The phone in the browser: every number that got an SMS, and its thread. */
export function phonePages(outbox: OutboxStore): Router {
  const router = express.Router();
  const messages = (): OutboxMessage[] => outbox.list({ channel: 'sms' });
  router.get('/phone', (_, response) => {
    response.send(documentOf('Phone', 'phone', panes(messages(), null)));
  });
  router.get('/phone/:number', (request, response) => {
    const all = messages();
    const known = all.some((message) => message.to[0] === request.params.number);
    response.status(known ? 200 : 404).send(documentOf(`Phone ${request.params.number}`, 'phone', panes(all, request.params.number)));
  });
  return router;
}

function panes(all: OutboxMessage[], open: string | null): Html {
  const numbers = [...new Set(all.map((message) => message.to[0] ?? ''))];
  const items = numbers.map((number) => {
    const latest = all.find((message) => message.to[0] === number);
    return html`<li><a class="item" href="/phone/${encodeURIComponent(number)}"${number === open ? { html: ' aria-current="true"' } : ''}>
      <b>${number}</b><span class="row muted"><span class="clip">${latest?.text ?? ''}</span></span></a></li>`;
  });
  return html`<div class="panes${open ? ' open' : ''}">
    <nav class="list" aria-label="Phones"><h1>Phones</h1>${numbers.length ? html`<ul>${items}</ul>` : html`<p class="nothing">No SMS has left yet.</p>`}</nav>
    <section class="detail">${open ? html`<a class="back" href="/phone">← All phones</a>${phone(all, open)}` : phone([], null)}</section></div>`;
}

function phone(all: OutboxMessage[], number: string | null): Html {
  const thread = all.filter((message) => message.to[0] === number).reverse();
  const notch = html`<div class="notch" aria-hidden="true"></div>`;
  if (number === null) return html`<div class="phone"><div class="screen">${notch}<div class="home"></div></div></div>`;
  const shown = thread.map((message) => html`<li style="display:contents">${moment(message.at)}<div class="bubble">${linked(message.text)}</div></li>`);
  return html`<div class="phone"><div class="screen">${notch}<h1>${thread[0]?.from ?? 'No messages'}<small>to ${number}</small></h1><ol class="thread">${shown}</ol></div></div>`;
}

function linked(text: string): Html[] {
  return text.split(/(https?:\/\/\S+)/).map((part, index) => (index % 2 ? html`<a href="${part}" target="_blank" rel="noreferrer">${part}</a>` : html`${part}`));
}
