import { FetchedPhoto } from '#app/ui/fetched-photo.tsx';
import { useProblemWords } from './words.ts';

interface Props {
  problemId: string;
  photo: { id: string; width: number; height: number };
  number: number;
  count: number;
}

/** A customer's photo of a report. */
export function Photo({ problemId, photo: { id, ...size }, number, count }: Props) {
  const { t } = useProblemWords();
  const words = { alt: t('detail.photo', { number, count }), loading: t('detail.photoLoading', { number }), failed: t('detail.photoFailed'), retry: t('detail.photoRetry'), open: t('detail.photoOpen') };
  return <FetchedPhoto address={`/app/problems/${encodeURIComponent(problemId)}/photos/${encodeURIComponent(id)}`} size={size} words={words} />;
}
