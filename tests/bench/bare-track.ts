import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express from 'express';
import { serveDoor } from '../../app/main/serve-door.server.ts';
import { renderTrackingPage } from '../../app/modules/tracking/ui/tracking-page.tsx';
import { pageStates } from '../tracking/page-states.ts';
import { visit } from '../tracking/fixtures.ts';

// A Remix route that renders the tracking page from what it holds in its hand: no signature, no limits, no database. The measure of the real one.
const answer = pageStates.moving ?? { kind: 'unavailable' };
const page = visit('en');
const render = async ({ request }: { request: Request }) => {
  await request.text();
  return new Response(renderTrackingPage({ ...page, now: new Date() }, answer), { headers: { 'content-type': 'application/liquid', 'cache-control': 'no-store' } });
};
const build = {
  entry: { module: { default: () => new Response(null, { status: 404 }) } },
  routes: { track: { id: 'track', path: 'proxy/track', module: { action: render, loader: render } } },
  assets: { entry: { module: '', imports: [] }, routes: {}, url: '', version: '' },
  publicPath: '/',
  assetsBuildDirectory: '',
  future: {},
  isSpaMode: false,
  mode: 'production',
  // Remix takes what its own compiler makes; this is the same for one route.
} as unknown as ServerBuild;

const web = express();
web.use(compression());
web.get('/health/ready', (_, res) => void res.json({ ok: true }));
web.all('*', serveDoor(createRequestHandler(build, 'production'), { longest: () => 1024 * 1024 }));
web.listen(Number(process.env.PORT));
