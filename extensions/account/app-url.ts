declare const process: { env: { APP_URL?: string } };

/** The app's public address: what Shopify's CLI was told while bundling, else the `application_url` of shopify.app.toml. */
export const appUrl = told() || 'https://aftercare.example.com';

function told(): string | undefined {
  try {
    return process.env.APP_URL;
  } catch {
    // Where the CLI was told nothing the name stays as it is, and a worker has no `process`.
    return undefined;
  }
}
