import { connect, createServer, type Server, type Socket } from 'node:net';

/** A way to the database that can be cut, as if the database had gone, and mended. */
export interface DatabaseWire {
  /** The database as it is reached over this wire. */
  url: string;
  cut(): Promise<void>;
  mend(): Promise<void>;
}

export async function wireTo(databaseUrl: string): Promise<DatabaseWire> {
  const target = new URL(databaseUrl);
  const ends = new Set<Socket>();
  const server: Server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const end of [near, far]) {
      ends.add(end);
      end.on('error', () => undefined).once('close', () => {
        ends.delete(end);
        (end === near ? far : near).destroy();
      });
    }
    near.pipe(far).pipe(near);
  });
  const listen = (port: number) => new Promise<void>((done, fail) => void server.once('error', fail).listen(port, '127.0.0.1', done));
  const cut = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      for (const end of ends) end.destroy();
    });
  await listen(0);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  server.unref();
  const url = new URL(databaseUrl);
  url.port = String(port);
  return { url: url.href, cut, mend: () => listen(port) };
}
