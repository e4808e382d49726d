import type { GraphQLResolveInfo } from 'graphql';
import type { AdminContext } from './context.ts';

/** Resolves one field. Written as a method so that a resolver may name the source and argument types it knows. */
export type Resolver = {
  resolve(source: unknown, args: Record<string, unknown>, context: AdminContext, info: GraphQLResolveInfo): unknown;
}['resolve'];

/** All resolvers: by type, by field. */
export type Resolvers = Record<string, Record<string, Resolver>>;

const honoured = new WeakMap<Resolver, readonly string[]>();

/**
 * Declares the arguments a resolver honours; the engine refuses any other loudly, naming it. A path such as `order.email` admits
 * one field of an input object (lists are looked through), `order` admits the whole. Paging arguments of a connection need no
 * mention: the engine checks them and, for a resolver that answers an array, applies them. A resolver without this wrapper honours none.
 */
export function honours(paths: readonly string[], resolver: Resolver): Resolver {
  // A fresh function, so that one resolver can be wrapped twice with different arguments.
  const wrapped: Resolver = (source, args, context, info) => resolver(source, args, context, info);
  honoured.set(wrapped, paths);
  return wrapped;
}

/** The argument paths a resolver declared with `honours`. */
export function honouredPaths(resolver: Resolver): readonly string[] {
  return honoured.get(resolver) ?? [];
}
