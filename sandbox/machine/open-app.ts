/** A browser that says it is one; bots are turned away. */
export const browser = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36' };

/** An app in a shop's admin. */
interface InAdmin {
  base: string;
  handle: string;
  appHandle: string;
}

/** What a merchant's first clicks do, without a browser: install the app and open its frame, so that it gets its token and begins to read the orders. */
export async function openApp(app: InAdmin): Promise<void> {
  await fetch(`${app.base}/store/${app.handle}/settings/install`, { method: 'POST', redirect: 'manual', headers: browser });
  await visitApp(app);
}

/** Opens the frame of an app that is installed; its address, with the merchant's token in it. */
export async function visitApp({ base, handle, appHandle }: InAdmin): Promise<string> {
  const page = await fetch(`${base}/store/${handle}/apps/${appHandle}`, { headers: browser });
  const source = /<iframe[^>]*\ssrc="([^"]+)"/.exec(await page.text())?.[1]?.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=');
  if (!source) throw new Error(`The admin shows no app frame at ${page.url}.`);
  const answer = await fetch(source, { headers: browser });
  if (!answer.ok) throw new Error(`The app did not open in the admin: ${answer.status} ${wordsOf(await answer.text())}`);
  return source;
}

/** The beginning of what a page says to a person. */
function wordsOf(page: string): string {
  return page
    .replace(/<(script|style|head)\b.*?<\/\1>/gs, '')
    .replace(/<[^>]+>|\s+/g, ' ')
    .trim()
    .slice(0, 300);
}
