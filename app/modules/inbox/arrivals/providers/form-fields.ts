const mostFields = 200;

/** The fields of a posted form as bytes: a mail in one of them may be in any charset, and must come out as it went in. Of fields of one name the first counts. */
export function readFields(body: Buffer, contentType: string): Map<string, Buffer> {
  if (/^application\/x-www-form-urlencoded\b/i.test(contentType)) return urlEncoded(body);
  const boundary = /^multipart\/form-data\b.*?;\s*boundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(contentType);
  return boundary ? multipart(body, boundary[1] ?? boundary[2] ?? '') : new Map();
}

function multipart(body: Buffer, boundary: string): Map<string, Buffer> {
  const fields = new Map<string, Buffer>();
  const [opening, between] = [Buffer.from(`--${boundary}`), Buffer.from(`\r\n--${boundary}`)];
  let at = body.indexOf(opening);
  let begins = at < 0 ? -1 : at + opening.length;
  while (begins >= 0 && fields.size < mostFields && body.subarray(begins, begins + 2).toString('latin1') === '\r\n') {
    const ends = body.indexOf(between, begins);
    if (ends < 0) break;
    // An empty head leaves its closing line on the boundary's own.
    const head = body.indexOf('\r\n\r\n', begins);
    if (head >= 0 && head < ends) {
      const name = /^content-disposition:[^\r\n]*?;\s*name="([^"\r\n]*)"/im.exec(body.subarray(begins + 2, head).toString('utf8'))?.[1];
      if (name !== undefined && !fields.has(name)) fields.set(name, body.subarray(head + 4, ends));
    }
    at = ends;
    begins = at + between.length;
  }
  return fields;
}

function urlEncoded(body: Buffer): Map<string, Buffer> {
  const fields = new Map<string, Buffer>();
  for (let at = 0; at < body.length && fields.size < mostFields; ) {
    const end = body.indexOf('&', at) < 0 ? body.length : body.indexOf('&', at);
    const middle = body.indexOf('=', at);
    const split = middle < 0 || middle > end ? end : middle;
    const name = decoded(body.subarray(at, split)).toString('utf8');
    if (!fields.has(name)) fields.set(name, decoded(body.subarray(Math.min(split + 1, end), end)));
    at = end + 1;
  }
  return fields;
}

const [percent, plus, space] = [0x25, 0x2b, 0x20];

function decoded(piece: Buffer): Buffer {
  const bytes = Buffer.alloc(piece.length);
  let size = 0;
  for (let at = 0; at < piece.length; at += 1) {
    const byte = piece[at] ?? 0;
    const pair = byte === percent ? piece.subarray(at + 1, at + 3).toString('latin1') : '';
    if (/^[0-9a-f]{2}$/i.test(pair)) {
      bytes[size] = Number.parseInt(pair, 16);
      at += 2;
    } else bytes[size] = byte === plus ? space : byte;
    size += 1;
  }
  return bytes.subarray(0, size);
}
