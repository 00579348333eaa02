import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, normalize } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parse, parseAllDocuments } from 'yaml'
import { SERVICES, VARIABLES } from '../../libs/shell/config.js'
import { ROUTES } from '../../libs/shell/methods.js'
import {
  configMap,
  deployment,
  disruptionBudget,
  kustomization,
  networkPolicy,
  service,
} from './kubernetes-kinds.sample.js'

const ROOT = 'deploy/k8s'
const read = (file: string): unknown => parse(readFileSync(join(ROOT, file), 'utf8'))
const folder = (name: string) => kustomization.parse(read(`${name}/kustomization.yaml`))

const workload = deployment.parse(read('base/process/deployment.yaml'))
const pod = workload.spec.template.spec
const [container] = pod.containers
const door = service.parse(read('base/process/service.yaml'))
const settings = configMap.parse(read('base/settings.yaml'))
const policies = parseAllDocuments(readFileSync(join(ROOT, 'base/network-policies.yaml'), 'utf8')).map((one) =>
  networkPolicy.parse(one.toJS()),
)
const policy = (name: string) => policies.find(({ metadata }) => metadata.name === name)!.spec
const secret = (text: string): boolean => /PASSWORD|USERNAME|URI$|REDIS_URL|BROKERS|TOKEN$/.test(text)

