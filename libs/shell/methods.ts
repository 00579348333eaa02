import { PAGES } from './routes/web.js'

/** Addresses and what they take; a name in braces stands for one part. */
export const ADDRESSES: readonly { path: string; methods: readonly string[] }[] = [
  { path: '/', methods: ['GET', 'HEAD'] },
  { path: '/about', methods: ['GET', 'HEAD'] },
  ...PAGES.map((page) => ({ path: `/${page}`, methods: ['GET', 'HEAD'] })),
  { path: '/healthz', methods: ['GET', 'HEAD'] },
  { path: '/readyz', methods: ['GET', 'HEAD'] },
  { path: '/health/live', methods: ['GET', 'HEAD'] },
  { path: '/health/ready', methods: ['GET', 'HEAD'] },
  { path: '/metrics', methods: ['GET', 'HEAD'] },
  { path: '/stories/{report}', methods: ['GET', 'HEAD'] },
  { path: '/api/docs', methods: ['GET', 'HEAD'] },
  { path: '/api/openapi.json', methods: ['GET', 'HEAD'] },
  { path: '/api/steps', methods: ['GET', 'HEAD'] },
  { path: '/api/steps/mine', methods: ['GET', 'HEAD'] },
  { path: '/api/problems', methods: ['GET', 'HEAD'] },
  { path: '/api/problems/{code}', methods: ['GET', 'HEAD'] },
  { path: '/api/sign-in', methods: ['POST'] },
  { path: '/api/sign-in/renew', methods: ['POST'] },
  { path: '/api/sign-in/office', methods: ['POST'] },
  { path: '/api/me', methods: ['GET', 'HEAD'] },
  { path: '/api/rules/clocks', methods: ['GET', 'HEAD'] },
  { path: '/api/rules/thresholds', methods: ['GET', 'HEAD'] },
  { path: '/api/rules/documents', methods: ['GET', 'HEAD'] },
  { path: '/api/rules/switches', methods: ['GET', 'HEAD'] },
  { path: '/api/rules/clocks/{clock}/explain', methods: ['GET', 'HEAD'] },
  { path: '/api/portal/dossiers/{dossier}', methods: ['GET', 'HEAD'] },
  { path: '/api/portal/clocks', methods: ['GET', 'HEAD'] },
  { path: '/api/portal/directory', methods: ['GET', 'HEAD'] },
  { path: '/api/portal/likely-leads', methods: ['POST'] },
  { path: '/api/portal/live', methods: ['GET', 'HEAD'] },
  { path: '/api/portal/changes', methods: ['GET', 'HEAD'] },
  { path: '/api/operator/worlds', methods: ['GET', 'HEAD', 'POST'] },
  { path: '/api/operator/worlds/{name}', methods: ['DELETE'] },
  { path: '/api/operator/time', methods: ['GET', 'HEAD', 'POST'] },
  { path: '/api/operator/quiet', methods: ['POST'] },
  { path: '/api/operator/part', methods: ['GET', 'HEAD'] },
  { path: '/api/operator/part/earliest', methods: ['GET', 'HEAD'] },
  { path: '/api/operator/part/set', methods: ['POST'] },
  { path: '/api/operator/part/fire', methods: ['POST'] },
  { path: '/api/operator/caused/{message}', methods: ['GET', 'HEAD'] },
  { path: '/api/operator/parked', methods: ['GET', 'HEAD'] },
  { path: '/api/operator/redrive', methods: ['POST'] },
  { path: '/api/{service}/{record}/{id}/clocks/{clock}/explain', methods: ['GET', 'HEAD'] },
  { path: '/api/{service}/{record}/{id}/chain', methods: ['GET', 'HEAD'] },
  { path: '/api/{service}/{record}/{id}/papers', methods: ['GET', 'HEAD'] },
  { path: '/api/{service}/{record}/{id}/papers/{file}', methods: ['GET', 'HEAD'] },
  { path: '/api/{service}/{record}/{id}/{Step}', methods: ['POST'] },
  { path: '/api/{service}/{record}/{idOrStep}', methods: ['GET', 'HEAD', 'POST'] },
]

const patterns = ADDRESSES.map(({ path, methods }) => ({
  pattern: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
  methods,
}))

/** What the first address that fits takes; empty when none fits. */
export const allowedOn = (url: string): readonly string[] =>
  patterns.find(({ pattern }) => pattern.test(url.split('?')[0]!))?.methods ?? []
