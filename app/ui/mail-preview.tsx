import { BlockStack, Button, ButtonGroup, InlineStack } from '@shopify/polaris';
import { useState } from 'react';
import { useShellWords } from './words.ts';

interface Props {
  /** What a screen reader calls it. */
  title: string;
  html: string;
  height?: number;
}

const widths = { phone: 375, desktop: 700 } as const;

/** A mail as its reader sees it, on a phone or a computer, by day or by night. Foreign markup runs nothing and leads nowhere: an empty sandbox. */
export function MailPreview({ title, html, height = 720 }: Props) {
  const { t } = useShellWords();
  const [device, setDevice] = useState<keyof typeof widths>('desktop');
  const [night, setNight] = useState(false);
  return (
    <BlockStack gap="300">
      <InlineStack gap="300">
        <ButtonGroup variant="segmented">
          <Button pressed={device === 'phone'} onClick={() => setDevice('phone')}>
            {t('mail.phone')}
          </Button>
          <Button pressed={device === 'desktop'} onClick={() => setDevice('desktop')}>
            {t('mail.desktop')}
          </Button>
        </ButtonGroup>
        <ButtonGroup variant="segmented">
          <Button pressed={!night} onClick={() => setNight(false)}>
            {t('mail.light')}
          </Button>
          <Button pressed={night} onClick={() => setNight(true)}>
            {t('mail.dark')}
          </Button>
        </ButtonGroup>
      </InlineStack>
      <div style={{ overflowX: 'auto', textAlign: 'center' }}>
        <iframe
          title={title}
          sandbox=""
          srcDoc={inScheme(html, night)}
          style={{ border: '1px solid #e3e3e3', borderRadius: 8, width: '100%', minWidth: Math.min(widths[device], 320), maxWidth: widths[device], height, background: '#fff' }}
        />
      </div>
    </BlockStack>
  );
}

/** The mail decides by its reader's system; here the merchant does. */
function inScheme(html: string, night: boolean): string {
  return html.replaceAll('(prefers-color-scheme:dark)', night ? 'all' : 'not all');
}
