import { startDemo } from '../../sandbox/demo/start-demo.ts';

/** A demo in a process of its own, for the tests: `run-demo.ts <name> <port> <orders> <fresh|kept>`. Ends when its parent does. */
const [name = '', port = '', orders = '', state = ''] = process.argv.slice(2);
let stopDemo = async () => {};
let stopping: Promise<void> | null = null;
const stop = (code: number) => {
  stopping ??= stopDemo().then(() => process.exit(code));
};
process.on('SIGTERM', () => stop(0));
process.on('disconnect', () => stop(0));

try {
  const demo = await startDemo({ name, port: Number(port), orders: Number(orders), fresh: state === 'fresh', returns: false, say: console.log, onStop: (work) => (stopDemo = work) });
  process.send?.('ready');
  await demo.ended;
  console.error('A part of the demo ended by itself.');
  stop(1);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  stop(1);
}
