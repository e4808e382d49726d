import { Button, Column, Row, Text } from '@react-email/components';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Brand } from './brand.ts';
import { MailFrame } from './mail/mail-frame.tsx';
import { mailLook } from './mail/mail-look.ts';
import { brandWords } from './words.ts';

/** A mail that shows what the brand is made of. */
export function sampleMail(brand: Brand, wished: string): string {
  const { t, locale } = brandWords(wished);
  const look = mailLook(brand);
  const heading = t('sample.heading');
  return `<!doctype html>${renderToStaticMarkup(
    <MailFrame brand={brand} locale={locale} title={heading} heading={heading} preview={t('sample.text')} sentBecause={t('sample.sentBecause', { shop: brand.shopName })}>
      <Text className="ink" style={look.paragraph}>
        {t('sample.text')}
      </Text>
      <Row>
        <Column style={look.actions}>
          <Button href={brand.shopUrl ?? undefined} className="button" style={look.button}>
            {t('sample.action')}
          </Button>
        </Column>
      </Row>
    </MailFrame>,
  )}`;
}
