import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { acceptedLanguages, adminLocales, bestLocale } from '#app/kernel/locales.ts';
import { FrontDoor } from '#app/ui/front-door.tsx';

/** Shopify opens the app here, with the shop in the address; anyone else is told where the app lives. */
export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  if (searchParams.has('shop') || searchParams.has('id_token')) throw redirect(`/app?${searchParams}`);
  return { locale: bestLocale(acceptedLanguages(request.headers.get('accept-language')), adminLocales) };
}

export default function Index() {
  const { locale } = useLoaderData<typeof loader>();
  return <FrontDoor locale={locale} />;
}