describe('the manifests', () => {
  it('name each other completely: every file is listed by its folder, and every one listed is there', () => {
    const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((one) =>
      statSync(join(ROOT, one)).isFile(),
    )
    const lists = files
      .filter((one) => one.endsWith('kustomization.yaml'))
      .map((one) => one.replace('/kustomization.yaml', ''))
    const listed = lists.flatMap((name) => {
      const { resources, patches = [] } = folder(name)
      return [...resources, ...patches.flatMap(({ path }) => path ?? [])].map((one) => normalize(join(name, one)))
    })
    expect(listed.filter((one) => !existsSync(join(ROOT, one)))).toEqual([])
    const seen = files.filter((one) => !one.endsWith('kustomization.yaml') && !listed.includes(one))
    expect(seen).toEqual([])
    expect(lists.filter((one) => !listed.includes(one)).sort()).toEqual(['overlays/production', 'overlays/trial'])
  })

  it('have one folder for each service, which gives the process its name and label', () => {
    expect(folder('base').resources.filter((one) => !one.endsWith('.yaml'))).toEqual([...SERVICES])
    for (const name of SERVICES)
      expect(folder(`base/${name}`)).toMatchObject({
        resources: ['../process'],
        nameSuffix: `-${name}`,
        labels: [{ includeSelectors: true, pairs: { 'app.kubernetes.io/component': name } }],
      })
    expect(container.env.find(({ name }) => name === 'SERVICES')!.valueFrom).toEqual({
      fieldRef: { fieldPath: "metadata.labels['app.kubernetes.io/component']" },
    })
  })

  it('give each a disruption budget and a service of the same name', () => {
    const budget = disruptionBudget.parse(read('base/process/disruption-budget.yaml'))
    expect([workload, door, budget].map(({ metadata }) => metadata.name)).toEqual(['liandun', 'liandun', 'liandun'])
    expect(workload.spec.replicas).toBeGreaterThan(budget.spec.maxUnavailable)
    expect(folder('base/process').resources).toEqual(['deployment.yaml', 'service.yaml', 'disruption-budget.yaml'])
  })

  it('ask at addresses that there are: alive for life, ready for requests', () => {
    const probes = [container.startupProbe, container.livenessProbe, container.readinessProbe]
    expect(probes.map(({ httpGet }) => httpGet.path)).toEqual(['/healthz', '/healthz', '/readyz'])
    for (const { httpGet } of probes) expect(ROUTES).toContainEqual({ method: 'GET', path: httpGet.path })
    expect([container.ports[0].containerPort, door.spec.ports[0].port]).toEqual([3000, 3000])
    expect(settings.data.PORT).toBe('3000')
  })

  it('run the image of compose.yaml, with room to end in order', () => {
    const { services } = parse(readFileSync('deploy/compose.yaml', 'utf8'), { merge: true }) as {
      services: { intake: { image: string } }
    }
    expect(container.image).toBe(services.intake.image)
    expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(30 + container.lifecycle.preStop.sleep.seconds)
  })

  it('write to nothing but the folders that they mount', () => {
    const mounted = container.volumeMounts.map(({ name, mountPath, readOnly }) => [name, mountPath, readOnly ?? false])
    expect(mounted).toEqual([
      ['data', settings.data.DATA_DIR, false],
      ['tmp', '/tmp', false],
      ['keys', '/keys', true],
    ])
    expect(pod.volumes.map(({ name }) => name)).toEqual(mounted.map(([name]) => name))
  })

  it('take secrets by reference, and write none down', () => {
    expect(Object.keys(settings.data).filter(secret)).toEqual([])
    const referred = container.env.flatMap(({ name, valueFrom }) =>
      'secretKeyRef' in valueFrom ? [[name, valueFrom.secretKeyRef.name, valueFrom.secretKeyRef.key]] : [],
    )
    expect(referred.map(([name]) => name).filter((name) => !secret(name!))).toEqual([])
    expect(referred.filter(([name, from, key]) => from !== 'liandun-servers' || key !== name)).toEqual([])
    expect(pod.volumes.find(({ name }) => name === 'keys')!.secret!.secretName).toBe('liandun-keys')
    const keys = Object.entries(settings.data).filter(([name]) => name.endsWith('_KEY_FILE'))
    expect(keys.map(([, path]) => path)).toEqual(['/keys/service.key', '/keys/vault.key', '/keys/token.key'])
  })

  it('tell the portal where the others stand', () => {
    for (const name of SERVICES.filter((one) => one !== 'portal'))
      expect(settings.data[`${name.toUpperCase()}_URL`]).toBe(
        `http://${door.metadata.name}-${name}:${door.spec.ports[0].port}`,
      )
  })

  it('allow nothing between pods but what is named', () => {
    expect(policy('deny-all')).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] })
    const open = policies.filter(({ metadata, spec }) => metadata.name !== 'deny-all' && !spec.podSelector.matchLabels)
    expect(open).toEqual([])
    const portal = { matchLabels: { 'app.kubernetes.io/component': 'portal' } }
    const from = policies.flatMap(({ spec }) => spec.ingress ?? []).flatMap((rule) => rule.from)
    expect(from).toEqual([
      { podSelector: portal },
      { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'ingress-nginx' } } },
      { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } } },
    ])
    expect(policy('portal-from-outside').podSelector).toEqual(portal)
    expect(
      policies
        .flatMap(({ spec }) => spec.egress ?? [])
        .flatMap(({ to }) => to)
        .filter(({ ipBlock }) => ipBlock?.cidr === '0.0.0.0/0'),
    ).toEqual([])
  })

  it('in production speak to Kafka with SASL and TLS', () => {
    const { data } = configMap.parse(read('overlays/production/settings.yaml'))
    expect(data).toEqual({
      ...{ KAFKA_SSL: 'true', KAFKA_SASL_MECHANISM: 'scram-sha-512', KAFKA_CA_FILE: '/kafka/ca.crt' },
      PROXIES: '10.244.0.0/16',
    })
    const patch = read('overlays/production/kafka-tls.yaml') as typeof workload
    const spec = patch.spec.template.spec
    expect(spec.containers[0].volumeMounts).toEqual([{ name: 'kafka-ca', mountPath: '/kafka', readOnly: true }])
    expect(spec.volumes.map(({ name }) => name)).toEqual(['kafka-ca'])
    const names = folder('overlays/production').replicas!.map(({ name }) => name)
    expect(names.filter((name) => !SERVICES.some((one) => name === `liandun-${one}`))).toEqual([])
  })
})

it('they name variables that there are', () => {
  const production = configMap.parse(read('overlays/production/settings.yaml'))
  const used = [
    ...Object.keys(settings.data),
    ...Object.keys(production.data),
    ...container.env.map(({ name }) => name),
  ]
  expect(used.filter((name) => !(name in VARIABLES))).toEqual([])
})
