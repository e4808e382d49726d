const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** What the tunnel shows while the app's own process does not answer; it looks again by itself. */
export function appDownPage(appLocal: string, reason: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="2"><title>The app is not answering</title>
<style>body{font:14px/1.5 system-ui,sans-serif;color:#303030;background:#f1f1f1;margin:0;display:grid;place-items:center;min-height:100vh}
main{background:#fff;border-radius:12px;padding:24px 28px;max-width:30rem;margin:16px;box-shadow:0 1px 2px #0002}h1{font-size:16px;margin:0 0 8px}code{word-break:break-all}</style></head>
<body><main><h1>The app is not answering</h1>
<p>It is starting or was stopped. This page looks again every two seconds.</p>
<p>Its own process is expected at <code>${escaped(appLocal)}</code> (${escaped(reason)}).</p></main></body></html>`;
}
