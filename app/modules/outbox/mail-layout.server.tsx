import { renderToStaticMarkup } from 'react-dom/server';

/** A mail before it has a form, in the reader's language. */
export interface MailDraft {
  locale: string;
  shopName: string;
  heading: string;
  paragraphs: readonly string[];
  /** Something to be read off and typed elsewhere. */
  code?: string;
  action?: { label: string; url: string };
  /** What matters less, below everything else. */
  notes?: readonly string[];
}

/** What every mail of one kind says. */
interface Frame {
  sentBy: string;
  buttonHint: string;
}

const ink = '#1f2933';
const quiet = '#52606d';
const font = '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei", Arial, sans-serif';

/** The same words as HTML and as plain text, in a layout that every mail program shows. */
export function renderMail(mail: MailDraft, { sentBy, buttonHint }: Frame): { html: string; text: string } {
  const { code, notes = [] } = mail;
  const text = [
    mail.heading,
    ...mail.paragraphs,
    ...(code ? [code] : []),
    ...(mail.action ? [`${mail.action.label}:\n${mail.action.url}`] : []),
    ...notes,
    `-- \n${sentBy}`,
  ].join('\n\n');
  const html = renderToStaticMarkup(
    <html lang={mail.locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{mail.heading}</title>
      </head>
      <body style={{ margin: 0, padding: 0, backgroundColor: '#f3f4f6', fontFamily: font }}>
        <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} style={{ backgroundColor: '#f3f4f6' }}>
          <tbody>
            <tr>
              <td align="center" style={{ padding: '32px 16px' }}>
                <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} style={{ maxWidth: 560 }}>
                  <tbody>
                    <tr>
                      <td style={{ paddingBottom: 16, fontSize: 14, fontWeight: 600, color: quiet }}>{mail.shopName}</td>
                    </tr>
                    <tr>
                      <td style={{ backgroundColor: '#ffffff', borderRadius: 12, padding: 32, color: ink }}>
                        <h1 style={{ margin: '0 0 16px', fontSize: 22, lineHeight: '30px', color: ink }}>{mail.heading}</h1>
                        {mail.paragraphs.map((paragraph, at) => (
                          <p key={at} style={{ margin: '0 0 16px', fontSize: 16, lineHeight: '25px', color: ink }}>
                            {paragraph}
                          </p>
                        ))}
                        {code ? <p style={{ margin: '24px 0', fontSize: 32, lineHeight: '40px', fontWeight: 600, letterSpacing: 6, color: ink }}>{code}</p> : null}
                        {mail.action ? <Action {...mail.action} hint={buttonHint} /> : null}
                        {notes.map((note, at) => (
                          <p key={at} style={{ margin: '16px 0 0', fontSize: 14, lineHeight: '21px', color: quiet }}>
                            {note}
                          </p>
                        ))}
                      </td>
                    </tr>
                    <tr>
                      <td style={{ padding: '16px 0', fontSize: 13, lineHeight: '20px', color: quiet }}>{sentBy}</td>
                    </tr>
                  </tbody>
                </table>
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>,
  );
  return { html: `<!doctype html>${html}`, text };
}

function Action({ label, url, hint }: { label: string; url: string; hint: string }) {
  return (
    <>
      <p style={{ margin: '24px 0' }}>
        <a
          href={url}
          style={{ display: 'inline-block', padding: '12px 20px', borderRadius: 8, backgroundColor: ink, color: '#ffffff', fontSize: 16, fontWeight: 600, textDecoration: 'none' }}
        >
          {label}
        </a>
      </p>
      <p style={{ margin: 0, fontSize: 13, lineHeight: '20px', color: quiet, wordBreak: 'break-all' }}>
        {hint} <a href={url} style={{ color: quiet }}>{url}</a>
      </p>
    </>
  );
}
