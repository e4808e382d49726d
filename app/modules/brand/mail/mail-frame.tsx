import { Body, Column, Container, Head, Heading, Html, Img, Link, Preview, Row, Text } from '@react-email/components';
import { Fragment, type ReactNode } from 'react';
import { direction } from '#app/kernel/locales.ts';
import type { Brand } from '../brand.ts';
import { networkNames } from '../network-names.ts';
import { darkStyles, mailLook, type MailLook } from './mail-look.ts';

export interface MailFrameProps {
  brand: Brand;
  locale: string;
  title: string;
  heading: string;
  /** What lists of mails show beside the subject. */
  preview: string;
  /** Why this mail was sent, below the sheet. */
  sentBecause: string;
  /** Where its reader says what they want to hear. */
  preferences?: { label: string; url: string };
  children: ReactNode;
}

/** The one form of a mail: the shop's head, a sheet with what it says, the shop's foot. */
export function MailFrame({ brand, locale, title, heading, preview, sentBecause, preferences, children }: MailFrameProps) {
  const look = mailLook(brand);
  const dir = direction(locale);
  return (
    <Html lang={locale} dir={dir}>
      <Head>
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{darkStyles(brand)}</style>
      </Head>
      <Body className="ground" style={look.body}>
        <Preview>{preview}</Preview>
        <Row className="ground" style={look.ground} dir={dir} lang={locale}>
          <Column style={look.page}>
            <Container style={look.width}>
              <Row>
                <Column style={look.head}>
                  <ShopHead brand={brand} look={look} />
                </Column>
              </Row>
              <Row className="sheet" style={look.sheet}>
                <Column style={look.inside}>
                  <Heading as="h1" className="ink" style={look.heading}>
                    {heading}
                  </Heading>
                  {children}
                </Column>
              </Row>
              <Row>
                <Column style={look.foot}>
                  <ShopFoot brand={brand} look={look} sentBecause={sentBecause} preferences={preferences} />
                </Column>
              </Row>
            </Container>
          </Column>
        </Row>
      </Body>
    </Html>
  );
}

function ShopHead({ brand: { logo, shopName, shopUrl }, look }: { brand: Brand; look: MailLook }) {
  if (!logo) {
    return (
      <Text className="on-ground" style={look.shop}>
        {shopName}
      </Text>
    );
  }
  const picture = <Img className="logo" src={logo.url} alt={shopName} height={logo.height} {...(logo.width === null ? {} : { width: logo.width })} style={look.logo} />;
  return shopUrl === null ? picture : <Link href={shopUrl}>{picture}</Link>;
}

function ShopFoot({ brand: { footer, address, links }, look, sentBecause, preferences }: { brand: Brand; look: MailLook } & Pick<MailFrameProps, 'sentBecause' | 'preferences'>) {
  return (
    <>
      {footer !== '' && <Lines text={footer} look={look} />}
      {links.length > 0 && (
        <Text className="on-ground" style={look.footer}>
          {links.map(({ network, url }, at) => (
            <Fragment key={network}>
              {at > 0 && ' · '}
              <Link href={url} className="on-ground" style={look.footerLink}>
                {networkNames[network]}
              </Link>
            </Fragment>
          ))}
        </Text>
      )}
      <Text className="on-ground" style={look.footer}>
        {sentBecause}
        {preferences && (
          <>
            <br />
            <Link href={preferences.url} className="on-ground" style={look.footerLink}>
              {preferences.label}
            </Link>
          </>
        )}
      </Text>
      {address !== '' && <Lines text={address} look={look} />}
    </>
  );
}

function Lines({ text, look }: { text: string; look: MailLook }) {
  return (
    <Text className="on-ground" style={look.footer}>
      {text.split('\n').map((line, at) => (
        <Fragment key={at}>
          {at > 0 && <br />}
          {line}
        </Fragment>
      ))}
    </Text>
  );
}
