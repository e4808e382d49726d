import { GraphQLError } from 'graphql';

/** Shopify's top-level errors, with its codes. Resolvers throw them for what is not a `userErrors` matter. */
export function topLevelError(message: string, code: string, more: Record<string, unknown> = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...more } });
}

/** The sandbox lacks something that Shopify has: say so instead of making up an answer. */
export function notModelled(what: string): GraphQLError {
  return topLevelError(`The sandbox does not model ${what}`, 'SANDBOX_NOT_MODELLED');
}

/** An id that is no global id, or one of another type. */
export function invalidId(id: string): GraphQLError {
  return topLevelError(`Invalid global id '${id}'`, 'RESOURCE_NOT_FOUND');
}

/** The caller lacks a scope. */
export function accessDenied(field: string, requiredAccess: string): GraphQLError {
  return topLevelError(`Access denied for ${field} field. Required access: ${requiredAccess}`, 'ACCESS_DENIED', {
    documentation: 'https://shopify.dev/api/usage/access-scopes',
    requiredAccess,
  });
}

/** The app has no approval for protected customer data. */
export function notApproved(what: string): GraphQLError {
  const documentation = 'https://shopify.dev/docs/apps/launch/protected-customer-data';
  return topLevelError(`This app is not approved to ${what}. See ${documentation} for more details.`, 'ACCESS_DENIED', { documentation });
}

export function badRequest(message: string): GraphQLError {
  return topLevelError(message, 'BAD_REQUEST');
}
