import { BlockStack, Button, InlineError, SkeletonThumbnail } from '@shopify/polaris';
import { useEffect, useState } from 'react';
import { useProblemWords } from './words.ts';

interface Props {
  problemId: string;
  photo: { id: string; width: number; height: number };
  number: number;
  count: number;
}

/** A customer's photo; one that could not be loaded may be asked for again. */
export function Photo(props: Props) {
  const [tries, setTries] = useState(0);
  return <OneTry key={tries} {...props} onRetry={() => setTries(tries + 1)} />;
}

function OneTry({ problemId, photo, number, count, onRetry }: Props & { onRetry(): void }) {
  const { t } = useProblemWords();
  const shown = usePhoto(`/app/problems/${encodeURIComponent(problemId)}/photos/${encodeURIComponent(photo.id)}`);
  if (shown === 'failed') {
    return (
      <BlockStack gap="200" inlineAlign="start">
        <InlineError fieldID={photo.id} message={t('detail.photoFailed')} />
        <Button onClick={onRetry}>{t('detail.photoRetry')}</Button>
      </BlockStack>
    );
  }
  if (shown === null) {
    return (
      <div role="status" aria-label={t('detail.photoLoading', { number })}>
        <SkeletonThumbnail size="large" />
      </div>
    );
  }
  return (
    <a href={shown} target="_blank" rel="noreferrer" title={t('detail.photoOpen')}>
      <img
        src={shown}
        width={photo.width}
        height={photo.height}
        alt={t('detail.photo', { number, count })}
        style={{ display: 'block', maxWidth: '100%', width: 320, height: 'auto', borderRadius: 8 }}
      />
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
