import { readFileSync } from 'node:fs';
import { z } from 'zod';

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const commaList = z.string().transform((value) => value.split(',').map((part) => part.trim()).filter(Boolean));

/** `name:base64key` pairs, newest first; the first seals, all of them open. */
const keyRing = commaList.transform((parts, issues) =>
  parts.map((part) => {
    const [id = '', encoded = ''] = part.split(':');
    const key = Buffer.from(encoded, 'base64');
    if (!/^[a-z0-9]{1,16}$/.test(id) || key.length !== 32) {
      issues.addIssue({ code: 'custom', message: 'each key is name:base64 of 32 bytes, e.g. made by `openssl rand -base64 32`' });
    }
    return { id, key };
  }),
).refine((keys) => keys.length > 0, 'needs at least one key');

/** The contents of a file that is named. */
const file = z.string().transform((path, issues) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    issues.addIssue({ code: 'custom', message: 'names a file that cannot be read' });
    return z.NEVER;
  }
});

const environment = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'a Postgres connection string, e.g. postgresql://user:password@host/db' }),
  SHOPIFY_API_KEY: z.string().min(1),
  SHOPIFY_API_SECRET: z.string().min(1),
  /** The secret before a rotation; webhooks and proxy calls signed with it are still accepted. */
  SHOPIFY_API_SECRET_OLD: z.string().min(1).optional(),
  SHOPIFY_APP_URL: z.url({ protocol: /^https?$/ }),
  SCOPES: commaList.optional(),
  ENCRYPTION_KEYS: keyRing,
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(4),
  /** smtp://user:password@host:587 */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }),
  MAIL_FROM: z.string().min(3),
  /** Where SMS are handed over as JSON; without it SMS are off. */
  MERCHANT_HOSTS: z.enum(['public', 'any']).default('public'),
  SMS_URL: z.url().optional(),
  SMS_TOKEN: z.string().optional(),
  SMS_FROM: z.string().optional(),
  /** Our own mail server for incoming mail: its port, and its name in the addresses that mail is forwarded to. */
  SMTP_DOOR_PORT: z.coerce.number().int().min(0).max(65535).optional(),
  SMTP_DOOR_NAME: z.string().regex(/^[a-z0-9.-]+$/, 'a host name, e.g. in.example.com').optional(),
  /** What we are called at Google and Microsoft, for merchants who let us into a mailbox there. */
  GOOGLE_CLIENT_ID: z.string().min(1).optional(),
  GOOGLE_CLIENT_SECRET: z.string().min(1).optional(),
  MICROSOFT_CLIENT_ID: z.string().min(1).optional(),
  MICROSOFT_CLIENT_SECRET: z.string().min(1).optional(),
  SMTP_DOOR_KEY: file.optional(),
  /** What forwards to it tells us by the PROXY protocol who called. */
  SMTP_DOOR_PROXY: flag.default(false),
  SMTP_DOOR_CERT: file.optional(),
  /** Behind a proxy that sets X-Forwarded-*: trust it. */
  TRUST_PROXY: flag.default(false),
  /** Where files are kept on disk, shared by all processes; a bucket below takes its place. */
  FILES_DIR: z.string().default('tmp/files'),
  /** Needed to read /metrics from another machine. */
  METRICS_TOKEN: z.string().min(16).optional(),
});

/** A bucket is named as a whole or not at all. */
const bucket = z.object({
  S3_ENDPOINT: z.url({ protocol: /^https?$/, error: 'an address, e.g. https://s3.eu-central-1.amazonaws.com' }),
  S3_BUCKET: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'the name of a bucket'),
  S3_REGION: z.string().regex(/^[a-z0-9-]+$/, 'a region, e.g. eu-central-1; auto where there is none'),
  S3_ACCESS_KEY_ID: z.string().min(1),
  S3_SECRET_ACCESS_KEY: z.string().min(1),
});

export type Config = ReturnType<typeof loadConfig>;

/** Everything that is wrong with the environment, at once, without showing a value. */
export class ConfigError extends Error {
  readonly problems: string[];

  constructor(problems: string[]) {
    super(`The configuration is not complete:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** Reads and checks the environment once; throws a ConfigError that names every problem. */
export function loadConfig(env: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = environment.safeParse(given);
  const wantsBucket = Object.keys(bucket.shape).some((name) => given[name] !== undefined);
  const readBucket = wantsBucket ? bucket.safeParse(given) : null;
  if (!read.success || readBucket?.success === false) {
    throw new ConfigError(
      [...(read.error?.issues ?? []), ...(readBucket?.error?.issues ?? [])].map((issue) => {
        const name = String(issue.path[0]);
        return given[name] === undefined ? `${name} is missing` : `${name}: ${issue.message}`;
      }),
    );
  }
  const value = read.data;
  const named = readBucket?.data;
  return {
    databaseUrl: value.DATABASE_URL,
    databasePool: value.DATABASE_POOL,
    port: value.PORT,
    logLevel: value.LOG_LEVEL,
    trustProxy: value.TRUST_PROXY,
    metricsToken: value.METRICS_TOKEN ?? null,
    workerConcurrency: value.WORKER_CONCURRENCY,
    encryptionKeys: value.ENCRYPTION_KEYS,
    shopify: {
      apiKey: value.SHOPIFY_API_KEY,
      apiSecret: value.SHOPIFY_API_SECRET,
      oldApiSecret: value.SHOPIFY_API_SECRET_OLD ?? null,
      appUrl: value.SHOPIFY_APP_URL.replace(/\/$/, ''),
      scopes: value.SCOPES ?? null,
    },
    files: named
      ? { bucket: { endpoint: named.S3_ENDPOINT, name: named.S3_BUCKET, region: named.S3_REGION, accessKeyId: named.S3_ACCESS_KEY_ID, secretAccessKey: named.S3_SECRET_ACCESS_KEY } }
      : { directory: value.FILES_DIR },
    mail: { smtpUrl: value.SMTP_URL, from: value.MAIL_FROM, allowInside: value.MERCHANT_HOSTS === 'any' },
    mailDoor: value.SMTP_DOOR_PORT === undefined ? null : {
      port: value.SMTP_DOOR_PORT,
      name: value.SMTP_DOOR_NAME ?? new URL(value.SHOPIFY_APP_URL).hostname,
      isBehindProxy: value.SMTP_DOOR_PROXY,
      certificate: value.SMTP_DOOR_KEY && value.SMTP_DOOR_CERT ? { key: value.SMTP_DOOR_KEY, cert: value.SMTP_DOOR_CERT } : null,
    },
    mailLogins: { google: client(value.GOOGLE_CLIENT_ID, value.GOOGLE_CLIENT_SECRET), microsoft: client(value.MICROSOFT_CLIENT_ID, value.MICROSOFT_CLIENT_SECRET) },
    sms: value.SMS_URL ? { url: value.SMS_URL, token: value.SMS_TOKEN ?? null, from: value.SMS_FROM ?? 'Aftercare' } : null,
  };
}

const client = (id: string | undefined, secret: string | undefined): { id: string; secret: string } | null => (id && secret ? { id, secret } : null);
