import { useAdmin } from '#app/ui/admin.tsx';
import type { VersionHead } from '../desk/views.ts';
import { usePolicyWords } from './words.ts';

/** Says when a version was published, and by whom as far as is known. */
export function usePublished(): (head: VersionHead) => string {
  const { t } = usePolicyWords();
  const { formats } = useAdmin();
  return ({ publishedAt, publishedBy, name }) => {
    const at = formats.moment(publishedAt);
    if (name !== null) return t('versions.byName', { at, name });
    return t(publishedBy === null ? 'versions.byApp' : 'versions.byTeam', { at });
  };
}
