import { createRequire } from 'node:module';
import path from 'node:path';

const rootDir = process.cwd();
const inPackage = createRequire(path.join(rootDir, 'package.json'));

/** @param {boolean} tsx */
const swc = (tsx) => [
  inPackage.resolve('@swc/jest'),
  {
    jsc: {
      target: 'es2024',
      keepClassNames: true,
      parser: { syntax: 'typescript', tsx, decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

/** For packages without a configuration of their own, and for the browser journeys. */
export default {
  rootDir,
  testEnvironment: 'node',
  testMatch: process.env.JOURNEYS ? ['**/journeys/**/*.journey.ts'] : ['**/{src,test}/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.ts$': swc(false), '\\.tsx$': swc(true) },
  transformIgnorePatterns: ['/node_modules/(?!\\.pnpm/@cartwheel|@cartwheel/)'],
  testTimeout: 30_000,
};
