import { BlockStack, Box, Button, ButtonGroup, Card, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import type { MessageDetail } from '../index.server.ts';
import { couriers } from '../message.ts';
import { useMessageWords } from './words.ts';

/** A message as its reader saw it: a mail in its form or as plain text, a text message as on a phone; of what another service made, what that was given. */
export function MessagePreview({ message }: { message: MessageDetail }) {
  const { t } = useMessageWords();
  const [plain, setPlain] = useState(false);
  const { html, secret } = message;
  const isCarried = couriers.some((channel) => channel === message.channel);
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" gap="200" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {t(isCarried ? 'detail.given' : 'detail.preview')}
          </Text>
          {html !== null && !secret && (
            <ButtonGroup variant="segmented">
              <Button pressed={!plain} onClick={() => setPlain(false)}>
                {t('detail.html')}
              </Button>
              <Button pressed={plain} onClick={() => setPlain(true)}>
                {t('detail.plain')}
              </Button>
            </ButtonGroup>
          )}
        </InlineStack>
        <Words message={message} plain={plain} />
      </BlockStack>
    </Card>
  );
}

/** Foreign markup runs nothing, loads nothing of ours and leads nowhere: an empty sandbox. */
function Words({ message, plain }: { message: MessageDetail; plain: boolean }) {
  const { t } = useMessageWords();
  if (message.secret) {
    return (
      <Text as="p" tone="subdued">
        {t('detail.secret')}
      </Text>
    );
  }
  if (message.html !== null && !plain) {
    return <iframe title={t('detail.frame')} sandbox="" srcDoc={message.html} style={{ border: 0, width: '100%', height: '60vh', background: '#fff' }} />;
  }
  const written = <div lang={message.locale} dir="auto" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{message.text}</div>;
  if (message.channel === 'email') return written;
  return (
    <Box maxWidth="320px" padding="300" borderRadius="300" background="bg-surface-secondary">
      {written}
    </Box>
  );
}
