import { Link, Text } from '@react-email/components';
import { Fragment } from 'react';
import type { MailLook } from './mail-look.ts';
import type { Paragraph, Piece } from './piece.ts';

/** A paragraph on the shop's paper; a line break in a merchant's words is one in the mail. */
export function MailWords({ paragraph, look }: { paragraph: Paragraph; look: MailLook }) {
  return (
    <Text className="ink" style={look.paragraph}>
      {typeof paragraph === 'string' ? paragraph : paragraph.map((piece, place) => <Words key={place} look={look} {...piece} />)}
    </Text>
  );
}

function Words({ text, strong, em, href, look }: Piece & { look: MailLook }) {
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
