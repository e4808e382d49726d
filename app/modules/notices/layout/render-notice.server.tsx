import { Button, Column, Hr, Img, Link, Row, Section, Text } from '@react-email/components';
import { renderToStaticMarkup } from 'react-dom/server';
import { MailFrame, mailLook, MailWords, wordsOf, type Brand, type MailLook } from '#app/modules/brand/index.server.ts';
import type { NoticeDraft } from '../text/notice-draft.ts';
import { plainText } from './plain-text.ts';
import { squarePicture } from './square-picture.ts';

/** A notice on the shop's paper, as HTML that every mail program shows, by day and by night, and as plain text. */
export function renderNotice(draft: NoticeDraft, brand: Brand): { html: string; text: string } {
  return { html: `<!doctype html>${renderToStaticMarkup(<Notice {...draft} brand={brand} />)}`, text: plainText(draft, brand) };
}

function Notice({ brand, locale, subject, heading, paragraphs, facts, contents, action, notes, footer, preferences }: NoticeDraft & { brand: Brand }) {
  const look = mailLook(brand);
  return (
    <MailFrame brand={brand} locale={locale} title={subject} heading={heading} preview={paragraphs[0] ? wordsOf(paragraphs[0]) : heading} sentBecause={footer} preferences={preferences}>
      {paragraphs.map((paragraph, at) => (
        <MailWords key={at} paragraph={paragraph} look={look} />
      ))}
      {facts.length > 0 && <Facts facts={facts} look={look} />}
      <Row>
        <Column style={look.actions}>
          <Button href={action.url} className="button" style={look.button}>
            {action.label}
          </Button>
        </Column>
      </Row>
      {contents && <Contents {...contents} look={look} />}
      <Hr className="line" style={look.line} />
      {notes.map((note) => (
        <Text key={note} className="quiet" style={look.note}>
          {note}
        </Text>
      ))}
      <Text className="quiet" style={look.note}>
        {action.hint}
        <br />
        <Link href={action.url} className="quiet" style={look.address}>
          {action.url}
        </Link>
      </Text>
    </MailFrame>
  );
}

/** A number keeps its own direction where the language is written the other way. */
function Facts({ facts, look }: Pick<NoticeDraft, 'facts'> & { look: MailLook }) {
  return (
    <Row className="box" style={look.box}>
      <Column style={look.boxInside}>
        {facts.map(({ label, value }) => (
          <Text key={`${label} ${value}`} className="ink" style={look.fact}>
            <span className="quiet" style={look.label}>
              {label}
            </span>
            <br />
            <strong>
              <bdi>{value}</bdi>
            </strong>
          </Text>
        ))}
      </Column>
    </Row>
  );
}

function Contents({ label, lines, more, look }: NonNullable<NoticeDraft['contents']> & { look: MailLook }) {
  return (
    <Section style={look.contents}>
      <Text className="quiet" style={look.label}>
        {label}
      </Text>
      {lines.map(({ text, imageUrl }, at) => (
        <Row key={`${at} ${text}`} style={look.row}>
          {imageUrl && (
            <Column style={look.picture}>
              <Img src={squarePicture(imageUrl)} alt="" width={48} height={48} style={look.image} />
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
