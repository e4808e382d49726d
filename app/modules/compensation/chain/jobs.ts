import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/job.server.ts';

/** Takes a chain as far as it goes. */
export const advanceChainJob = defineJob({ name: 'compensation.advance-chain', payload: z.object({ chainId: z.uuid() }), line: 'compensation' });

/** Looks after chains whose own job was lost. */
export const wakeChainsJob = defineJob({ name: 'compensation.wake-chains', payload: z.object({}), maxAttempts: 3 });

/** Jobs of one chain coalesce. */
export const jobKeyOf = (chainId: string) => `chain:${chainId}`;
