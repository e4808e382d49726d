import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { PricedShipment, SoldLabel } from './account.ts';

const plain = (text: string) => text.normalize('NFKD').replace(/[^\x20-\x7e]/g, '').replace(/[\\()]/g, '\\$&');

/** A label as a page of four by six inches: from whom, to whom, and the number. */
export function labelPdf({ from, to }: PricedShipment, { rate, number }: SoldLabel): Buffer {
  const end = ({ name, street1, zip, city, country }: PricedShipment['from']) => [name, street1, `${zip ?? ''} ${city ?? ''}`, country].map((line) => plain(line ?? ''));
  const lines = [`${rate.carrier} ${rate.service}`, '', 'FROM', ...end(from), '', 'TO', ...end(to), '', number];
  const text = `BT /F1 14 Tf 20 400 Td 20 TL ${lines.map((line) => `(${line}) Tj T*`).join(' ')} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 288 432] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let body = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = body.length;
    body += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(`${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`, 'latin1');
}

/** A pattern that looks like a code, the same for the same label. */
export function codePng({ number }: SoldLabel): Promise<Buffer> {
  const side = 21;
  const bits = createHash('sha512').update(number).digest();
  const dots = Buffer.from(Array.from({ length: side * side }, (_, at) => (((bits[at % bits.length] ?? 0) >> (at % 7)) & 1 ? 0 : 255)));
  return sharp(dots, { raw: { width: side, height: side, channels: 1 } }).resize(side * 8, side * 8, { kernel: 'nearest' }).png().toBuffer();
}
