import { parseArgs } from 'node:util';
import { inWords } from '../machine/disk-space.ts';
import { clusterHome } from '../machine/postgres.ts';
import { tmp } from './places.ts';
import { startDemo } from './start-demo.ts';

const { values } = parseArgs({ options: { fresh: { type: 'boolean', default: false }, seed: { type: 'string', default: '60' } } });
const orders = Number(values.seed);
const port = Number(process.env.PORT ?? 4000);
if (!Number.isInteger(orders) || orders < 0 || orders > 100_000) fail('--seed takes the number of orders to make, 0 to 100000.');
if (!Number.isInteger(port) || port < 1024 || port > 65_000) fail('PORT takes a number from 1024 to 65000.');

const homes = [tmp, clusterHome('demo')];
const say = (line: string) => console.log(line);
let stopping: Promise<void> | null = null;
let stopDemo = async () => {};
const stop = (code: number) => {
  stopping ??= stopDemo().then(() => process.exit(code));
};
process.on('SIGINT', () => stop(0));
process.on('SIGTERM', () => stop(0));
// The npm script that started us was killed: nobody is left to press ctrl-C.
process.on('disconnect', () => stop(0));

try {
  const demo = await startDemo({ port, orders, fresh: values.fresh, returns: true, say, onStop: (work) => (stopDemo = work) });
  say(`
  Aftercare is running on a living shop.

    Admin       ${demo.admin}
    Storefront  ${demo.storefront}
    Tracking    ${demo.storefront}/apps/aftercare/track
    Returns     ${demo.storefront}/apps/aftercare/returns
    Mailbox     ${demo.mailbox}
    Phone       ${demo.phone}
    Write to    ${demo.support}

  Try: place an order in the storefront, see it appear in the admin, ship it there, and look it up on the tracking page. Then send something of it back.
${demo.toTry.length > 0 ? `  Or look up there:\n${demo.toTry.map(({ name, email, shows }) => `    ${name.padEnd(7)} ${email.padEnd(27)} ${shows}`).join('\n')}\n` : ''}  Logs are in ${demo.log}. Press ctrl-C to stop everything.
`);
  await demo.ended;
  say(inWords('Something stopped by itself; stopping the rest.', homes));
  stop(1);
} catch (error) {
  console.error(`\n${inWords(error, homes)}`);
  stop(1);
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
