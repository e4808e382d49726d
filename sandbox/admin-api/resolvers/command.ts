import type { Gid } from '#sandbox/contract.ts';
import { gid } from '#sandbox/world/gid.ts';
import { NotModelled } from '#sandbox/world/user-error.ts';
import type { Change } from '#sandbox/world/world.ts';
import type { AdminContext } from '../context.ts';
import { topLevelError } from '../errors.ts';
import { honours, type Resolver } from '../resolver.ts';
import { findNode } from './node.ts';
import { expectId } from './wire.ts';

/** Written as a method so that a command may name the arguments it knows. */
type Command = { run(change: Change, args: Record<string, unknown>): unknown }['run'];

/** A mutation that is one command of the world, in one transaction. */
export function command(paths: readonly string[], run: Command): Resolver {
  return honours(paths, (_source, args, context) => perform(context, (change) => run(change, args)));
}

/**
 * A mutation about the record whose id is at `idPath`. An id of another type is an error of the request, not of its input; a record
 * the caller may not see is as good as unknown.
 */
export function commandOn(type: string, idPath: string, paths: readonly string[], run: Command): Resolver {
  const names = idPath.split('.');
  return honours(paths, (_source, args, context) => {
    const id = expectId(String(names.reduce<unknown>((inner, name) => Reflect.get(Object(inner), name), args)), type);
    const known = findNode(id, context) !== null ? args : withId(args, names, gid(type, 0));
    return perform(context, (change) => run(change, known));
  });
}

function withId(args: Record<string, unknown>, [name = '', ...deeper]: readonly string[], id: Gid): Record<string, unknown> {
  return { ...args, [name]: deeper.length > 0 ? withId({ ...Object(args[name]) }, deeper, id) : id };
}

/** Runs a command; what the world does not model becomes the API's loud error. */
export function perform<T>({ world }: AdminContext, run: (change: Change) => T): T {
  try {
    return world.change(run);
  } catch (error) {
    if (error instanceof NotModelled) throw topLevelError(error.message, 'SANDBOX_NOT_MODELLED');
    throw error;
  }
}

/** What a command takes after the change. */
export type InputOf<F> = F extends (change: Change, input: infer Input, ...rest: never[]) => unknown ? Input : never;
