import { startPostfix } from './postfix.ts';

/** A Postfix that passes mail for a shop's domain on to our door, and tries again within seconds. */
export function startRelay(doorPort: number) {
  return startPostfix({
    settings: [
      'relay_domains = nordlicht.example',
      `transport_maps = inline:{ nordlicht.example=smtp:[127.0.0.1]:${doorPort} }`,
      'minimal_backoff_time = 2s',
      'maximal_backoff_time = 2s',
      'queue_run_delay = 2s',
      'smtp_destination_concurrency_limit = 20',
    ],
    services: ['smtp unix - - n - - smtp', 'relay unix - - n - - smtp'],
  });
}
