import express, { type Router } from 'express';
import type { OutboxMessage, OutboxStore } from '../outbox-store.ts';
import { documentOf, moment } from './document.ts';
import { html, type Html } from './html.ts';

/** The mailbox in the browser: list, message, the raw mail and its attachments. */
export function mailboxPages(outbox: OutboxStore): Router {
  const router = express.Router();
  const mails = (): OutboxMessage[] => outbox.list({ channel: 'email' });
  const find = (id: string): OutboxMessage | null => {
    const message = outbox.find(id);
    return message?.channel === 'email' ? message : null;
  };

  router.get('/mailbox', (_, response) => {
    response.send(documentOf('Mailbox', 'mail', panes(mails(), null)));
  });
  router.get('/mailbox/:id', (request, response) => {
    const mail = find(request.params.id);
    const page = documentOf(mail?.subject ?? 'No such message', 'mail', panes(mails(), mail ?? 'missing'));
    response.status(mail ? 200 : 404).send(page);
  });
  router.get('/mailbox/:id/html', (request, response) => {
    const mail = find(request.params.id);
    if (!mail?.html) {
      response.status(404).type('text').send('No HTML part');
      return;
    }
    response.set('content-security-policy', "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data: http: https:; style-src 'unsafe-inline'; font-src data:");
    response.type('html').send(`<base target="_blank">${mail.html}`);
  });
  router.get('/mailbox/:id/raw', (request, response) => {
    response.type('text').send(find(request.params.id)?.raw ?? 'No such message');
  });
  router.get('/mailbox/:id/attachments/:index', (request, response) => {
    const file = find(request.params.id)?.attachments[Number(request.params.index)];
    if (!file) {
      response.status(404).type('text').send('No such attachment');
      return;
    }
    response.attachment(file.filename).type('application/octet-stream').send(Buffer.from(file.base64, 'base64'));
  });
  return router;
}

function panes(mails: OutboxMessage[], open: OutboxMessage | 'missing' | null): Html {
  const openId = open && open !== 'missing' ? open.id : '';
  const items = mails.map(
    (mail) => html`<li><a class="item" href="/mailbox/${mail.id}"${mail.id === openId ? { html: ' aria-current="true"' } : ''}>
      <span class="row"><b>${mail.subject ?? '(no subject)'}</b></span>
      <span class="row muted"><span class="clip">${mail.to.join(', ')}</span></span><span class="muted">${moment(mail.at)}</span></a></li>`,
  );
  return html`<div class="panes${open ? ' open' : ''}">
    <nav class="list" aria-label="Messages"><h1>Mail</h1>${mails.length ? html`<ul>${items}</ul>` : html`<p class="nothing">No mail has left yet.</p>`}</nav>
    <section class="detail">${detail(open)}</section></div>`;
}

function detail(open: OutboxMessage | 'missing' | null): Html {
  if (open === null) return html`<p class="muted">Choose a message.</p>`;
  if (open === 'missing') return html`<h1>No such message</h1>`;
  return html`<a class="back" href="/mailbox">← All mail</a><article class="mail"><h1>${open.subject ?? '(no subject)'}</h1>
    <dl class="who"><dt>From</dt><dd>${open.from}</dd><dt>To</dt><dd>${open.to.join(', ')}</dd><dt>Sent</dt><dd>${moment(open.at)}</dd></dl>
    ${open.html ? html`<iframe title="The message as its reader sees it" src="/mailbox/${open.id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>` : ''}
    ${open.attachments.length ? html`<p class="files">${open.attachments.map((file, index) => html`<a href="/mailbox/${open.id}/attachments/${index}">${file.filename}</a>`)}</p>` : ''}
    <details${open.html ? '' : { html: ' open' }}><summary>Text part</summary><pre>${open.text || '(none)'}</pre></details>
    <details><summary>Headers</summary><pre>${Object.entries(open.headers).map(([name, value]) => `${name}: ${value}\n`).join('')}</pre></details>
    <p class="files"><a href="/mailbox/${open.id}/raw">Raw message</a></p></article>`;
}
