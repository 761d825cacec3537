/** Decimal string of stroops. */
export type Stroops = string

export interface BucketFlows {
  readonly operations: Stroops
  readonly coupon: Stroops
  readonly reserve: Stroops
  readonly renewal: Stroops
  readonly principal: Stroops
  readonly surplus: Stroops
}

/** The JSON that `--report` writes; report.schema.json says what each figure means. */
export interface DemoReport {
  readonly network: {
    readonly passphrase: string
    readonly protocolVersion: number
    readonly rpcUrl: string
    readonly horizonUrl: string | null
  }
  readonly terms: {
    readonly principalStroops: Stroops
    readonly couponBps: number
    readonly tariffStroops: Stroops
    readonly exportTariffStroops: Stroops
    readonly operationsStroops: Stroops
    readonly reserveStroops: Stroops
    readonly issued: string
    readonly schedule: readonly {
      readonly number: number
      readonly start: string
      readonly record: string
      readonly pay: string
      readonly days: number
      readonly basis: number
    }[]
  }
  readonly assets: { readonly settlement: string; readonly bond: string }
  readonly contracts: {
    readonly registry: string
    readonly tariff: string
    readonly energy: string
    readonly offering: string
  }
  readonly meterData: {
    readonly source: string
    readonly modelled: boolean
    readonly generationScale: string
    readonly consumptionScale: string
    readonly clinicShiftRows: number
  }
  readonly investors: readonly {
    readonly name: string
    readonly address: string
  }[]
  readonly parties: readonly {
    readonly name: string
    readonly address: string
    readonly wallet: string
    readonly collection: string
    readonly portionBps: number
  }[]
  readonly energy: {
    readonly readings: number
    readonly consumedWh: string
    readonly generatedWh: string
    readonly exportedWh: string
  }
  readonly bills: readonly {
    readonly index: number
    readonly number: string
    readonly party: string
    readonly from: string
    readonly to: string
    readonly deliveredWh: string
    readonly tariffStroops: Stroops
    readonly dueStroops: Stroops
    readonly creditStroops: Stroops
    readonly root: string
    readonly txHash: string
  }[]
  readonly exportCredits: readonly {
    readonly index: number
    readonly exportedWh: string
    readonly stroops: Stroops
    readonly txHash: string
  }[]
  readonly payments: readonly {
    readonly bill: string
    readonly party: string
    readonly txHash: string
    readonly operation: number
    readonly sendAsset: string
    readonly sentStroops: Stroops
    readonly receivedStroops: Stroops
  }[]
  readonly collections: readonly {
    readonly party: string
    readonly stroops: Stroops
    readonly creditUsedStroops: Stroops
    readonly buckets: BucketFlows
    readonly txHash: string
  }[]
  readonly buckets: BucketFlows & { readonly escrowBalance: Stroops }
  readonly coupons: readonly {
    readonly index: number
    readonly recordLedger: number
    readonly root: string
    readonly totalStroops: Stroops
    readonly claims: readonly {
      readonly holder: string
      readonly stroops: Stroops
      readonly txHash: string
    }[]
  }[]
  readonly redemption: {
    readonly ledger: number
    readonly payments: readonly {
      readonly holder: string
      readonly bondStroops: Stroops
      readonly paidStroops: Stroops
      readonly txHash: string
    }[]
  }
  readonly ownership: readonly {
    readonly party: string
    readonly portionBps: number
    readonly ownedBps: number
  }[]
  readonly reconciliation: {
    readonly differenceStroops: Stroops
    readonly compared: number
    readonly checks: readonly {
      readonly name: string
      readonly expected: string
      readonly actual: string
      readonly ok: boolean
    }[]
  }
  readonly elapsedMs: number
}
