import { Banner } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { useReturnWords } from '../words.ts';
import type { WorkAnswer } from '../../processing/answers.ts';

/** What came of work on a return, where it is not simply done. */
export function WorkAnswerBanner({ answer, currency }: { answer: WorkAnswer; currency: string | null }) {
  const { t } = useReturnWords();
  const { formats } = useAdmin();
  if (answer.is === 'done') return null;
  const money = (minor: number) => (currency === null ? '' : formats.money({ minor, currency }));
  const calm = answer.is === 'running' || answer.is === 'busy';
  const said = () => {
    if (answer.is === 'moved' && answer.now) return t(answer.now.owed > 0 ? 'work.movedOwed' : 'work.movedTo', { amount: money(answer.now.owed > 0 ? answer.now.owed : answer.now.refund) });
    if (answer.is === 'too_much') return 'left' in answer.refusal ? t('work.tooMuch', { amount: money(answer.refusal.left) }) : t('work.moved');
    return t(`work.${answer.is}`);
  };
  return (
    <Banner tone={calm ? 'info' : 'critical'}>
      <p>{said()}</p>
    </Banner>
  );
}
