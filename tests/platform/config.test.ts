import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ConfigError, loadConfig } from '../../app/platform/config/config.server.ts';

const complete = {
  DATABASE_URL: 'postgresql://a:b@localhost/c',
  SHOPIFY_API_KEY: 'key',
  SHOPIFY_API_SECRET: 'very-secret',
  SHOPIFY_APP_URL: 'https://app.example.com/',
  ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
  SMTP_URL: 'smtp://localhost',
  MAIL_FROM: 'Care <care@example.com>',
};

describe('the configuration', () => {
  it('is read with its defaults', () => {
    const config = loadConfig(complete);
    expect(config).toMatchObject({ port: 3000, databasePool: 10, trustProxy: false, sms: null, metricsToken: null });
    expect(config.shopify).toMatchObject({ appUrl: 'https://app.example.com', oldApiSecret: null });
  });

  it('names every problem at once', () => {
    const broken = () => loadConfig({ DATABASE_URL: 'mysql://x', PORT: 'ninety', ENCRYPTION_KEYS: 'k1:short' });
    expect(broken).toThrow(ConfigError);
    try {
      broken();
    } catch (error) {
      const { problems } = error as ConfigError;
      const names = ['DATABASE_URL', 'PORT', 'ENCRYPTION_KEYS', 'SHOPIFY_API_KEY', 'SHOPIFY_API_SECRET', 'SHOPIFY_APP_URL', 'SMTP_URL', 'MAIL_FROM'];
      for (const name of names) expect(problems.some((problem) => problem.startsWith(name))).toBe(true);
      expect(problems).toContain('SHOPIFY_API_SECRET is missing');
    }
  });

  it('keeps files in a directory, or in a bucket that is named as a whole', () => {
    expect(loadConfig(complete).files).toEqual({ directory: 'tmp/files' });
    const named = { S3_ENDPOINT: 'https://s3.example.com', S3_BUCKET: 'photos', S3_REGION: 'auto', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'secret' };
    expect(loadConfig({ ...complete, ...named }).files).toEqual({ bucket: { endpoint: 'https://s3.example.com', name: 'photos', region: 'auto', accessKeyId: 'id', secretAccessKey: 'secret' } });
  });

  it('names what is missing or wrong of a bucket beside everything else', () => {
    const problemsOf = () => {
      try {
        loadConfig({ ...complete, PORT: 'ninety', S3_ENDPOINT: 's3.example.com', S3_BUCKET: 'Photos/of us', S3_REGION: 'auto' });
      } catch (error) {
        return error instanceof ConfigError ? error.problems.map((problem) => problem.split(/[: ]/)[0]) : [];
      }
    };
    expect(problemsOf()).toEqual(['PORT', 'S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY']);
  });

  it('never repeats a value in its complaint', () => {
    expect(() => loadConfig({ ...complete, DATABASE_URL: 'hunter2', SMTP_URL: 'hunter2' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
    );
  });

  it('takes an empty variable for a missing one', () => {
    expect(() => loadConfig({ ...complete, SHOPIFY_API_SECRET: '' })).toThrow(/SHOPIFY_API_SECRET is missing/);
  });
});
