import { pino, type Logger } from 'pino';

export type { Logger } from 'pino';

/** Keys whose values never reach a log line, however deep they sit. */
const secrets = ['accessToken', 'refreshToken', 'authorization', 'cookie', 'password', 'secret', 'token', 'apiSecretKey', 'email', 'phone'];

/** The process's logger: one JSON object a line, without secrets or personal data. */
export function createLog(level: string, name: string): Logger {
  const options = {
    name,
    level,
    redact: { paths: secrets.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[withheld]' },
    serializers: { error: pino.stdSerializers.err },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  // Written at once: what is kept back until the end is tried for ever where nobody reads any more, and the process never ends.
  return pino(options, pino.destination({ fd: 1, sync: true }));
}
