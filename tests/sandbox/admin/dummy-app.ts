import { serveLocally } from '../../harness/serve-locally.ts';

/** What the dummy app was asked. */
export interface Asked {
  path: string;
  authorization: string | undefined;
}

const page = (path: string, body: string) => `<!doctype html><html><head><title>Dummy ${path}</title>
<script src="https://cdn.shopify.com/shopifycloud/app-bridge.js" data-api-key="client"></script>
<style>body{font:14px system-ui;margin:0;padding:16px;background:#f1f1f1}.card{background:#fff;border-radius:12px;padding:16px;max-width:720px}</style></head>
<body><ui-nav-menu><a href="/" rel="home">Home</a><a href="/orders">Orders</a><a href="/settings">Settings</a></ui-nav-menu>${body}</body></html>`;

const home = page(
  '/',
  `<ui-title-bar title="Overview"><button variant="primary" onclick="shopify.toast.show('Refreshed', {action: 'Undo', onAction: () => document.getElementById('out').textContent = 'undone'})">Refresh</button></ui-title-bar>
  <div class="card"><h1>Home of the app</h1><form id="form" data-save-bar data-discard-confirmation onsubmit="event.preventDefault();document.getElementById('out').textContent='saved '+this.elements.reply.value"><label>Reply address <input name="reply" value="a@example.com"></label></form>
  <output id="out"></output><a id="admin-link" href="shopify:admin/orders/501">Order in the admin</a></div>
  <ui-modal id="question"><p>Really?</p><ui-title-bar title="A question"><button variant="primary" onclick="document.getElementById('out').textContent='yes';shopify.modal.hide('question')">Yes</button></ui-title-bar></ui-modal>`,
);
const other = (path: string) => page(path, `<ui-title-bar title="Page ${path}"><a variant="breadcrumb" href="/">Home</a></ui-title-bar><div class="card"><h1>At ${path}</h1></div>`);

/** A small embedded app: a home page with a form, a modal and a menu, and an endpoint that refuses the first token it sees. */
export async function openDummyApp() {
  const asked: Asked[] = [];
  let refuse = 0;
  const { base, close } = await serveLocally((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://app');
    asked.push({ path: request.url ?? '', authorization: request.headers.authorization });
    if (pathname === '/data') {
      if (refuse-- > 0) return response.writeHead(401, { 'X-Shopify-Retry-Invalid-Session-Request': '1' }).end();
      return response.setHeader('content-type', 'application/json').end(JSON.stringify({ authorization: request.headers.authorization ?? null }));
    }
    if (pathname === '/bounced' && !searchParams.has('id_token'))
      return response.writeHead(302, { location: `/session-token?shopify-reload=${encodeURIComponent('/bounced?kept=1')}` }).end();
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('content-security-policy', 'frame-ancestors https://quill.myshopify.com https://admin.shopify.com;');
    if (pathname === '/session-token') return response.end('<script data-api-key="client" src="https://cdn.shopify.com/shopifycloud/app-bridge.js"></script>');
    response.end(pathname === '/' ? home : other(pathname));
  });
  return {
    url: base,
    asked,
    /** The next so many tokens are answered as invalid. */
    refuseTokens: (many: number) => void (refuse = many),
    close,
  };
}
