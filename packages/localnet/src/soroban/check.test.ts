import { Asset, Keypair, xdr } from '@stellar/stellar-sdk/base'
import { describe, expect, it } from 'vitest'
import { Soroban } from './index.ts'
import { testLedger, trustlineKey } from './test-ledger.ts'

const soroban = await Soroban.load()
const ledger = testLedger(soroban)
const code = (fill: number) =>
  xdr.LedgerKey.contractCode(new xdr.LedgerKeyContractCode({ hash: new Uint8Array(32).fill(fill) }))

interface Declared {
  readOnly?: xdr.LedgerKey[]
  readWrite?: xdr.LedgerKey[]
  instructions?: number
  diskReadBytes?: number
  writeBytes?: number
  resourceFee?: bigint
  archived?: number[]
}

function check(declared: Declared, envelopeSizeBytes = 500): string | null {
  const { readOnly = [], readWrite = [], archived } = declared
  const resources = new xdr.SorobanResources({
    footprint: new xdr.LedgerFootprint({ readOnly, readWrite }),
    instructions: declared.instructions ?? 1_000_000,
    diskReadBytes: declared.diskReadBytes ?? 0,
    writeBytes: declared.writeBytes ?? 0,
  })
  const ext = archived
    ? xdr.SorobanTransactionDataExt.resourceExt(new xdr.SorobanResourcesExtV0({ archivedSorobanEntries: archived }))
    : xdr.SorobanTransactionDataExt.v0()
  const sorobanData = new xdr.SorobanTransactionData({
    ext,
    resources,
    resourceFee: declared.resourceFee ?? 10_000_000n,
  })
  const operation = xdr.OperationBody.invokeHostFunction(
    new xdr.InvokeHostFunctionOp({
      hostFunction: xdr.HostFunction.hostFunctionTypeUploadContractWasm(new Uint8Array(8)),
      auth: [],
    }),
  )
  return soroban.checkResources({
    view: ledger,
    operation,
    sorobanData,
    envelopeSizeBytes,
  })
}

describe('the configuration', () => {
  it("decodes and holds mainnet's limits and fees", () => {
    const settings = soroban.defaultConfigEntries().map(({ keyXdr, entryXdr }) => {
      const { data } = xdr.LedgerEntry.fromXdr(entryXdr)
      const key = xdr.LedgerKey.fromXdr(keyXdr)
      if (data.type !== 'configSetting' || key.type !== 'configSetting') throw new Error('not a setting')
      return data.configSetting
    })
    const of = <Type extends xdr.ConfigSettingEntry['type']>(type: Type) =>
      settings.find((setting): setting is Extract<xdr.ConfigSettingEntry, { type: Type }> => setting.type === type)
    expect(of('configSettingContractComputeV0')?.contractCompute.txMaxInstructions).toBe(400_000_000n)
    expect(of('configSettingContractLedgerCostV0')?.contractLedgerCost.txMaxWriteBytes).toBe(132_096)
    expect(of('configSettingStateArchival')?.stateArchivalSettings.maxEntryTtl).toBe(3_110_400)
    expect(of('configSettingContractCostParamsCpuInstructions')?.contractCostParamsCpuInsns).toHaveLength(86)
    expect(settings).toHaveLength(19)
  })
})

describe('declared resources', () => {
  it.each<[string, Declared, RegExp]>([
    ['instructions', { instructions: 400_000_001 }, /instructions resources exceed/],
    ['bytes read', { diskReadBytes: 200_001 }, /byte-read resources exceed/],
    ['bytes written', { writeBytes: 132_097 }, /byte-write resources exceed/],
    ['keys that repeat', { readOnly: [code(1)], readWrite: [code(1)] }, /duplicate key/],
    ['a fee below what they cost', { resourceFee: 700n }, /lower than the actual Soroban resource fee/],
    ['a negative fee', { resourceFee: -1n }, /out of bounds/],
    ['restoring what is not there', { archived: [0] }, /out of bounds/],
    ['restoring out of order', { readWrite: [code(1), code(2)], archived: [1, 0] }, /ascending/],
  ])('are refused for %s', (_what, declared, reason) => {
    expect(check(declared)).toMatch(reason)
  })

  it('are refused for a trustline to the issuer itself', () => {
    const issuer = Keypair.random()
    expect(
      check({
        readOnly: [trustlineKey(issuer, new Asset('SOLAR', issuer.publicKey()))],
      }),
    ).toMatch(/trustline/)
  })

  it('are refused for too large an envelope or footprint', () => {
    expect(check({}, 132_097)).toMatch(/total transaction size/)
    const many = Array.from({ length: 201 }, (_, index) =>
      xdr.LedgerKey.contractCode(
        new xdr.LedgerKeyContractCode({
          hash: new Uint8Array(32).fill(index, 0, 1).fill(index >> 8, 1, 2),
        }),
      ),
    )
    expect(check({ readWrite: many, resourceFee: 100_000_000n })).toMatch(/entry-write/)
  })

  it('pass within the limits', () => {
    expect(check({ readOnly: [code(1)], readWrite: [code(2)], archived: [0] })).toBeNull()
  })
})

describe('the resource fee', () => {
  it("follows the network's rates", () => {
    const resources = new xdr.SorobanResources({
      footprint: new xdr.LedgerFootprint({
        readOnly: [],
        readWrite: [code(1)],
      }),
      instructions: 1_000_000,
      diskReadBytes: 0,
      writeBytes: 1024,
    })
    const fee = soroban.resourceFee({
      view: ledger,
      resources,
      envelopeSizeBytes: 724,
      eventsSizeBytes: 1024,
    })
    // 100 x 10,000 instructions, a written entry, a written KB, 1,024 bytes of history, 724 bytes of bandwidth; events.
    expect(fee).toEqual({
      nonRefundable: 700n + 2500n + 875n + 4059n + 288n,
      refundable: 5000n,
    })
  })
})
