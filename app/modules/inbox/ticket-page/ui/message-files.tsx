import { Button } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { downloadDocument } from '#app/ui/download-document.ts';
import type { ShownFile } from '../ticket-view.ts';
import { FilePicture } from './file-picture.tsx';
import { fileSize } from './file-size.ts';
import styles from './ticket.module.css';
import { useTicketWords } from './words.ts';

/** Shown as pictures: what a browser draws without running anything. */
const drawn: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp']);
const largestDrawn = 8 * 1024 * 1024;

/** The files of a message: pictures as such, everything to be saved. */
export function MessageFiles({ files }: { files: readonly ShownFile[] }) {
  const { t } = useTicketWords();
  const { locale } = useAdmin();
  if (files.length === 0) return null;
  return (
    <ul className={styles['files']}>
      {files.map((file) => {
        const called = file.name ?? t('files.unnamed', { type: file.type });
        const address = `/app/inbox/files/${file.id}`;
        return (
          <li key={file.id} className={styles['file']}>
            {drawn.has(file.type) && file.size <= largestDrawn && <FilePicture address={address} name={called} />}
            <span className={styles['quiet']} dir="auto">
              <Button variant="plain" size="micro" onClick={() => void downloadDocument(address, called)} accessibilityLabel={t('files.save', { name: called })}>
                {called}
              </Button>{' '}
              {fileSize(file.size, locale)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
