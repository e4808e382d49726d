import manifest from '../../package.json' with { type: 'json' };

/** What Node is told in production when it runs the app in this role: as `npm start` and `npm run worker` have it. */
export function nodeFlags(role: 'web' | 'worker'): string[] {
  const command = role === 'web' ? manifest.scripts.start : manifest.scripts.worker;
  return command.split(' ').filter((word) => word.startsWith('--'));
}
