import { Button, ButtonGroup } from '@shopify/polaris';
import { ChevronDownIcon, ChevronUpIcon } from '@shopify/polaris-icons';
import { useWalk } from './walk.tsx';
import { useTicketWords } from './words.ts';

/** To the conversation before or after this one in the list it was opened from. */
export function WalkButtons() {
  const { t } = useTicketWords();
  const walk = useWalk();
  if (!walk) return null;
  return (
    <ButtonGroup variant="segmented">
      <Button icon={ChevronUpIcon} disabled={walk.previous === null} onClick={() => walk.go('previous')} accessibilityLabel={t('walk.previous')} />
      <Button icon={ChevronDownIcon} disabled={walk.next === null} onClick={() => walk.go('next')} accessibilityLabel={t('walk.next')} />
    </ButtonGroup>
  );
}
