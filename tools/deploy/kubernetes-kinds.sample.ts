import { z } from 'zod'

/** The parts of Kubernetes’ kinds that deploy/k8s uses: a word that is not here is misspelt, or new and to be added. */

const strict = z.strictObject
const labels = z.record(z.string(), z.string())
const meta = strict({ name: z.string(), labels: labels.optional() })
const matched = strict({ matchLabels: labels })
const count = z.number().int().positive()

const probe = strict({
  httpGet: strict({ path: z.string(), port: z.literal('http') }),
  periodSeconds: count,
  timeoutSeconds: count.optional(),
  failureThreshold: count,
})
const secretKey = strict({ name: z.string(), key: z.string(), optional: z.boolean().optional() })
const variable = strict({
  name: z.string(),
  valueFrom: z.union([strict({ fieldRef: strict({ fieldPath: z.string() }) }), strict({ secretKeyRef: secretKey })]),
})
const mount = strict({ name: z.string(), mountPath: z.string(), readOnly: z.boolean().optional() })
const volume = strict({
  name: z.string(),
  emptyDir: strict({ sizeLimit: z.string() }).optional(),
  secret: strict({ secretName: z.string(), defaultMode: z.literal(0o440) }).optional(),
})

const container = strict({
  name: z.literal('liandun'),
  image: z.string().regex(/^liandun:\d+\.\d+\.\d+$/),
  imagePullPolicy: z.literal('IfNotPresent'),
  ports: z.tuple([strict({ name: z.literal('http'), containerPort: z.number() })]),
  envFrom: z.array(strict({ configMapRef: strict({ name: z.string() }) })),
  env: z.array(variable),
  startupProbe: probe,
  livenessProbe: probe,
  readinessProbe: probe,
  lifecycle: strict({ preStop: strict({ sleep: strict({ seconds: count }) }) }),
  resources: strict({
    requests: strict({ cpu: z.string(), memory: z.string() }),
    limits: strict({ memory: z.string() }),
  }),
  securityContext: strict({
    allowPrivilegeEscalation: z.literal(false),
    readOnlyRootFilesystem: z.literal(true),
    capabilities: strict({ drop: z.tuple([z.literal('ALL')]) }),
  }),
  volumeMounts: z.array(mount),
})

const pod = strict({
  automountServiceAccountToken: z.literal(false),
  enableServiceLinks: z.literal(false),
  terminationGracePeriodSeconds: count,
  securityContext: strict({
    runAsNonRoot: z.literal(true),
    runAsUser: count,
    runAsGroup: count,
    fsGroup: count,
    seccompProfile: strict({ type: z.literal('RuntimeDefault') }),
  }),
  topologySpreadConstraints: z.array(
    strict({
      maxSkew: count,
      topologyKey: z.string(),
      whenUnsatisfiable: z.literal('ScheduleAnyway'),
      labelSelector: matched,
    }),
  ),
  containers: z.tuple([container]),
  volumes: z.array(volume),
})

export const deployment = strict({
  apiVersion: z.literal('apps/v1'),
  kind: z.literal('Deployment'),
  metadata: meta,
  spec: strict({
    replicas: count,
    revisionHistoryLimit: count,
    minReadySeconds: count,
    strategy: strict({
      type: z.literal('RollingUpdate'),
      rollingUpdate: strict({ maxUnavailable: z.literal(0), maxSurge: count }),
    }),
    selector: matched,
    template: strict({ metadata: strict({ labels }), spec: pod }),
  }),
})

export const service = strict({
  apiVersion: z.literal('v1'),
  kind: z.literal('Service'),
  metadata: meta,
  spec: strict({
    type: z.literal('ClusterIP'),
    selector: labels,
    ports: z.tuple([strict({ name: z.literal('http'), port: z.number(), targetPort: z.literal('http') })]),
  }),
})

export const disruptionBudget = strict({
  apiVersion: z.literal('policy/v1'),
  kind: z.literal('PodDisruptionBudget'),
  metadata: meta,
  spec: strict({
    maxUnavailable: z.literal(1),
    unhealthyPodEvictionPolicy: z.literal('AlwaysAllow'),
    selector: matched,
  }),
})

const peer = strict({
  podSelector: matched.optional(),
  namespaceSelector: matched.optional(),
  ipBlock: strict({ cidr: z.cidrv4() }).optional(),
})
const port = strict({ protocol: z.enum(['TCP', 'UDP']), port: z.number(), endPort: z.number().optional() })

export const networkPolicy = strict({
  apiVersion: z.literal('networking.k8s.io/v1'),
  kind: z.literal('NetworkPolicy'),
  metadata: meta,
  spec: strict({
    podSelector: strict({ matchLabels: labels.optional() }),
    policyTypes: z.array(z.enum(['Ingress', 'Egress'])).min(1),
    ingress: z.array(strict({ from: z.array(peer).min(1), ports: z.array(port).min(1) })).optional(),
    egress: z.array(strict({ to: z.array(peer).min(1), ports: z.array(port).min(1) })).optional(),
  }),
})

export const configMap = strict({
  apiVersion: z.literal('v1'),
  kind: z.literal('ConfigMap'),
  metadata: meta,
  data: z.record(z.string(), z.string()),
})

export const kustomization = strict({
  apiVersion: z.literal('kustomize.config.k8s.io/v1beta1'),
  kind: z.literal('Kustomization'),
  namespace: z.literal('liandun').optional(),
  resources: z.array(z.string()).min(1),
  nameSuffix: z.string().optional(),
  labels: z.array(strict({ includeSelectors: z.literal(true), pairs: labels })).optional(),
  images: z.array(strict({ name: z.literal('liandun'), newName: z.string(), newTag: z.string() })).optional(),
  replicas: z.array(strict({ name: z.string(), count })).optional(),
  patches: z
    .array(
      strict({
        path: z.string().optional(),
        patch: z.string().optional(),
        target: strict({ kind: z.string() }).optional(),
      }),
    )
    .optional(),
})
