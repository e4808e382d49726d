import { useWords } from '#app/ui/words.ts';
import type en from './i18n/en.json';

/** The words of teams and their people. */
export const useTeamWords = () => useWords<typeof en>('inboxTeams');
