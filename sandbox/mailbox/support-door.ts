import { SMTPServer } from 'smtp-server';

/**
 * Where customers' mail to the shop's support address will go in. The app has no inbox yet, so this door refuses every
 * recipient and says why, rather than swallow a customer's words.
 */
export async function openSupportDoor(port: number): Promise<{ port: number; close(): Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo: (_, __, done) => done(Object.assign(new Error('This shop does not take mail by Aftercare yet: the inbox is not built.'), { responseCode: 550 })),
  });
  server.on('error', () => undefined);
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => done());
  });
  const address = server.server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () => new Promise((done) => server.close(() => done())),
  };
}
