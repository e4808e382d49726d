import { pino, type Logger } from 'pino';

export type { Logger } from 'pino';

/** Keys whose values never reach a log line, however deep they sit. */
const secrets = ['accessToken', 'refreshToken', 'authorization', 'cookie', 'password', 'secret', 'token', 'apiSecretKey', 'email', 'phone'];

/** The process's logger: one JSON object a line, without secrets or personal data. */
export function createLog(level: string, name: string): Logger {
  return pino({
    name,
    level,
    redact: { paths: secrets.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[withheld]' },
    serializers: { error: pino.stdSerializers.err },
    timestamp: pino.stdTimeFunctions.isoTime,
  });
}
