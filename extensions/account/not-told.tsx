import type { Known } from './use-told.ts';

interface Props {
  known: Exclude<Known<unknown>, { is: 'told' }>;
  translate(key: string): string;
  again(): void;
  signIn(): void;
}

/** What stands there instead of an answer: that it is on its way, or what to do. */
export function NotTold({ known, translate, again, signIn }: Props) {
  switch (known.is) {
    case 'loading':
      return (
        <s-stack gap="small" accessibilityRole="status">
          <s-spinner accessibilityLabel={translate('loading')} />
          <s-skeleton-paragraph />
        </s-stack>
      );
    case 'signed-out':
      return (
        <s-stack gap="base">
          <s-text>{translate('signIn.text')}</s-text>
          <s-button onClick={signIn}>{translate('signIn.button')}</s-button>
        </s-stack>
      );
    case 'waiting':
      return <s-text color="subdued">{translate('preview')}</s-text>;
    case 'unknown':
      return <s-text color="subdued">{translate('unknown')}</s-text>;
    case 'failed':
      return (
        <s-banner tone="warning" heading={translate('failed.heading')}>
          <s-stack gap="base">
            <s-text>{translate('failed.text')}</s-text>
            <s-button variant="secondary" onClick={again}>{translate('failed.again')}</s-button>
          </s-stack>
        </s-banner>
      );
  }
}
