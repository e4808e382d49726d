import { KeysDialog } from '#app/ui/keys-dialog.tsx';
import { useDeskWords } from './words.ts';

const keys = [
  ['J', 'next'],
  ['K', 'previous'],
  ['↵', 'open'],
  ['X', 'choose'],
  ['E', 'solve'],
  ['M', 'take'],
  ['#', 'spam'],
  ['Z', 'undo'],
  ['C', 'begin'],
  ['/', 'search'],
  ['?', 'list'],
] as const;

/** Every key that does something in the list. */
export function DeskKeys({ onClose }: { onClose(): void }) {
  const { t } = useDeskWords();
  return <KeysDialog title={t('keys.title')} keys={keys.map(([key, does]) => [key, t(`keys.${does}`)])} onClose={onClose} />;
}
