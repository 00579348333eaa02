/** Specs are pure and stay beside the code; contract suites and stories are specs too. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/libs', '<rootDir>/services', '<rootDir>/tools'],
  testMatch: ['**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
          target: 'es2022',
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: {
    '^#kernel/(.*)$': '<rootDir>/libs/kernel/$1.ts',
    '^#(intake|routing|mediation|credit|portal)$': '<rootDir>/services/$1/service.ts',
    '^#embedded$': '<rootDir>/libs/adapters/embedded/index.ts',
    '^#distributed$': '<rootDir>/libs/adapters/distributed/index.ts',
    '^#(kernel|rules|contracts|policy|papers|ports|shell|story)$': '<rootDir>/libs/$1/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  globalSetup: '<rootDir>/tools/scratch.ts',
  maxWorkers: 2,
  testTimeout: 30000,
}
