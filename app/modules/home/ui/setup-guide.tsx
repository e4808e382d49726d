import { BlockStack, Box, Button, Card, Icon, InlineStack, ProgressBar, Text } from '@shopify/polaris';
import { CheckCircleIcon, XSmallIcon } from '@shopify/polaris-icons';
import { useId } from 'react';
import type { HomeOverview, HomePlaces } from '../views.ts';
import { useThemeBlock } from './use-theme-block.ts';
import { useHomeWords } from './words.ts';

export type SetupIntent = 'dismiss-setup' | 'tracking-opened';

interface Props {
  setup: HomeOverview['setup'];
  places: HomePlaces;
  onMark(intent: SetupIntent): void;
}

/** The steps to a shop that is looked after; each is done by doing it, and the guide can be put away. */
export function SetupGuide({ setup, places, onMark }: Props) {
  const { t } = useHomeWords();
  const block = useThemeBlock();
  const title = useId();
  const steps: Step[] = [
    { key: 'history', done: setup.historyImported },
    {
      key: 'tracking',
      done: setup.trackingPageOpened,
      action: <Button url={places.trackingPage} target="_blank" onClick={() => onMark('tracking-opened')}>{t('setup.trackingAction')}</Button>,
    },
    {
      key: 'theme',
      done: block === 'placed',
      note: block === 'unknown' ? t('setup.themeUnknown') : undefined,
      action: <Button url={places.themeEditor} target="_blank">{t('setup.themeAction')}</Button>,
    },
    { key: 'sender', done: setup.senderTested, action: <Button url="/app/settings">{t('setup.senderAction')}</Button> },
    { key: 'inbox', done: setup.addressProved, action: <Button url="/app/settings/mailboxes">{t('setup.inboxAction')}</Button> },
    { key: 'returns', done: setup.returnsOpen, action: <Button url="/app/settings/returns">{t('setup.returnsAction')}</Button> },
  ];
  const done = steps.filter((step) => step.done).length;
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="start" wrap={false} gap="200">
          <BlockStack gap="100">
            <Text as="h2" variant="headingMd" id={title}>
              {t('setup.title')}
            </Text>
            <Text as="p" tone="subdued">
              {t('setup.progress', { done, total: steps.length })}
            </Text>
          </BlockStack>
          <Button variant="tertiary" icon={XSmallIcon} accessibilityLabel={t('setup.dismiss')} onClick={() => onMark('dismiss-setup')} />
        </InlineStack>
        <ProgressBar progress={(done / steps.length) * 100} size="small" tone="success" animated={false} ariaLabelledBy={title} />
        <BlockStack as="ol" gap="400">
          {steps.map((step) => (
            <li key={step.key}>
              <StepRow step={step} />
            </li>
          ))}
        </BlockStack>
      </BlockStack>
    </Card>
  );
}

interface Step {
  key: 'history' | 'tracking' | 'theme' | 'sender' | 'inbox' | 'returns';
  done: boolean;
  note?: string;
  action?: React.ReactNode;
}

function StepRow({ step }: { step: Step }) {
  const { t } = useHomeWords();
  return (
    <InlineStack gap="300" wrap={false} blockAlign="start">
      <Box>
        <Icon
          source={step.done ? CheckCircleIcon : OpenCircle}
          tone={step.done ? 'success' : 'subdued'}
          accessibilityLabel={t(step.done ? 'setup.done' : 'setup.toDo')}
        />
      </Box>
      <BlockStack gap="200" inlineAlign="start">
        <Text as="h3" variant="headingSm">
          {t(`setup.${step.key}`)}
        </Text>
        {!step.done && (
          <>
            <Text as="p">{t(`setup.${step.key}Text`)}</Text>
            {step.note && (
              <Text as="p" tone="subdued">
                {step.note}
              </Text>
            )}
            {step.action}
          </>
        )}
      </BlockStack>
    </InlineStack>
  );
}

/** The outline of the check mark that is still to come; the icon set has none. */
function OpenCircle() {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true">
      <path fillRule="evenodd" d="M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm-5.5 7a5.5 5.5 0 1 1 11 0 5.5 5.5 0 0 1-11 0Z" />
    </svg>
  );
}
