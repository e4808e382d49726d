// What the app is, where it is shown, and how its page address is told to the admin.
((bridge) => {
  const LAUNCH = ['embedded', 'hmac', 'host', 'id_token', 'locale', 'session', 'shop', 'timestamp'];
  const KEPT = 'shopify-app-bridge-config';
  const query = new URLSearchParams(location.search);

  // Later documents of the app come without launch parameters, so the first ones are remembered for the tab.
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? '{}');
  const remembered = {
    shop: query.get('shop') ?? kept.shop,
    host: query.get('host') ?? kept.host,
    locale: query.get('locale') ?? kept.locale ?? 'en-US',
  };
  sessionStorage.setItem(KEPT, JSON.stringify(remembered));

  const apiKey = bridge.script.dataset.apiKey ?? document.querySelector('meta[name="shopify-api-key"]')?.content;
  if (!apiKey) throw new Error('App Bridge: the script tag has no data-api-key and the page no meta shopify-api-key');
  const disabled = (bridge.script.dataset.disabledFeatures ?? document.querySelector('meta[name="shopify-disabled-features"]')?.content ?? '').split(',');

  bridge.config = { apiKey, ...remembered, appOrigins: [], disabledFeatures: disabled.filter(Boolean), experimentalFeatures: [], debug: {} };
  bridge.embedded = window.parent !== window;
  bridge.disabled = (feature) => bridge.config.disabledFeatures.includes(feature);

  /** The page's address inside the app, without what only opens the app. */
  bridge.currentPath = () => {
    const url = new URL(location.href);
    for (const name of LAUNCH) url.searchParams.delete(name);
    return url.pathname + url.search + url.hash;
  };

  /** An id token for the one who looks at the admin; fresh for each call, as they live one minute. */
  bridge.idToken = () => bridge.ask('id-token');

  const handle = () => atob(remembered.host ?? '').split('/').pop();
  if (!bridge.embedded && remembered.host && !bridge.disabled('auto-redirect'))
    location.replace(`${bridge.adminOrigin}/store/${handle()}/apps/${apiKey}${bridge.currentPath()}`);

  // The app sends documents that came without a valid id token here; they are opened again with one.
  const reload = query.get('shopify-reload');
  if (bridge.embedded && reload)
    bridge.idToken().then((token) => {
      const target = new URL(reload, location.href);
      target.searchParams.set('id_token', token);
      location.replace(target);
    });
})(window.shopifyAppBridge);
