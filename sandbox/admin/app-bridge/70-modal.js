// `ui-modal`: drawn over the app's own page, because its content is the app's own elements; the frame dims the rest of the admin meanwhile.
((bridge) => {
  const WIDTHS = { small: '26rem', base: '38rem', large: '60rem', max: '96vw' };

  class Modal extends HTMLElement {
    #dialog = null;
    #content = document.createElement('div');

    connectedCallback() {
      this.style.display = 'none';
    }

    disconnectedCallback() {
      this.hide();
    }

    get variant() {
      return this.getAttribute('variant') ?? 'base';
    }

    set variant(value) {
      this.setAttribute('variant', value);
      if (this.#dialog) this.#dialog.style.width = WIDTHS[value];
    }

    get src() {
      return this.getAttribute('src') ?? undefined;
    }

    set src(value) {
      this.setAttribute('src', value);
    }

    /** Where the app renders what the modal shows. */
    get content() {
      return this.src ? undefined : this.#content;
    }

    get contentWindow() {
      return this.#dialog?.querySelector('iframe')?.contentWindow ?? null;
    }

    #body() {
      if (this.src) {
        const frame = document.createElement('iframe');
        frame.src = this.src;
        frame.style.cssText = 'border:0;width:100%;height:60vh';
        return frame;
      }
      // Plain pages put the content between the tags; React portals into `content` by itself.
      for (const child of this.children) if (!child.tagName.startsWith('UI-')) this.#content.append(...child.childNodes);
      return this.#content;
    }

    #buttons(bar) {
      const footer = document.createElement('footer');
      footer.style.cssText = 'display:flex;gap:8px;justify-content:flex-end;padding:12px 16px;border-top:1px solid #e3e3e3';
      for (const { index, label, variant, tone, disabled } of bar?.description().actions ?? []) {
        const button = document.createElement('button');
        button.textContent = label;
        button.disabled = disabled;
        const strong = variant === 'primary';
        button.style.cssText = `font:inherit;font-weight:600;padding:6px 12px;border-radius:8px;border:1px solid #b5b5b5;cursor:pointer;background:${strong ? (tone === 'critical' ? '#c70a24' : '#303030') : '#fff'};color:${strong ? '#fff' : '#303030'}`;
        button.onclick = () => bar.press(index);
        footer.append(button);
      }
      return footer;
    }

    async show() {
      if (this.#dialog) return;
      const bar = this.querySelector('ui-title-bar');
      const dialog = document.createElement('dialog');
      dialog.setAttribute('aria-label', bar?.title ?? 'Modal');
      dialog.style.cssText = `padding:0;border:0;border-radius:14px;max-width:94vw;width:${WIDTHS[this.variant]};font:14px/1.5 system-ui,sans-serif;color:#303030;box-shadow:0 20px 40px #0005`;
      const header = document.createElement('header');
      header.style.cssText = 'display:flex;justify-content:space-between;padding:12px 16px;background:#f3f3f3;font-weight:600';
      const close = document.createElement('button');
      close.textContent = '✕';
      close.setAttribute('aria-label', 'Close');
      close.style.cssText = 'border:0;background:none;font:inherit;cursor:pointer';
      close.onclick = () => this.hide();
      header.append(bar?.title ?? '', close);
      dialog.append(header, this.#body(), this.#buttons(bar));
      dialog.addEventListener('close', () => this.hide());
      document.body.append(dialog);
      this.#dialog = dialog;
      dialog.showModal();
      bridge.tell('dim', { on: true });
      this.dispatchEvent(new Event('show'));
    }

    async hide() {
      const dialog = this.#dialog;
      if (!dialog) return;
      this.#dialog = null;
      dialog.close();
      dialog.remove();
      bridge.tell('dim', { on: false });
      this.dispatchEvent(new Event('hide'));
    }

    toggle() {
      return this.#dialog ? this.hide() : this.show();
    }
  }
  customElements.define('ui-modal', Modal);

  const byId = (id) => {
    const modal = document.getElementById(id);
    if (!(modal instanceof Modal)) throw new Error(`App Bridge: no ui-modal with id ${id}`);
    return modal;
  };
  bridge.modal = { show: async (id) => byId(id).show(), hide: async (id) => byId(id).hide(), toggle: async (id) => byId(id).toggle() };
})(window.shopifyAppBridge);
