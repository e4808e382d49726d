import { html, type Html } from '../mailbox/pages/html.ts';

const style: Html = {
  html: `<style>
*{box-sizing:border-box}body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1.25rem;background:#f4f5f6;color:#1d2327;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'PingFang SC',sans-serif}
main{width:min(100%,26rem);background:#fff;border:1px solid #dfe3e6;border-radius:12px;padding:2rem 1.75rem}h1{font-size:1.35rem;margin:.2rem 0 .5rem}p{margin:0 0 1rem}.shop{font-weight:600;margin:0}
label{display:block;font-weight:600;margin-bottom:.3rem}input{width:100%;font:inherit;padding:.75rem .8rem;border:1px solid #5b646b;border-radius:8px;margin-bottom:1rem}
button{width:100%;font:inherit;font-weight:600;min-height:48px;border:0;border-radius:8px;background:#1f5f8b;color:#fff;cursor:pointer}.error{font-weight:600;color:#a3260f}:focus-visible{outline:3px solid #d98a1b;outline-offset:2px}
</style>`,
};

function page(title: string, shopName: string, body: Html): string {
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>${style}</head>
<body><main><p class="shop">${shopName}</p><h1>${title}</h1>${body}</main></body></html>`.html;
}

interface Step {
  shopName: string;
  /** Where the form goes. */
  action: string;
  pending: string;
  error: string | null;
}

const told = (error: string | null): Html | null => (error === null ? null : html`<p class="error" role="alert">${error}</p>`);

/** The first step: who signs in. */
export function addressPage({ shopName, action, pending, error }: Step): string {
  return page(
    'Sign in',
    shopName,
    html`<p>Enter your email and we’ll send you a code.</p>${told(error)}<form method="post" action="${action}"><input type="hidden" name="pending" value="${pending}">
<label for="email">Email</label><input id="email" name="email" type="email" autocomplete="email" required><button type="submit">Continue</button></form>`,
  );
}

/** The second: the code that was mailed. */
export function codePage({ shopName, action, pending, error, email }: Step & { email: string }): string {
  return page(
    'Enter your code',
    shopName,
    html`<p>We sent a code to ${email}.</p>${told(error)}<form method="post" action="${action}"><input type="hidden" name="pending" value="${pending}">
<label for="code">6-digit code</label><input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="6" required><button type="submit">Submit</button></form>`,
  );
}

/** What an app is told that cannot be told at the address it named. */
export function refusalPage(shopName: string, { error, description }: { error: string; description: string }): string {
  return page('This sign-in cannot go on', shopName, html`<p>${description}</p><p><code>${error}</code></p>`);
}
