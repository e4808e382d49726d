/** Saves what an address answers as a file. By `fetch`, because a plain link would carry no sign-in out of Shopify's frame. */
export async function downloadDocument(address: string, fileName: string): Promise<void> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`The document was answered with ${answer.status}.`);
  const url = URL.createObjectURL(await answer.blob());
  const link = Object.assign(document.createElement('a'), { href: url, download: fileName });
  link.click();
  URL.revokeObjectURL(url);
}
