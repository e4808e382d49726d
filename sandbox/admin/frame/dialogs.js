// What the admin asks the merchant on behalf of the app. Each function resolves with the answer; closing the dialog is a no.

const dialog = document.getElementById('dialog');

const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

/** Shows a dialog until `answer` is called or it is closed; closed means null. */
function show(title, build) {
  return new Promise((resolve) => {
    let result = null;
    const answer = (value) => {
      result = value;
      dialog.close();
    };
    const { body, buttons } = build(answer);
    const close = make('button', { type: 'button', textContent: '✕', ariaLabel: 'Close', onclick: () => dialog.close() });
    dialog.replaceChildren(make('header', {}, make('h2', { textContent: title }), close), body, make('footer', {}, ...buttons));
    dialog.ariaLabel = title;
    dialog.onclose = () => resolve(result);
    dialog.showModal();
  });
}

const button = (textContent, onclick, className = '') => make('button', { type: 'button', textContent, onclick, className });

/** Whether unsaved changes may be lost. */
export const askToLeave = async (action = 'Leave page') =>
  (await show(`${action === 'Leave page' ? 'Leave page with unsaved changes?' : 'Discard all unsaved changes?'}`, (answer) => ({
    body: make('p', { textContent: 'What you changed since the last save will be lost.' }),
    buttons: [button('Stay', () => answer(false)), button(action, () => answer(true), 'danger')],
  }))) === true;

/** Whether the app may have further scopes. */
export const askForScopes = async (scopes) =>
  (await show('The app asks for more permissions', (answer) => ({
    body: make('ul', {}, ...scopes.map((scope) => make('li', {}, make('code', { textContent: scope })))),
    buttons: [button('Decline', () => answer(false)), button('Allow', () => answer(true), 'primary')],
  }))) === true;

/** A list with a box or a dot before each row, limited as `multiple` says; `onChange` hears how many are chosen. */
function choices(rows, multiple, chosen, onChange) {
  const most = multiple === true ? Infinity : Number(multiple) || 1;
  return rows.map(({ id, heading, detail, picture, disabled }) => {
    const input = make('input', { type: most === 1 ? 'radio' : 'checkbox', name: 'picked', value: id, checked: chosen.has(id), disabled: Boolean(disabled) });
    input.onchange = () => {
      if (most === 1) chosen.clear();
      if (input.checked && chosen.size >= most) input.checked = false;
      else if (input.checked) chosen.add(id);
      else chosen.delete(id);
      onChange();
    };
    const image = picture ? [make('img', { src: picture, alt: '', width: 32, height: 32 })] : [];
    return make('label', { className: 'pick' }, input, ...image, make('span', { textContent: heading }), make('span', { className: 'quiet', textContent: detail ?? '' }));
  });
}

/** Products, variants or collections of the shop; null when the merchant chose none. */
export function pickResources(options, find) {
  if (!['product', 'variant', 'collection'].includes(options.type)) throw new Error(`the sandbox's resource picker does not model ${options.type}`);
  const chosen = new Set((options.selectionIds ?? []).map(({ id }) => id));
  const known = new Map();
  return show(`${options.action === 'select' ? 'Select' : 'Add'} ${options.type}s`, (answer) => {
    const list = make('div', { className: 'picks' });
    const done = button(options.action === 'select' ? 'Select' : 'Add', () => answer([...chosen].flatMap((id) => known.get(id) ?? [])), 'primary');
    const refresh = () => (done.disabled = chosen.size === 0);
    const search = make('input', { type: 'search', placeholder: 'Search', ariaLabel: 'Search', value: options.query ?? '' });
    const load = async () => {
      const allowed = options.filter ?? {};
      const found = (await find(search.value || allowed.query || '')).filter(
        ({ status }) => !(allowed.draft === false && status === 'DRAFT') && !(allowed.archived === false && status === 'ARCHIVED'),
      );
      for (const one of found) known.set(one.id, one);
      const rows = found.map((one) => ({ id: one.id, heading: one.displayName ?? one.title, detail: one.sku ?? one.vendor, picture: (one.image ?? one.images?.[0])?.originalSrc }));
      list.replaceChildren(...choices(rows, options.multiple, chosen, refresh));
      refresh();
    };
    search.oninput = load;
    load();
    return { body: make('div', {}, search, list), buttons: [button('Cancel', () => answer(null)), done] };
  });
}

/** Rows that the app offers; undefined when the merchant chose none. */
export async function pickRows(options) {
  const chosen = new Set(options.items.filter(({ selected }) => selected).map(({ id }) => id));
  const picked = await show(options.heading, (answer) => {
    const rows = options.items.map((item) => ({ id: item.id, heading: item.heading, detail: (item.data ?? []).join(' · '), picture: item.thumbnail?.url, disabled: item.disabled }));
    return {
      body: make('div', { className: 'picks' }, ...choices(rows, options.multiple ?? false, chosen, () => undefined)),
      buttons: [button('Cancel', () => answer(null)), button('Select', () => answer([...chosen]), 'primary')],
    };
  });
  return picked ?? undefined;
}
