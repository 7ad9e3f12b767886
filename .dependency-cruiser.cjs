/** The architecture, as rules. Each name is the sentence a contributor reads when a rule is broken. */
const modules = '^apps/api/src/modules';
const platform = '^apps/api/src/platform';
const features = '^apps/web/src/features';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: { pathNot: '/generated/' },
      // A part that is loaded later may name the type of its props where they are declared.
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } },
    },
    {
      name: 'modules-meet-only-at-index',
      severity: 'error',
      from: { path: `${modules}/([^/]+)/` },
      // What another domain may read with is SQL: pieces that repositories join into their own queries.
      to: { path: `${modules}/([^/]+)/.+`, pathNot: `${modules}/($1/.+|[^/]+/index\\.ts|[^/]+/[\\w-]+\\.sql\\.ts)$` },
    },
    { name: 'platform-knows-no-domain', severity: 'error', from: { path: `${platform}/` }, to: { path: modules } },
    {
      name: 'only-repositories-touch-the-database',
      severity: 'error',
      from: { path: modules, pathNot: '\\.(repository|sql|test)\\.ts$' },
      to: {
        path: [`${platform}/database/database\\.ts`, `${platform}/database/sql\\.ts`, 'node_modules/(@prisma|pg)/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'sql-pieces-are-only-for-repositories',
      severity: 'error',
      from: { path: modules, pathNot: '\\.(repository|sql)\\.ts$' },
      to: { path: '\\.sql\\.ts$' },
    },
    {
      name: 'controllers-and-handlers-only-call-services',
      severity: 'error',
      from: { path: '\\.(controller|handlers)\\.ts$' },
      to: { path: '\\.(repository|rules)\\.ts$' },
    },
    {
      name: 'repositories-call-nobody',
      severity: 'error',
      from: { path: `${modules}/([^/]+)/.+\\.repository\\.ts$` },
      to: { path: `${modules}/`, pathNot: [`${modules}/$1/`, '\\.sql\\.ts$'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: {
        pathNot: [
          '\\.rules\\.ts$',
          '^packages/(contracts|domain|sheets)/',
          '^util$',
          `${platform}/(auth/actor|problems/problem)\\.ts$`,
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'contracts-import-only-zod',
      severity: 'error',
      from: { path: '^packages/contracts/src' },
      to: { pathNot: ['^packages/contracts/src', '/zod/'] },
    },
    {
      name: 'domain-knows-nobody',
      severity: 'error',
      from: { path: '^packages/domain/src' },
      to: { path: ['^apps/', '^packages/(contracts|sheets)/'] },
    },
    {
      name: 'sheets-know-no-application',
      severity: 'error',
      from: { path: '^packages/sheets/src' },
      to: { path: '^apps/' },
    },
    {
      name: 'web-talks-to-the-api-over-http',
      severity: 'error',
      from: { path: '^apps/web' },
      to: { path: '^apps/api' },
    },
    {
      name: 'features-meet-only-in-pages',
      severity: 'error',
      from: { path: `${features}/([^/]+)/` },
      to: { path: `${features}/`, pathNot: `${features}/$1/` },
    },
    {
      name: 'components-know-no-feature',
      severity: 'error',
      from: { path: '^apps/web/src/(components|lib)/' },
      to: { path: '^apps/web/src/(features|app)/' },
    },
    {
      name: 'only-queries-call-the-api',
      severity: 'error',
      from: { path: `${features}/`, pathNot: '(/queries[\\w-]*|\\.test)\\.tsx?$' },
      to: { path: '^apps/web/src/lib/api\\.ts$', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/generated/', '\\.next/', 'fixtures/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'apps/api/tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
    },
  },
};
