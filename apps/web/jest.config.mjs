export default {
  testEnvironment: '<rootDir>/src/test/environment.mjs',
  roots: ['<rootDir>/src'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  setupFilesAfterEnv: ['<rootDir>/src/test/setup.ts'],
  transform: {
    '\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: {
    '\\.css$': '<rootDir>/src/test/style-names.mjs',
    '^next/navigation(\\.js)?$': '<rootDir>/src/test/navigation.ts',
    '^next/link(\\.js)?$': '<rootDir>/src/test/link.tsx',
    '^next/dynamic(\\.js)?$': '<rootDir>/src/test/dynamic.tsx',
  },
};
