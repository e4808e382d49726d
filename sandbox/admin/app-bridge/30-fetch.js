// fetch as App Bridge changes it: requests to the app carry an id token, and `shopify:admin/api/...` reaches the Admin API with the app's rights.
((bridge) => {
  if (bridge.disabled('fetch')) return;
  const DIRECT = /^shopify:\/{0,2}admin\/api\/(?:[\w-]+\/)?graphql\.json$/;
  const plainFetch = window.fetch.bind(window);

  const toApp = (url) => url.origin === location.origin || url.hostname.endsWith(`.${location.hostname}`) || bridge.config.appOrigins.includes(url.origin);

  async function withToken(request) {
    const authorized = new Request(request);
    if (!authorized.headers.has('Authorization')) authorized.headers.set('Authorization', `Bearer ${await bridge.idToken()}`);
    authorized.headers.set('X-Requested-With', 'XMLHttpRequest');
    return authorized;
  }

  async function direct(request) {
    const { status, body } = await bridge.ask('direct-api', { body: await request.text() });
    return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
  }

  window.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (DIRECT.test(address)) return direct(new Request(location.origin, input instanceof Request ? input : { method: 'POST', ...init }));
    if (!bridge.embedded || !toApp(new URL(address, location.href))) return plainFetch(input, init);
    const request = new Request(input, init);
    const spare = request.clone();
    const answer = await plainFetch(await withToken(request));
    const again = answer.headers.get('X-Shopify-API-Request-Failure-Reauthorize-Url');
    if (again) bridge.tell('navigate', { href: new URL(again, location.href).href });
    if (answer.status !== 401 || !answer.headers.has('X-Shopify-Retry-Invalid-Session-Request')) return answer;
    return plainFetch(await withToken(spare));
  };
})(window.shopifyAppBridge);
