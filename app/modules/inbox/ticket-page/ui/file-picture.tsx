import { useFetchedFile } from './use-fetched.ts';
import styles from './ticket.module.css';
import { useTicketWords } from './words.ts';

/** A picture somebody sent, small; whole in a window of its own. Its room is there before it is. */
export function FilePicture({ address, name }: { address: string; name: string }) {
  const { t } = useTicketWords();
  const shown = useFetchedFile(address);
  if (shown === 'failed') return <span className={styles['quiet']}>{t('files.failed')}</span>;
  if (shown === null) return <span className={styles['picture']} role="status" aria-label={t('files.loading', { name })} />;
  return (
    <a href={shown} target="_blank" rel="noreferrer" title={t('files.open')}>
      <img className={styles['picture']} src={shown} alt={name} />
    </a>
  );
}
