import { useEffect, useState } from 'react';

type Fetched<Value> = { is: 'loading' } | { is: 'failed' } | { is: 'there'; value: Value };

/** What an address answers, beside the page's own data: where it fails, the page stays. By `fetch`, which alone carries a sign-in out of Shopify's frame. */
function useFetched<Value>(address: string, read: (answer: Response) => Promise<Value>): Fetched<Value> {
  const [fetched, setFetched] = useState<Fetched<Value>>({ is: 'loading' });
  useEffect(() => {
    const gone = new AbortController();
    fetchWhole(address, gone.signal)
      .then(read)
      .then((value) => setFetched({ is: 'there', value }))
      .catch(() => {
        if (!gone.signal.aborted) setFetched({ is: 'failed' });
      });
    return () => gone.abort();
  }, [address, read]);
  return fetched;
}

/** A document of ours. */
export function useFetchedJson<Value>(address: string): Fetched<Value> {
  return useFetched<Value>(address, readJson);
}

const readJson = (answer: Response) => answer.json();

/** A file as an address of this page; null on its way. */
export function useFetchedFile(address: string): string | 'failed' | null {
  const file = useFetched(address, readAsUrl);
  const url = file.is === 'there' ? file.value : null;
  useEffect(() => (url === null ? undefined : () => URL.revokeObjectURL(url)), [url]);
  return file.is === 'failed' ? 'failed' : url;
}

const readAsUrl = async (answer: Response) => URL.createObjectURL(await answer.blob());

/** An answer that is none of a failure. */
export async function fetchWhole(address: string, signal: AbortSignal): Promise<Response> {
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new Error(`${address} was answered with ${answer.status}.`);
  return answer;
}
