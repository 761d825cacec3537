/** The source of a generated client, by file name. */
export type ClientSource = { readonly 'client.ts': string; readonly 'types.ts': string; readonly 'index.ts': string }

const NOTICE = '// Generated from the contract by `npm run contracts:build`. Do not edit.\n'

/**
 * Adapts what `stellar-js generate` emits to this repository: imports name `.ts` files and say `type` where only a type
 * is meant, unused ones go, and the class has no parameter property, since Node runs the source as it is. Each error
 * table gets a type of its own name, which the client uses.
 *
 * @throws {Error} if the generator emits something this does not know, so that a new version is noticed here.
 */
export function adaptClient(emitted: { readonly client: string; readonly types: string }): ClientSource {
  const types = withErrorTypes(replaceOnce(emitted.types, /^import \{Address\} from '@stellar\/stellar-sdk';\n/, ''))
  if (/\benum\b/.test(withoutComments(types))) throw new Error('the generator emitted an enum')

  const imports = emitted.client.match(/^(?:import .*;\n)+/)?.[0]
  if (imports === undefined) throw new Error('the generated client has no imports')
  const withoutProperty = replaceOnce(
    emitted.client.slice(imports.length),
    'constructor(public readonly options: ContractClientOptions) {',
    'constructor(options: ContractClientOptions) {',
  )
  const body = replaceOnce(withoutProperty, ' static deploy<', ' static override deploy<')
  const code = withoutComments(body)
  const statements = imports.trim().split('\n')
  return {
    'client.ts': NOTICE + statements.flatMap((statement) => adaptImport(statement, code)).join('') + body,
    'types.ts':
      NOTICE + (usesIdentifier(types, 'Address') ? typeImport(['Address'], '@stellar/stellar-sdk') : '') + types,
    'index.ts': `${NOTICE}export { Client } from './client.ts'\nexport * from './types.ts'\n`,
  }
}

/** What of the generator's imports is used as a value; everything else is a type. */
const VALUES = new Set(['Spec', 'ContractClient'])

function adaptImport(statement: string, code: string): string[] {
  const [, names, module] = statement.match(/^import \{(.*)\} from '(.*)';$/) ?? []
  if (names === undefined || module === undefined) throw new Error(`an import of unknown form: ${statement}`)
  const bindings = names.split(',').map((binding) => binding.trim())
  const local = (binding: string) => binding.split(' as ').at(-1) ?? binding
  const used = bindings.filter((binding) => usesIdentifier(code, local(binding)))
  const values = used.filter((binding) => VALUES.has(local(binding)))
  const types = used.filter((binding) => !VALUES.has(local(binding)))
  const from = module === './types.js' ? './types.ts' : module
  return [
    ...(values.length > 0 ? [`import { ${values.join(', ')} } from '${from}';\n`] : []),
    ...(types.length > 0 ? [typeImport(types, from)] : []),
  ]
}

const typeImport = (names: readonly string[], module: string) =>
  `import type { ${names.join(', ')} } from '${module}';\n`

const withErrorTypes = (types: string): string =>
  types.replaceAll(
    /^export const (\w+Error) = \{[\s\S]*?^\} *(?:as const)?;?$/gm,
    (table, name) => `${table}\nexport type ${name} = (typeof ${name})[keyof typeof ${name}];`,
  )

/** Code without comments and string literals, in which a name that is found is used. */
const withoutComments = (code: string): string =>
  code.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/"(?:[^"\\\n]|\\.)*"/g, '""')

const usesIdentifier = (code: string, name: string): boolean => new RegExp(`\\b${name}\\b`).test(withoutComments(code))

function replaceOnce(text: string, pattern: string | RegExp, replacement: string): string {
  const replaced = text.replace(pattern, replacement)
  if (replaced === text) throw new Error(`the generator no longer emits ${pattern}`)
  return replaced
}
