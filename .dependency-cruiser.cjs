/** The layers of docs/architecture.md, as rules. There is no list of exceptions. */
const inside = (room) => `^app/${room}/`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'kernel-is-pure', severity: 'error', from: { path: inside('kernel') }, to: { path: '^(app|sandbox|extensions|tests)/', pathNot: inside('kernel') } },
    { name: 'platform-knows-no-module', severity: 'error', from: { path: inside('platform') }, to: { path: '^app/(modules|routes|wiring|ui|main)/' } },
    { name: 'ui-knows-no-server', severity: 'error', from: { path: inside('ui') }, to: { path: '^app/(modules|routes|wiring|main)/|^app/platform/(?!i18n)' } },
    {
      name: 'modules-by-their-face',
      comment: 'A module is used through its index; its ui/ is open to routes. What needs no database may have a face of its own, for commands that run without the server.',
      severity: 'error',
      from: { path: '^app/modules/([^/]+)/' },
      to: { path: '^app/modules/([^/]+)/', pathNot: ['^app/modules/$1/', '^app/modules/[^/]+/(index\\.(server|pure)|events)\\.ts$'] },
    },
    {
      name: 'doors-by-the-face',
      severity: 'error',
      from: { path: '^app/(routes|wiring|main)/' },
      to: { path: '^app/modules/', pathNot: ['^app/modules/[^/]+/(index\\.(server|pure)\\.ts|ui/|i18n/)', '^app/modules/[^/]+/[^/]+/ui/'] },
    },
    { name: 'modules-know-no-door', severity: 'error', from: { path: inside('modules') }, to: { path: '^app/(routes|wiring|main)/' } },
    { name: 'app-knows-no-sandbox', severity: 'error', from: { path: '^app/', pathNot: '^app/platform/shopify/generate-operations' }, to: { path: '^(sandbox|tests)/' } },
    { name: 'sandbox-knows-no-app', severity: 'error', from: { path: '^sandbox/' }, to: { path: '^app/' } },
    { name: 'browser-code-stays-out-of-the-server', severity: 'error', from: { path: ['^app/(ui|modules/[^/]+/ui)/', '^app/modules/[^/]+/[^/]+/ui/'], pathNot: '\\.server\\.' }, to: { path: '\\.server\\.tsx?$', dependencyTypesNot: ['type-only'] } },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^(virtual:|vite/client|@graphql-typed-document-node/core)' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(node_modules|build|tmp)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
  },
};
