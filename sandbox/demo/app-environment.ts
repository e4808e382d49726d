import type { demoSecrets, portsFrom } from './places.ts';

interface Given {
  ports: ReturnType<typeof portsFrom>;
  secrets: ReturnType<typeof demoSecrets>;
  base: string;
  databaseUrl: string;
}

/** The app's environment in the demo: the same variables as in production. Only SANDBOX_URL is not the app's; the preloaded redirect reads it. */
export function appEnvironment({ ports, secrets, base, databaseUrl }: Given) {
  return {
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    PORT: String(ports.app),
    SHOPIFY_API_KEY: 'aftercare-local-client-id',
    SHOPIFY_API_SECRET: secrets.clientSecret,
    SHOPIFY_APP_URL: `http://localhost:${ports.appPublic}`,
    ENCRYPTION_KEYS: `demo:${secrets.encryptionKey}`,
    SMTP_URL: `smtp://localhost:${ports.smtp}`,
    MAIL_FROM: 'Aftercare <hello@aftercare.example>',
    MERCHANT_HOSTS: 'any',
    SMTP_DOOR_PORT: String(ports.inboundSmtp),
    SMTP_DOOR_NAME: 'in.aftercare.example',
    SMS_URL: `${base}/sms/messages`,
    SMS_FROM: 'Aftercare',
    TRUST_PROXY: 'true',
    SANDBOX_URL: base,
  };
}
