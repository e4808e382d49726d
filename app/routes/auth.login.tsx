import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { acceptedLanguages, adminLocales, bestLocale } from '#app/kernel/locales.ts';
import { FrontDoor } from '#app/ui/front-door.tsx';

/** Where Shopify's library sends who comes without a shop. Shops install from Shopify, so nobody is asked for a domain. */
export function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams.get('locale');
  return { locale: bestLocale([asked, ...acceptedLanguages(request.headers.get('accept-language'))], adminLocales) };
}

export default function Login() {
  const { locale } = useLoaderData<typeof loader>();
  return <FrontDoor locale={locale} />;
}
