import { Button, InlineError, Tag } from '@shopify/polaris';
import { AttachmentIcon } from '@shopify/polaris-icons';
import { useRef, useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import type { DraftFile, DraftMode } from '../../replies/drafts/draft.ts';
import { fileSize } from './file-size.ts';
import { postWriting } from './post-writing.ts';
import { useTicketWords } from './words.ts';

interface Props {
  ticketId: number;
  mode: DraftMode;
  files: readonly DraftFile[];
  onChange(files: readonly DraftFile[]): void;
}

/** Files that go along; each is on the server as soon as it is chosen, so that it is there with the draft. */
export function ComposerFiles({ ticketId, mode, files, onChange }: Props) {
  const { t, name } = useTicketWords();
  const { locale } = useAdmin();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const put = async (chosen: readonly File[]) => {
    setBusy(true);
    setRefused(null);
    let own = files;
    for (const file of chosen) {
      const answer = await postWriting(ticketId, { intent: 'file', mode, file });
      if (answer?.is === 'put') onChange((own = [...own, answer.file]));
      else setRefused(answer?.is === 'refused' ? answer.why : 'unanswered');
    }
    setBusy(false);
  };
  const take = async (id: string) => {
    const answer = await postWriting(ticketId, { intent: 'remove-file', file: id });
    if (answer?.is === 'kept') onChange(files.filter((file) => file.id !== id));
    else setRefused('unanswered');
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          void put([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <Button variant="tertiary" icon={AttachmentIcon} loading={busy} onClick={() => input.current?.click()}>
        {t('composer.attach')}
      </Button>
      {files.map(({ id, filename, size }) => (
        <Tag key={id} onRemove={() => void take(id)}>
          {`${filename} · ${fileSize(size, locale)}`}
        </Tag>
      ))}
      {refused !== null && <InlineError fieldID="ticket-files" message={name('refused', refused)} />}
    </>
  );
}
