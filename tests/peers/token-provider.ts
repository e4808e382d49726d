import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LoginPlace } from '../../app/platform/mail-in/mail-logins.server.ts';

/** A provider of tokens as Google and Microsoft are: gives them for a code or a refresh token, each refresh token once, and tells a mail server whose they are. */
export async function startTokenProvider(user: string) {
  const live = { access: new Set<string>(), refresh: new Set<string>(), revoked: false, count: 0 };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const answer = (status: number, body: object) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      if (url.pathname === '/introspect') {
        const isLive = live.access.has(url.searchParams.get('token') ?? '');
        return answer(200, isLive ? { active: 'true', email: user } : { active: 'false' });
      }
      const form = new URLSearchParams(Buffer.concat(parts).toString());
      const refresh = form.get('refresh_token') ?? '';
      const isGood = form.get('grant_type') === 'authorization_code' ? form.get('code') === 'the-code' : live.refresh.delete(refresh);
      if (form.get('client_secret') !== 'client-secret' || live.revoked || !isGood) return answer(400, { error: 'invalid_grant' });
      live.count += 1;
      const [access, next] = [`access-${live.count}`, `refresh-${live.count}`];
      live.access.add(access);
      live.refresh.add(next);
      const idToken = `x.${Buffer.from(JSON.stringify({ email: user })).toString('base64url')}.x`;
      return answer(200, { access_token: access, refresh_token: next, id_token: idToken, expires_in: 3_600, token_type: 'Bearer' });
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const base = `http://127.0.0.1:${port}`;
  return {
    introspect: `${base}/introspect`,
    place: (imapPort: number): LoginPlace => ({ name: 'Google', authorize: 'https://accounts.example/authorize', token: `${base}/token`, scope: 'mail', imap: { host: '127.0.0.1', port: imapPort, security: 'starttls' } }),
    /** The account takes the app's access back. */
    revoke: () => {
      live.revoked = true;
      live.access.clear();
    },
    stop: () => new Promise((done) => server.close(done)),
  };
}
