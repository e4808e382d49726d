import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { root: '.', include: ['tests/peers/*-peers.ts'], globalSetup: ['tests/harness/global-setup.ts'], testTimeout: 30_000, hookTimeout: 60_000 } });
