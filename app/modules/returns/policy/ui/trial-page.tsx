import { BlockStack, Card, Page, ProgressBar, Text } from '@shopify/polaris';
import { SearchIcon } from '@shopify/polaris-icons';
import { Empty } from '#app/ui/empty.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { TrialPageView } from '../desk/try-draft.server.ts';
import { ChangesList } from './changes-list.tsx';
import { ProblemsBanner } from './problems-banner.tsx';
import { TrialCases } from './trial-cases.tsx';
import { TrialCauses } from './trial-causes.tsx';
import { TrialSums } from './trial-sums.tsx';
import { useTrial } from './use-trial.ts';
import { usePolicyWords } from './words.ts';

/** What the changed policy would have done to the past 90 days of returns, before anybody is promised it. */
export function TrialPage({ view }: { view: TrialPageView }) {
  const { t } = usePolicyWords();
  const none = view.revision === 0 || view.changes.length === 0 ? 'nothing' : view.returns === 0 ? 'noReturns' : null;
  return (
    <Page title={t('try.title')} subtitle={t(view.isFirst ? 'try.introFirst' : 'try.intro')} narrowWidth backAction={{ content: t('title'), url: '/app/settings/returns' }}>
      <BlockStack gap="400">
        {none ? (
          <Card>
            <Empty icon={SearchIcon} title={t(`try.${none}`)} text={t(`try.${none}Text`)} />
          </Card>
        ) : (
          <Running key={view.revision} view={view} />
        )}
        {view.changes.length > 0 && (
          <TitledCard title={t('try.changes')}>
            <ChangesList changes={view.changes} />
          </TitledCard>
        )}
      </BlockStack>
    </Page>
  );
}

function Running({ view: { revision, returns } }: { view: TrialPageView }) {
  const { t, name } = usePolicyWords();
  const { trial, done, refused } = useTrial(revision);
  const read = trial?.returns ?? 0;
  return (
    <>
      <ProblemsBanner refused={refused === null ? null : name('refused', refused)} problems={[]} />
      {!done && refused === null && (
        <TitledCard title={t('try.running')} gap="200">
          <ProgressBar progress={Math.min(100, (read / returns) * 100)} size="small" animated={false} ariaLabelledBy="trial-progress" />
          <div role="status" id="trial-progress">
            <Text as="p" tone="subdued">
              {t('try.progress', { done: read, total: returns })}
            </Text>
          </div>
        </TitledCard>
      )}
      {trial && (
        <>
          <TrialSums trial={trial} done={done} />
          <TrialCauses causes={trial.causes} />
          <TrialCases title={t('try.worseOff')} text={t('try.worseOffText')} cases={trial.worseOff} all={trial.worse + trial.mixed} />
          <TrialCases title={t('try.betterOff')} text={t('try.betterOffText')} cases={trial.betterOff} all={trial.better} />
        </>
      )}
    </>
  );
}
