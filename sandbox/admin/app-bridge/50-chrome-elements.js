// Elements that describe the admin's chrome around the app: the app's menu and the title bar. They are hidden here and drawn by the frame.
((bridge) => {
  const text = (element) => (element.getAttribute('label') ?? element.textContent ?? '').trim();

  /** A hidden element whose children are described to the frame whenever they change, and forgotten when it leaves. */
  class Described extends HTMLElement {
    connectedCallback() {
      this.style.display = 'none';
      this.watcher = new MutationObserver(() => this.describe());
      this.watcher.observe(this, { childList: true, subtree: true, attributes: true, characterData: true });
      this.describe();
    }

    disconnectedCallback() {
      this.watcher.disconnect();
      this.forget();
    }
  }

  class NavMenu extends Described {
    links = () => [...this.querySelectorAll('a[href], s-link[href]')];

    describe() {
      bridge.navMenu = this;
      const items = this.links().map((link) => ({ href: link.getAttribute('href'), label: text(link), home: link.getAttribute('rel') === 'home' }));
      bridge.tell('nav', { items });
    }

    forget() {
      if (bridge.navMenu !== this) return;
      bridge.navMenu = null;
      bridge.tell('nav', { items: [] });
    }
  }

  class TitleBar extends Described {
    actions = () => [...this.querySelectorAll('button, a')];

    static observedAttributes = ['title'];
    attributeChangedCallback() {
      if (this.isConnected) this.describe();
    }

    get title() {
      return this.getAttribute('title') ?? document.title;
    }

    set title(value) {
      this.setAttribute('title', value);
    }

    /** What a bar shows, also inside a modal. */
    description() {
      const actions = this.actions().map((action, index) => ({
        index,
        label: text(action),
        variant: action.getAttribute('variant'),
        tone: action.getAttribute('tone'),
        disabled: action.hasAttribute('disabled'),
        loading: action.hasAttribute('loading') && action.getAttribute('loading') !== 'false',
        group: action.closest('section')?.getAttribute('label') ?? null,
      }));
      return { title: this.title, actions };
    }

    press(index) {
      const action = this.actions()[index];
      if (action?.tagName === 'A') bridge.follow(action);
      else action?.click();
    }

    describe() {
      if (this.closest('ui-modal')) return;
      bridge.titleBar = this;
      bridge.tell('title-bar', this.description());
    }

    forget() {
      if (bridge.titleBar !== this) return;
      bridge.titleBar = null;
      bridge.tell('title-bar', { title: document.title, actions: [] });
    }
  }

  customElements.define('ui-nav-menu', NavMenu);
  customElements.define('s-app-nav', class extends NavMenu {});
  customElements.define('ui-title-bar', TitleBar);

  bridge.on('nav-press', ({ href }) => {
    const link = bridge.navMenu?.links().find((one) => one.getAttribute('href') === href);
    if (link) bridge.follow(link);
    else location.assign(href);
  });
  bridge.on('title-press', ({ index }) => bridge.titleBar?.press(index));
})(window.shopifyAppBridge);
