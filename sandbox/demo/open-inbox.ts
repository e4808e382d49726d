import { browser, visitApp } from '../machine/open-app.ts';

interface Shop {
  base: string;
  handle: string;
  appHandle: string;
  /** Where the app answers. */
  app: string;
  name: string;
  supportAddress: string;
}

/** What a merchant does on the page of addresses: names the one that customers write to, and has it tested. */
export async function openInbox(shop: Shop): Promise<void> {
  const token = new URL(await visitApp(shop)).searchParams.get('id_token') ?? '';
  const click = async (fields: Record<string, string>) => {
    const answer = await fetch(`${shop.app}/app/settings/mailboxes.data`, { method: 'POST', headers: { ...browser, authorization: `Bearer ${token}` }, body: new URLSearchParams(fields) });
    const said = await answer.text();
    if (!answer.ok || !/"(saved|done)"/.test(said)) throw new Error(`The support address was answered ${answer.status}: ${said.slice(0, 300)}`);
    return /"saved","([0-9a-f-]{36})"/.exec(said)?.[1] ?? '';
  };
  const id = await click({ intent: 'save-mailbox', address: shop.supportAddress, name: shop.name, wayIn: 'door' });
  await click({ intent: 'send-check', id });
}
