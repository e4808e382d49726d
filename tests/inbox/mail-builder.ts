/** What a mail of a test is made of; everything else is as a plain mailer writes it. */
export interface MailParts {
  from?: string;
  subject?: string;
  fields?: string[];
  text?: string;
  html?: string;
  files?: { name: string; type?: string; content: string }[];
}

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64').replace(/.{76}/g, '$&\r\n');

function textPart(type: string, text: string): string {
  return `Content-Type: text/${type}; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(text)}\r\n`;
}

function multipart(type: string, boundary: string, parts: string[]): string {
  return `Content-Type: multipart/${type}; boundary="${boundary}"\r\n\r\n${parts.map((part) => `--${boundary}\r\n${part}`).join('\r\n')}\r\n--${boundary}--\r\n`;
}

/** A whole mail of the given parts. */
export function aMail({ from = 'Mia Sommer <mia@customer.example>', subject = 'Order 1001', fields = [], text, html, files = [] }: MailParts): Buffer {
  const texts = [...(text === undefined ? [] : [textPart('plain', text)]), ...(html === undefined ? [] : [textPart('html', html)])];
  const body = texts.length === 2 ? multipart('alternative', 'alternative-1', texts) : (texts[0] ?? textPart('plain', ''));
  const attached = files.map(({ name, type = 'application/octet-stream', content }) => `Content-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(content)}`);
  const whole = attached.length === 0 ? body : multipart('mixed', 'mixed-1', [body, ...attached]);
  const head = [`From: ${from}`, 'To: help@shop.example', `Subject: ${subject}`, 'Date: Sat, 21 Nov 2026 10:15:00 +0100', 'Message-ID: <1@customer.example>', ...fields, 'MIME-Version: 1.0'];
  return Buffer.from(`${head.join('\r\n')}\r\n${whole}`, 'utf8');
}

/** A mail written byte for byte, line ends as on the wire. */
export function rawMail(...lines: string[]): Buffer {
  return Buffer.from(lines.join('\r\n'), 'utf8');
}
