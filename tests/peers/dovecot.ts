import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';
import { freePort } from '../../sandbox/machine/postgres.ts';

const nobody = 65_534;
const password = 'a long password, with spaces';

/** A mailbox at a real Dovecot. */
export const mailboxUser = { user: 'care@nordlicht.example', password };

/** A real Dovecot in a folder of its own, with one user, who may also come with a token that `introspect` knows. */
export async function startDovecot({ introspect }: { introspect?: string } = {}) {
  const home = mkdtempSync(join(tmpdir(), 'aftercare-dovecot-'));
  const at = (name: string) => join(home, name);
  const [port, tlsPort] = [await freePort(), await freePort()];
  chmodSync(home, 0o755);
  mkdirSync(at('mail'));
  chownSync(at('mail'), nobody, nobody);
  execFileSync('/usr/bin/openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', at('key.pem'), '-out', at('cert.pem'), '-days', '2', '-subj', '/CN=localhost'], { stdio: 'ignore' });
  const writeUsers = (secret: string) => writeFileSync(at('users'), `${mailboxUser.user}:{PLAIN}${secret}\n`);
  writeUsers(password);
  if (introspect) writeFileSync(at('oauth2.conf'), ['introspection_mode = get', `introspection_url = ${introspect}?token=`, 'username_attribute = email', 'active_attribute = active', 'active_value = true', ''].join('\n'));
  writeFileSync(at('dovecot.conf'), settings({ home, port, tlsPort, hasTokens: introspect !== undefined }));

  let running: ChildProcess | null = null;
  const start = async () => {
    running = spawn('/usr/sbin/dovecot', ['-F', '-c', at('dovecot.conf')], { stdio: 'ignore' });
    for (let tries = 0; !(await answers(port)); tries += 1) {
      if (tries > 100) throw new Error(`Dovecot did not start:\n${readFileSync(at('log'), 'utf8')}`);
      await pause(100);
    }
  };
  const halt = async () => {
    const gone = new Promise((done) => running?.once('exit', done));
    running?.kill('SIGTERM');
    await gone;
  };
  await start();
  const append = async (folder: string, mails: readonly Buffer[]): Promise<void> => {
    const client = new ImapFlow({ host: '127.0.0.1', port, secure: false, tls: { rejectUnauthorized: false }, auth: { user: mailboxUser.user, pass: password }, logger: false });
    await client.connect();
    for (const mail of mails) await client.append(folder, mail);
    await client.logout();
  };

  return {
    port,
    tlsPort,
    /** From then on only this password opens the mailbox. Dovecot looks at its file of users once a second. */
    async setPassword(secret: string): Promise<void> {
      writeUsers(secret);
      await pause(1_200);
    },
    /** Puts mails into the inbox, as its server's own delivery does. */
    deliver: (...mails: Buffer[]) => append('INBOX', mails),
    /** Puts mails where its server puts what it takes for spam. */
    junk: (...mails: Buffer[]) => append('Unwanted', mails),
    /** What it holds, and which of them were looked at. */
    async flags(): Promise<string[][]> {
      const client = new ImapFlow({ host: '127.0.0.1', port, secure: false, tls: { rejectUnauthorized: false }, auth: { user: mailboxUser.user, pass: password }, logger: false });
      await client.connect();
      await client.mailboxOpen('INBOX', { readOnly: true });
      const found = await client.fetchAll('1:*', { flags: true });
      await client.logout();
      return found.map(({ flags }) => [...(flags ?? [])]);
    },
    /** The server's folders are set up anew: it forgets its numbering, the mails stay. */
    async renumber(): Promise<void> {
      await halt();
      execFileSync('find', [at('mail'), '-name', 'dovecot*', '-delete']);
      await pause(1_100);
      await start();
    },
    halt,
    start,
    log: () => readFileSync(at('log'), 'utf8'),
    async stop(): Promise<void> {
      await halt();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function settings({ home, port, tlsPort, hasTokens }: { home: string; port: number; tlsPort: number; hasTokens: boolean }): string {
  return [
    'protocols = imap',
    `base_dir = ${home}/run`,
    `state_dir = ${home}/state`,
    `instance_name = ${home}`,
    `log_path = ${home}/log`,
    'listen = 127.0.0.1',
    'ssl = yes',
    `ssl_cert = <${home}/cert.pem`,
    `ssl_key = <${home}/key.pem`,
    'disable_plaintext_auth = no',
    `auth_mechanisms = plain${hasTokens ? ' xoauth2' : ''}`,
    'auth_failure_delay = 0',
    `mail_location = maildir:${home}/mail/%u`,
    'namespace inbox {',
    '  inbox = yes',
    '  mailbox Unwanted {',
    '    auto = create',
    '    special_use = \\Junk',
    '  }',
    '}',
    'first_valid_uid = 1',
    'first_valid_gid = 1',
    'passdb {',
    '  driver = passwd-file',
    `  args = ${home}/users`,
    '  auth_verbose = no',
    hasTokens ? '  mechanisms = plain' : '',
    '}',
    ...(hasTokens ? ['passdb {', '  driver = oauth2', '  mechanisms = xoauth2', `  args = ${home}/oauth2.conf`, '}'] : []),
    'userdb {',
    '  driver = static',
    `  args = uid=${nobody} gid=${nobody} home=${home}/mail/%u`,
    '}',
    'service imap-login {',
    '  inet_listener imap {',
    `    port = ${port}`,
    '  }',
    '  inet_listener imaps {',
    `    port = ${tlsPort}`,
    '    ssl = yes',
    '  }',
    '}',
    '',
  ].join('\n');
}

async function answers(port: number): Promise<boolean> {
  const client = new ImapFlow({ host: '127.0.0.1', port, secure: false, tls: { rejectUnauthorized: false }, auth: { user: mailboxUser.user, pass: password }, logger: false, connectionTimeout: 2_000, greetingTimeout: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    client.close();
  }
}
