import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { RootError } from '#app/ui/root-error.tsx';
import type { loader as adminLoader } from '#app/routes/app.tsx';

/** The document around every page made with React; its language is the admin reader's. */
export function Layout({ children }: { children: ReactNode }) {
  const admin = useRouteLoaderData<typeof adminLoader>('routes/app');
  return (
    <html lang={admin?.locale ?? 'en'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>Aftercare</title>
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export const ErrorBoundary = RootError;
