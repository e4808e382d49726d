import { KeysDialog } from '#app/ui/keys-dialog.tsx';
import { useTicketWords } from './words.ts';

const keys = [
  ['R', 'reply'],
  ['N', 'note'],
  ['F', 'forward'],
  ['A', 'assign'],
  ['M', 'take'],
  ['E', 'solve'],
  ['⇧ E', 'solveNext'],
  ['J', 'next'],
  ['K', 'previous'],
  ['U', 'back'],
  ['#', 'spam'],
  ['Ctrl ↵', 'send'],
  ['Ctrl ⇧ ↵', 'sendSolve'],
  ['Esc', 'leave'],
  ['?', 'list'],
] as const;

/** Every key that does something on a ticket's page. */
export function ShortcutsDialog({ onClose }: { onClose(): void }) {
  const { t } = useTicketWords();
  return <KeysDialog title={t('keys.title')} keys={keys.map(([key, does]) => [key, t(`keys.${does}`)])} onClose={onClose} />;
}
