import styles from './composer.module.css';
import type { useNaming } from './use-naming.ts';
import { useTicketWords } from './words.ts';

/** The colleagues who may be meant, above the field in which one is named. */
export function NamingList({ id, naming: { offered, chosen, choose } }: { id: string; naming: ReturnType<typeof useNaming> }) {
  const { t } = useTicketWords();
  if (offered.length === 0) return null;
  return (
    <div role="listbox" id={id} aria-label={t('composer.mention')} className={styles['names']}>
      {offered.map(({ id: staffId, name }) => (
        <div
          key={staffId}
          id={`${id}-${staffId}`}
          role="option"
          tabIndex={-1}
          aria-selected={staffId === chosen}
          className={styles['name']}
          // Before the field loses the caret.
          onMouseDown={(event) => {
            event.preventDefault();
            choose(name);
          }}
        >
          {name}
        </div>
      ))}
    </div>
  );
}
