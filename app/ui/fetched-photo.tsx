import { BlockStack, Button, InlineError, SkeletonThumbnail } from '@shopify/polaris';
import { useEffect, useState } from 'react';

interface Props {
  address: string;
  /** As it was measured; null where nobody did. */
  size: { width: number; height: number } | null;
  /** How wide it is shown at most. */
  shownWidth?: number;
  words: { alt: string; loading: string; failed: string; retry: string; open: string };
}

/** A photo that only people of the shop may see; one that could not be loaded may be asked for again. */
export function FetchedPhoto(props: Props) {
  const [tries, setTries] = useState(0);
  return <OneTry key={tries} {...props} onRetry={() => setTries(tries + 1)} />;
}

function OneTry({ address, size, shownWidth = 320, words, onRetry }: Props & { onRetry(): void }) {
  const shown = usePhoto(address);
  if (shown === 'failed') {
    return (
      <BlockStack gap="200" inlineAlign="start">
        <InlineError fieldID={address} message={words.failed} />
        <Button onClick={onRetry}>{words.retry}</Button>
      </BlockStack>
    );
  }
  if (shown === null) {
    return (
      <div role="status" aria-label={words.loading}>
        <SkeletonThumbnail size="large" />
      </div>
    );
  }
  return (
    <a href={shown} target="_blank" rel="noreferrer" title={words.open}>
      <img src={shown} {...size} alt={words.alt} style={{ display: 'block', maxWidth: '100%', width: shownWidth, height: 'auto', borderRadius: 8 }} />
    </a>
  );
}

/** An address under which the browser shows the photo, null on its way. By `fetch`: a plain picture would carry no sign-in out of Shopify's frame. */
function usePhoto(address: string): string | 'failed' | null {
  const [shown, setShown] = useState<string | 'failed' | null>(null);
  useEffect(() => {
    const gone = new AbortController();
    let url: string | null = null;
    loadPhoto(address, gone.signal).then(
      (bytes) => {
        if (gone.signal.aborted) return;
        url = URL.createObjectURL(bytes);
        setShown(url);
      },
      () => {
        if (!gone.signal.aborted) setShown('failed');
      },
    );
    return () => {
      gone.abort();
      if (url) URL.revokeObjectURL(url);
    };
  }, [address]);
  return shown;
}

async function loadPhoto(address: string, signal: AbortSignal): Promise<Blob> {
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new Error(`The photo was answered with ${answer.status}.`);
  return answer.blob();
}
