import { expect, test } from 'vitest'
import { adaptClient } from './client.ts'

const client = `import {MyError, Unused, Thing} from './types.js';
import {Result, Spec, AssembledTransaction, Client as ContractClient, ClientOptions as ContractClientOptions} from '@stellar/stellar-sdk/contract';
import {Address, xdr} from '@stellar/stellar-sdk';
export class Client extends ContractClient {
  /** An Address in a comment is no use of it; nor is one in "Address". */
  constructor(public readonly options: ContractClientOptions) {
    super(new Spec(["Address"]), options);
  }
   static deploy<T = Client>(options: ContractClientOptions): Promise<AssembledTransaction<T>> {
    return ContractClient.deploy(null, options);
  }
  get(): Promise<AssembledTransaction<Result<Thing, MyError>>>;
}
`
const types = `import {Address} from '@stellar/stellar-sdk';
export const MyError = {
  1 : { message: "No" },
}
export interface Thing { at: bigint }
`

test('types are imported as types, from .ts files, and only those that are used', () => {
  const adapted = adaptClient({ client, types })
  expect(adapted['client.ts'].split('\n').filter((line) => line.startsWith('import'))).toEqual([
    "import type { MyError, Thing } from './types.ts';",
    "import { Spec, Client as ContractClient } from '@stellar/stellar-sdk/contract';",
    "import type { Result, AssembledTransaction, ClientOptions as ContractClientOptions } from '@stellar/stellar-sdk/contract';",
  ])
  expect(adapted['types.ts']).not.toContain('Address')
})

test('nothing is left that Node cannot run by taking types away', () => {
  const adapted = adaptClient({ client, types })
  expect(adapted['client.ts']).toContain('  constructor(options: ContractClientOptions) {')
  expect(adapted['client.ts']).toContain(' static override deploy<')
  expect(() => adaptClient({ client, types: `${types}export enum Kind { A = 1 }\n` })).toThrow('enum')
})

test('an error table is a type too', () => {
  expect(adaptClient({ client, types })['types.ts']).toContain(
    'export type MyError = (typeof MyError)[keyof typeof MyError];',
  )
})

test('a generator that changed is noticed', () => {
  expect(() => adaptClient({ client: client.replace('public readonly', 'readonly'), types })).toThrow('no longer emits')
})
