import { Transform } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

// An address never contains these, so a text cut right after one of them cuts no address in two.
const BOUNDARY = /["'`\s<>(),;][^"'`\s<>(),;]*$/;

/** Passes text on with `rewrite` applied, without holding back more than the last unfinished word. */
export function rewriteStream(rewrite: (text: string) => string): Transform {
  const decoder = new StringDecoder('utf8');
  let held = '';
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const text = held + decoder.write(chunk);
      const cut = BOUNDARY.exec(text);
      const end = cut ? cut.index + 1 : 0;
      held = text.slice(end);
      done(null, rewrite(text.slice(0, end)));
    },
    flush(done) {
      done(null, rewrite(held + decoder.end()));
    },
  });
}
