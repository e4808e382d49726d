// The admin around the app: draws what the app's page describes through App Bridge, and answers what it asks.
import { askToLeave, askForScopes, pickResources, pickRows } from './dialogs.js';

const data = JSON.parse(document.getElementById('frame-data').textContent);
const frame = document.getElementById('app-frame');
const part = (id) => document.getElementById(id);
let unsaved = null;
let current = '/';

const tell = (event, detail) => frame.contentWindow.postMessage({ appBridge: true, event, detail }, data.origin);

/** Asks the sandbox on the app's behalf. */
async function ask(name, body = {}) {
  const response = await fetch(`${data.api}/${name}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error ?? `${name} failed with ${response.status}`);
  return answer;
}

async function requestScopes({ scopes }) {
  const before = await ask('scopes-query');
  const unknown = scopes.filter((scope) => !before.optional.includes(scope));
  if (unknown.length) throw new Error(`The scopes ${unknown.join(', ')} are not declared as optional`);
  const missing = scopes.filter((scope) => !before.granted.includes(scope));
  if (missing.length && !(await askForScopes(missing))) return { result: 'declined-all', detail: before };
  return { result: 'granted-all', detail: missing.length ? await ask('scopes-grant', { scopes: missing }) : before };
}

const calls = {
  'id-token': async () => (await ask('id-token')).idToken,
  'direct-api': ({ body }) => ask('direct-api', JSON.parse(body)),
  ready: async () => undefined,
  user: () => ask('user'),
  extensions: () => ask('extensions'),
  'scopes-query': () => ask('scopes-query'),
  'scopes-request': requestScopes,
  'scopes-revoke': async ({ scopes }) => ({ detail: await ask('scopes-revoke', { scopes }) }),
  'leave-confirmation': async () => {
    const leave = await askToLeave();
    if (leave) drawSaveBar({ open: false });
    return leave;
  },
  'resource-picker': (options) => pickResources(options, (query) => ask('resources', { type: options.type, query })),
  picker: pickRows,
};

function drawLocation({ path }) {
  current = path;
  history.replaceState(null, '', data.at + (path === '/' ? '' : path));
  markNav();
}

function drawNav({ items }) {
  part('app-nav').replaceChildren(
    ...items
      .filter(({ home }) => !home)
      .map(({ href, label }) => {
        const item = document.createElement('li');
        const link = document.createElement('a');
        link.href = data.at + href;
        link.dataset.inside = href;
        link.textContent = label;
        link.onclick = (event) => {
          if (event.ctrlKey || event.metaKey || event.button !== 0) return;
          event.preventDefault();
          leaveFor(() => tell('nav-press', { href }));
        };
        item.append(link);
        return item;
      }),
  );
  const home = items.find((item) => item.home);
  part('app-link').onclick = (event) => {
    event.preventDefault();
    leaveFor(() => tell('nav-press', { href: home?.href ?? '/' }));
  };
  markNav();
}

function markNav() {
  const path = current.split(/[?#]/)[0];
  for (const link of part('app-nav').querySelectorAll('a')) {
    const inside = link.dataset.inside.split(/[?#]/)[0];
    link.toggleAttribute('aria-current', path === inside || path.startsWith(`${inside}/`));
  }
}

/** Goes on at once, or after the merchant gave up what is unsaved. */
async function leaveFor(go) {
  part('menu').checked = false;
  if (unsaved && !(await calls['leave-confirmation']())) return;
  go();
}

function drawTitleBar({ title, actions }) {
  part('app-title').textContent = title || frame.title;
  document.title = `${title || frame.title} · ${document.title.split(' · ').at(-1)}`;
  const button = ({ index, label, variant, tone, disabled, loading, group }) => {
    const drawn = document.createElement('button');
    drawn.type = 'button';
    drawn.textContent = variant === 'breadcrumb' ? '‹' : group ? `${group}: ${label}` : label;
    if (variant === 'breadcrumb') drawn.setAttribute('aria-label', label || 'Back');
    drawn.className = [variant === 'primary' && 'primary', tone === 'critical' && 'danger', loading && 'busy'].filter(Boolean).join(' ');
    drawn.disabled = disabled || loading;
    drawn.onclick = () => (variant === 'breadcrumb' ? leaveFor(() => tell('title-press', { index })) : tell('title-press', { index }));
    return drawn;
  };
  const crumbs = actions.filter(({ variant }) => variant === 'breadcrumb');
  const others = actions.filter(({ variant }) => variant !== 'breadcrumb').sort((a, b) => (a.variant === 'primary') - (b.variant === 'primary'));
  part('breadcrumb').replaceChildren(...crumbs.map(button));
  part('title-actions').replaceChildren(...others.map(button));
}

function drawSaveBar(state) {
  unsaved = state.open ? state : null;
  const bar = part('save-bar');
  bar.hidden = !state.open;
  document.body.classList.toggle('unsaved', state.open);
  for (const button of bar.querySelectorAll('button')) {
    const described = state[button.dataset.press];
    button.disabled = Boolean(described?.disabled || described?.loading);
    button.classList.toggle('busy', Boolean(described?.loading));
  }
}

for (const button of part('save-bar').querySelectorAll('button'))
  button.onclick = async () => {
    const { press } = button.dataset;
    if (press === 'discard' && unsaved?.discardConfirmation && !(await askToLeave('Discard changes'))) return;
    tell('save-bar-press', { which: press });
  };

function drawToast({ id, message, duration, isError, action }) {
  const toast = document.createElement('div');
  toast.className = isError ? 'toast critical' : 'toast';
  toast.id = id;
  const gone = () => {
    if (!toast.isConnected) return;
    toast.remove();
    tell('toast-gone', { id });
  };
  const text = document.createElement('span');
  text.textContent = message;
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = '✕';
  close.setAttribute('aria-label', 'Dismiss');
  close.onclick = gone;
  toast.append(text);
  if (action) {
    const act = document.createElement('button');
    act.type = 'button';
    act.textContent = action;
    act.onclick = () => {
      tell('toast-action', { id });
      gone();
    };
    toast.append(act);
  }
  toast.append(close);
  part('toasts').append(toast);
  setTimeout(gone, duration);
}

function navigate({ href, newTab }) {
  const admin = /^shopify:admin(\/.*)?$/.exec(href);
  const target = admin ? data.store + (admin[1] ?? '').replace(`/apps/${data.clientId}`, data.at.slice(data.store.length)) : href;
  if (newTab) window.open(target, '_blank');
  else leaveFor(() => location.assign(target));
}

const events = {
  location: drawLocation,
  nav: drawNav,
  'title-bar': drawTitleBar,
  'save-bar': drawSaveBar,
  toast: drawToast,
  'toast-hide': ({ id }) => part(id)?.remove(),
  loading: ({ on }) => (part('loading').hidden = !on),
  dim: ({ on }) => (part('dim').hidden = !on),
  support: ({ offered }) => (part('support').hidden = !offered),
  navigate,
};
part('support').onclick = () => tell('support-press');

async function hear({ origin, source, data: message }) {
  if (origin !== data.origin || source !== frame.contentWindow || !message?.appBridge) return;
  if (message.event) return events[message.event]?.(message.detail ?? {});
  try {
    if (!calls[message.call]) throw new Error(`the sandbox's admin does not model ${message.call}`);
    const value = await calls[message.call](message.detail ?? {});
    source.postMessage({ appBridge: true, answer: message.id, value }, origin);
  } catch (error) {
    source.postMessage({ appBridge: true, answer: message.id, error: error.message }, origin);
  }
}
window.addEventListener('message', hear);
for (const message of window.saidEarly) hear(message);
window.saidEarly = null;
