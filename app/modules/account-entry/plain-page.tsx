import { renderToStaticMarkup } from 'react-dom/server';
import { acceptedLanguages, direction } from '#app/kernel/locales.ts';
import { accountWords } from './words.ts';

const headers = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' };
const style = 'body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1.5rem;box-sizing:border-box;font:17px/1.5 system-ui,sans-serif;color:#1f2328;background:#fff}main{max-width:32rem}h1{font-size:1.5rem;line-height:1.25}';

/** A page on our own address, for who cannot be sent back to a shop. */
export function plainPage(request: Request, kind: 'nowhere' | 'notBegunHere' | 'signedOut', status: number, cookies: readonly string[] = []): Response {
  const { t, locale } = accountWords(acceptedLanguages(request.headers.get('accept-language')));
  const page = renderToStaticMarkup(
    <html lang={locale} dir={direction(locale)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{t(`plain.${kind}.heading`)}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <main>
          <h1>{t(`plain.${kind}.heading`)}</h1>
          <p>{t(`plain.${kind}.text`)}</p>
        </main>
      </body>
    </html>,
  );
  return withCookies(new Response(`<!doctype html>${page}`, { status, headers: { ...headers, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'" } }), cookies);
}

/** Sends a browser on, with what it is to remember or forget; neither address nor cookie is kept by anybody in between. */
export function goTo(address: string, cookies: readonly string[] = []): Response {
  return withCookies(new Response(null, { status: 303, headers: { ...headers, location: address } }), cookies);
}

function withCookies(answer: Response, cookies: readonly string[]): Response {
  for (const cookie of cookies) answer.headers.append('set-cookie', cookie);
  return answer;
}
