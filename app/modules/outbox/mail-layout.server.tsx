import { Button, Column, Link, Row, Text } from '@react-email/components';
import { renderToStaticMarkup } from 'react-dom/server';
import { MailFrame, mailLook, MailWords, plainFoot, wordsOf, type Brand, type MailLook, type Paragraph } from '#app/modules/brand/index.server.ts';

/** A mail before it has a form, in the reader's language. */
export interface MailDraft {
  locale: string;
  heading: string;
  paragraphs: readonly Paragraph[];
  /** Something to be read off and typed elsewhere. */
  code?: string;
  action?: { label: string; url: string };
  /** What matters less, below everything else. */
  notes?: readonly string[];
  /** Why it was sent, where another reason than usual holds. */
  sentBecause?: string;
  /** Where its reader says what they want to hear, for what nobody asked for. */
  preferences?: { label: string; url: string };
}

/** What every mail of one kind says. */
interface Frame {
  sentBy: string;
  buttonHint: string;
}

/** The same words as HTML on somebody's paper and as plain text, in a layout that every mail program shows. */
export function renderMail(mail: MailDraft, brand: Brand, { sentBy, buttonHint }: Frame): { html: string; text: string } {
  const { locale, heading, paragraphs, code, action, notes = [], sentBecause = sentBy, preferences } = mail;
  const look = mailLook(brand);
  const text = [heading, ...paragraphs.map(wordsOf), ...(code ? [code] : []), ...(action ? [`${action.label}:\n${action.url}`] : []), ...notes, plainFoot(brand, sentBecause, preferences)].join('\n\n');
  const html = renderToStaticMarkup(
    <MailFrame brand={brand} locale={locale} title={heading} heading={heading} preview={paragraphs[0] ? wordsOf(paragraphs[0]) : heading} sentBecause={sentBecause} preferences={preferences}>
      {paragraphs.map((paragraph, at) => (
        <MailWords key={at} paragraph={paragraph} look={look} />
      ))}
      {code && (
        <Text className="ink" style={look.code}>
          <bdi>{code}</bdi>
        </Text>
      )}
      {action && <Action {...action} hint={buttonHint} look={look} />}
      {notes.map((note, at) => (
        <Text key={at} className="quiet" style={look.note}>
          {note}
        </Text>
      ))}
    </MailFrame>,
  );
  return { html: `<!doctype html>${html}`, text };
}

function Action({ label, url, hint, look }: { label: string; url: string; hint: string; look: MailLook }) {
  return (
    <>
      <Row>
        <Column style={look.actions}>
          <Button href={url} className="button" style={look.button}>
            {label}
          </Button>
        </Column>
      </Row>
      <Text className="quiet" style={look.note}>
        {hint}
        <br />
        <Link href={url} className="quiet" style={look.address}>
          {url}
        </Link>
      </Text>
    </>
  );
}
