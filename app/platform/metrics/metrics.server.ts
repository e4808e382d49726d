import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** What is counted and timed, for Prometheus. No label carries a shop or a person. */
export interface Metrics {
  requests: Histogram<'method' | 'route' | 'status'>;
  webhooks: Counter<'result'>;
  receipts: Counter<'result'>;
  jobs: Histogram<'job' | 'outcome'>;
  messages: Counter<'channel' | 'outcome'>;
  text(): Promise<string>;
  contentType: string;
}

const secondsBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    requests: new Histogram({ name: 'http_request_seconds', help: 'Time to answer a request', labelNames: ['method', 'route', 'status'], buckets: secondsBuckets, registers }),
    webhooks: new Counter({ name: 'webhooks_total', help: 'Webhooks by how the door answered', labelNames: ['result'], registers }),
    receipts: new Counter({ name: 'webhook_receipts_total', help: 'Stored webhooks by how they were settled', labelNames: ['result'], registers }),
    jobs: new Histogram({ name: 'job_seconds', help: 'Time a job took', labelNames: ['job', 'outcome'], buckets: secondsBuckets, registers }),
    messages: new Counter({ name: 'messages_total', help: 'Mails and SMS by outcome', labelNames: ['channel', 'outcome'], registers }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
