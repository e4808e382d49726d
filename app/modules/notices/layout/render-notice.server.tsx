import { Body, Button, Column, Container, Head, Heading, Hr, Html, Img, Link, Preview, Row, Section, Text } from '@react-email/components';
import { Fragment } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { direction } from '#app/kernel/locales.ts';
import type { Piece } from '../own-words/markup.ts';
import type { NoticeDraft } from '../text/notice-draft.ts';
import { darkStyles, look } from './look.ts';
import { plainText, wordsOf } from './plain-text.ts';

/** A notice as HTML that every mail program shows, by day and by night, and as plain text. */
export function renderNotice(draft: NoticeDraft): { html: string; text: string } {
  return { html: `<!doctype html>${renderToStaticMarkup(<Notice {...draft} />)}`, text: plainText(draft) };
}

function Notice({ locale, shopName, subject, heading, paragraphs, facts, contents, action, notes, footer }: NoticeDraft) {
  return (
    <Html lang={locale} dir={direction(locale)}>
      <Head>
        <title>{subject}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{darkStyles}</style>
      </Head>
      <Preview>{paragraphs[0] ? wordsOf(paragraphs[0]) : heading}</Preview>
      <Body className="ground" style={look.body}>
        <Section className="ground" style={look.ground}>
          <Container style={look.page}>
            <Text className="quiet" style={look.shop}>
              {shopName}
            </Text>
            <Section className="sheet" style={look.sheet}>
              <Heading as="h1" className="ink" style={look.heading}>
                {heading}
              </Heading>
              {paragraphs.map((paragraph, at) => (
                <Text key={at} className="ink" style={look.paragraph}>
                  {typeof paragraph === 'string' ? paragraph : paragraph.map((piece, place) => <Words key={place} {...piece} />)}
                </Text>
              ))}
              {facts.length > 0 && <Facts facts={facts} />}
              <Section style={look.actions}>
                <Button href={action.url} className="button" style={look.button}>
                  {action.label}
                </Button>
              </Section>
              {contents && <Contents {...contents} />}
              <Hr className="line" style={look.line} />
              {notes.map((note) => (
                <Text key={note} className="quiet" style={look.note}>
                  {note}
                </Text>
              ))}
              <Text className="quiet" style={look.note}>
                {action.hint}{' '}
                <Link href={action.url} className="quiet" style={look.address}>
                  {action.url}
                </Link>
              </Text>
            </Section>
            <Text className="quiet" style={look.footer}>
              {footer}
            </Text>
          </Container>
        </Section>
      </Body>
    </Html>
  );
}

/** A line break in a merchant's words is one in the mail. */
function Words({ text, strong, em, href }: Piece) {
  const lines = text.split('\n').map((line, at) => (
    <Fragment key={at}>
      {at > 0 && <br />}
      {line}
    </Fragment>
  ));
  const said = em ? <em>{lines}</em> : lines;
  const loud = strong ? <strong>{said}</strong> : said;
  return href === undefined ? (
    <>{loud}</>
  ) : (
    <Link href={href} className="ink" style={look.link}>
      {loud}
    </Link>
  );
}

function Facts({ facts }: Pick<NoticeDraft, 'facts'>) {
  return (
    <Section className="box" style={look.box}>
      {facts.map(({ label, value }) => (
        <Text key={`${label} ${value}`} className="ink" style={look.fact}>
          <span className="quiet" style={look.label}>
            {label}
          </span>
          <br />
          <strong>{value}</strong>
        </Text>
      ))}
    </Section>
  );
}

function Contents({ label, lines, more }: NonNullable<NoticeDraft['contents']>) {
  return (
    <Section style={look.contents}>
      <Text className="quiet" style={look.label}>
        {label}
      </Text>
      {lines.map(({ text, imageUrl }, at) => (
        <Row key={`${at} ${text}`} style={look.row}>
          {imageUrl && (
            <Column style={look.picture}>
              <Img src={imageUrl} alt="" width={48} height={48} style={look.image} />
            </Column>
          )}
          <Column className="ink" style={look.item}>
            {text}
          </Column>
        </Row>
      ))}
      {more && (
        <Text className="quiet" style={look.label}>
          {more}
        </Text>
      )}
    </Section>
  );
}
