/** A browser that says it is one; bots are turned away. */
const browser = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36' };

/** What a merchant's first clicks do, without a browser: install the app and open its frame, so that it gets its token and begins to read the orders. */
export async function openApp({ base, handle, appHandle }: { base: string; handle: string; appHandle: string }): Promise<void> {
  await fetch(`${base}/store/${handle}/settings/install`, { method: 'POST', redirect: 'manual', headers: browser });
  const page = await fetch(`${base}/store/${handle}/apps/${appHandle}`, { headers: browser });
  const source = /<iframe[^>]*\ssrc="([^"]+)"/.exec(await page.text())?.[1]?.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=');
  if (!source) throw new Error(`The admin shows no app frame at ${page.url}.`);
  const answer = await fetch(source, { headers: browser });
  if (!answer.ok) throw new Error(`The app did not open in the admin: ${answer.status} ${wordsOf(await answer.text())}`);
}

/** The beginning of what a page says to a person. */
function wordsOf(page: string): string {
  return page
    .replace(/<(script|style|head)\b.*?<\/\1>/gs, '')
    .replace(/<[^>]+>|\s+/g, ' ')
    .trim()
    .slice(0, 300);
}
