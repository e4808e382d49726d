import type { AdminContext } from '../context.ts';
import { notModelled } from '../errors.ts';
import type { Resolver } from '../resolver.ts';

/** `currentAppInstallation`: what the calling app has been granted. */
export const currentAppInstallation: Resolver = (_source, _args, context: AdminContext) => {
  if (context.caller.kind !== 'app') throw notModelled('currentAppInstallation for a caller that is no app');
  const { installation } = context.caller;
  return {
    __typename: 'AppInstallation',
    id: 'gid://shopify/AppInstallation/1',
    accessScopes: [...installation.scopes].sort().map((handle) => ({ handle, description: handle.replaceAll('_', ' ') })),
    activeSubscriptions: [],
    launchUrl: `${context.urls.base}/store/${context.world.domain.replace('.myshopify.com', '')}`,
    uninstallUrl: null,
    app: { __typename: 'App', id: 'gid://shopify/App/1', apiKey: installation.clientId },
  };
};
