import { NotModelled } from '#sandbox/world/user-error.ts';
import type { Change } from '#sandbox/world/world.ts';
import type { AdminContext } from '../context.ts';
import { topLevelError } from '../errors.ts';
import { honours, type Resolver } from '../resolver.ts';
import { expectId } from './wire.ts';

/** Written as a method so that a command may name the arguments it knows. */
type Command = { run(change: Change, args: Record<string, unknown>): unknown }['run'];

/** A mutation that is one command of the world, in one transaction. */
export function command(paths: readonly string[], run: Command): Resolver {
  return honours(paths, (_source, args, context) => perform(context, (change) => run(change, args)));
}

/** A mutation about one record: an id of another type at `idPath` is an error of the request, not of its input. */
export function commandOn(type: string, idPath: string, paths: readonly string[], run: Command): Resolver {
  return command(paths, (change, args) => {
    expectId(String(idPath.split('.').reduce<unknown>((inner, name) => Reflect.get(Object(inner), name), args)), type);
    return run(change, args);
  });
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
