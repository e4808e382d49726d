// `window.shopify`, as apps and @shopify/app-bridge-react call it.
((bridge) => {
  const toasts = new Map();
  let toastCount = 0;
  bridge.on('toast-action', ({ id }) => toasts.get(id)?.onAction?.());
  bridge.on('toast-gone', ({ id }) => {
    toasts.get(id)?.onDismiss?.();
    toasts.delete(id);
  });

  let supportHandler = null;
  bridge.on('support-press', () => supportHandler?.());

  const unmodelled = (name) => {
    throw new Error(`App Bridge: the sandbox does not model shopify.${name}`);
  };

  async function resourcePicker(options) {
    const selected = await bridge.ask('resource-picker', options);
    if (!selected) return undefined;
    return Object.assign(selected, { selection: selected });
  }

  window.shopify = {
    config: bridge.config,
    origin: bridge.adminOrigin,
    ready: bridge.embedded ? bridge.ask('ready', { path: bridge.currentPath() }) : Promise.resolve(),
    environment: { mobile: false, embedded: bridge.embedded, pos: false, intent: false },
    idToken: bridge.idToken,
    loading: (on = true) => bridge.tell('loading', { on }),
    toast: {
      show(message, options = {}) {
        toastCount += 1;
        const id = `toast-${toastCount}`;
        toasts.set(id, options);
        bridge.tell('toast', { id, message, duration: options.duration ?? 5000, isError: options.isError ?? false, action: options.action ?? null });
        return id;
      },
      hide: (id) => bridge.tell('toast-hide', { id }),
    },
    saveBar: bridge.saveBar,
    modal: bridge.modal,
    resourcePicker,
    /** Rows that the app itself offers; `selected` waits for the merchant. */
    picker: async (options) => ({ selected: bridge.ask('picker', options) }),
    user: () => bridge.ask('user'),
    scopes: {
      query: () => bridge.ask('scopes-query'),
      request: (scopes) => bridge.ask('scopes-request', { scopes }),
      revoke: (scopes) => bridge.ask('scopes-revoke', { scopes }),
    },
    app: { extensions: () => bridge.ask('extensions') },
    support: {
      async registerHandler(handler) {
        supportHandler = handler;
        bridge.tell('support', { offered: handler !== null });
      },
    },
    reviews: {
      request: async () => ({ success: false, code: 'merchant-ineligible', message: 'The sandbox has no app store to review on.' }),
    },
    get intents() {
      return unmodelled('intents');
    },
    get pos() {
      return unmodelled('pos');
    },
    get scanner() {
      return unmodelled('scanner');
    },
    get shopifyQL() {
      return unmodelled('shopifyQL');
    },
    get tools() {
      return unmodelled('tools');
    },
  };

  bridge.reportLocation();
  const reportTitle = () => !bridge.titleBar && bridge.tell('title-bar', { title: document.title, actions: [] });
  document.addEventListener('DOMContentLoaded', () => {
    reportTitle();
    new MutationObserver(reportTitle).observe(document.head, { childList: true, subtree: true, characterData: true });
  });
})(window.shopifyAppBridge);
