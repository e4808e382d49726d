// The contextual save bar: `ui-save-bar`, forms with `data-save-bar`, and the question before unsaved changes are left.
((bridge) => {
  const open = new Map();
  const tell = () => {
    const [current] = [...open.values()].slice(-1);
    bridge.tell('save-bar', current ? { open: true, ...current.description() } : { open: false });
  };
  const show = (key, bar) => {
    open.set(key, bar);
    tell();
  };
  const hide = (key) => {
    if (open.delete(key)) tell();
  };

  class SaveBar extends HTMLElement {
    connectedCallback() {
      this.style.display = 'none';
      this.watcher = new MutationObserver(() => this.showing && tell());
      this.watcher.observe(this, { childList: true, subtree: true, attributes: true, characterData: true });
    }

    disconnectedCallback() {
      this.watcher.disconnect();
      hide(this);
    }

    get showing() {
      return open.has(this);
    }

    get discardConfirmation() {
      return this.hasAttribute('discardConfirmation');
    }

    set discardConfirmation(value) {
      this.toggleAttribute('discardConfirmation', Boolean(value));
    }

    button(primary) {
      return [...this.querySelectorAll('button')].find((one) => (one.getAttribute('variant') === 'primary') === primary);
    }

    description() {
      const state = (button) => button && { disabled: button.disabled, loading: button.hasAttribute('loading') && button.getAttribute('loading') !== 'false' };
      return { save: state(this.button(true)), discard: state(this.button(false)), discardConfirmation: this.discardConfirmation };
    }

    press(which) {
      this.button(which === 'save')?.click();
    }

    async show() {
      if (this.showing) return;
      show(this, this);
      this.dispatchEvent(new Event('show'));
    }

    async hide() {
      if (!this.showing) return;
      hide(this);
      this.dispatchEvent(new Event('hide'));
    }

    toggle() {
      return this.showing ? this.hide() : this.show();
    }
  }
  customElements.define('ui-save-bar', SaveBar);

  /** A form's own bar: saving submits it, discarding resets it. */
  const formBar = (form) => ({
    description: () => ({ save: {}, discard: {}, discardConfirmation: form.hasAttribute('data-discard-confirmation') }),
    press: (which) => (which === 'save' ? form.requestSubmit() : form.reset()),
  });
  const touched = ({ target }) => {
    const form = target.closest?.('form[data-save-bar]');
    if (form && !open.has(form)) show(form, formBar(form));
  };
  document.addEventListener('input', touched);
  document.addEventListener('change', touched);
  document.addEventListener('reset', ({ target }) => hide(target));
  window.addEventListener('submit', (event) => {
    if (open.has(event.target)) hide(event.target);
  });

  bridge.on('save-bar-press', ({ which }) => [...open.values()].at(-1)?.press(which));

  const byId = (id) => {
    const bar = document.getElementById(id);
    if (!(bar instanceof SaveBar)) throw new Error(`App Bridge: no ui-save-bar with id ${id}`);
    return bar;
  };
  bridge.saveBar = {
    show: async (id) => byId(id).show(),
    hide: async (id) => byId(id).hide(),
    toggle: async (id) => byId(id).toggle(),
    /** Resolves when nothing is unsaved or the merchant says to leave; stays open when they stay. */
    leaveConfirmation: async () => {
      if (open.size === 0) return;
      const leave = await bridge.ask('leave-confirmation');
      if (!leave) await new Promise(() => undefined);
    },
  };
})(window.shopifyAppBridge);
