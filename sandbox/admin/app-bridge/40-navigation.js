// Where the app is and where it goes: the admin's address follows the app's page, and links to the admin leave the frame.
((bridge) => {
  const ADMIN_LINK = /^shopify:\/{0,2}admin(\/.*)?$/;
  let navigateListeners = 0;

  const report = () => bridge.tell('location', { path: bridge.currentPath(), title: document.title });
  for (const name of ['pushState', 'replaceState']) {
    const original = history[name].bind(history);
    history[name] = (...args) => {
      original(...args);
      report();
    };
  }
  window.addEventListener('popstate', report);
  window.addEventListener('hashchange', report);
  bridge.reportLocation = report;

  // Frameworks that route in the page listen for this event; where nobody listens, links must load documents.
  const listen = window.addEventListener.bind(window);
  window.addEventListener = (type, ...rest) => {
    if (type === 'shopify:navigate') navigateListeners += 1;
    return listen(type, ...rest);
  };

  /** Follows a link of the app's own menu or title bar, in the page where the app can, else by loading it. */
  bridge.follow = (link) => {
    const href = link.getAttribute('href');
    // A router's own link takes the click and prevents its default; the plain default would load a document, so it is prevented here, last.
    let taken = false;
    const last = (event) => {
      taken = event.defaultPrevented;
      event.preventDefault();
    };
    listen('click', last, { once: true });
    link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    if (taken || !href || bridge.openInAdmin(href, link.target)) return;
    if (navigateListeners > 0) link.dispatchEvent(new CustomEvent('shopify:navigate', { bubbles: true }));
    else location.assign(href);
  };

  /** Whether an address belongs to the admin; it then opens there, in place of the app or beside it. */
  bridge.openInAdmin = (address, target) => {
    const admin = ADMIN_LINK.exec(address);
    if (!admin && target !== '_top' && target !== '_parent') return false;
    if (!bridge.embedded && !admin) return false;
    bridge.tell('navigate', { href: admin ? `shopify:admin${admin[1] ?? ''}` : new URL(address, location.href).href, newTab: target === '_blank' });
    return true;
  };

  const plainOpen = window.open.bind(window);
  window.open = (address = '', target = '_blank', ...rest) => (bridge.openInAdmin(String(address), target) ? null : plainOpen(address, target, ...rest));

  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href]');
    if (!link || event.defaultPrevented || event.button !== 0) return;
    if (bridge.openInAdmin(link.getAttribute('href'), link.target)) event.preventDefault();
  });
})(window.shopifyAppBridge);
