'use client'

import { type ReactNode, useMemo } from 'react'
import { useRefreshAfter } from '../live/use-refresh-after.ts'
import type { BuildRequest } from './built.ts'
import type { CoSign } from './sign.ts'
import { SignFlow } from './sign-flow.tsx'

/** A transaction with nothing to fill in: one button, then the flow. The page is loaded anew when it is done. */
export function OneStep({
  request,
  address,
  network,
  settlementAsset,
  bondAsset,
  contracts,
  label,
  names,
  accounts,
  args,
  assets,
  step,
  coSign,
  after,
}: {
  readonly request: BuildRequest
  readonly address: string
  readonly network: { readonly name: string; readonly passphrase: string; readonly title: string }
  readonly settlementAsset: string
  readonly bondAsset?: string
  /** Contracts that it may call; those that its moves name unless given. */
  readonly contracts?: readonly string[]
  readonly label: string
  /** Names for addresses that the page knows. */
  readonly names?: Readonly<Record<string, string>>
  /** Accounts besides the signer's own for which it may act. */
  readonly accounts?: readonly string[]
  /** Arguments that the call must carry, as text. */
  readonly args?: readonly string[]
  /** Classic assets whose contracts it may call besides. */
  readonly assets?: readonly string[]
  /** Which step of a launch it is. */
  readonly step?: string
  readonly coSign?: CoSign
  /** What can be done next, under the receipt. */
  readonly after?: ReactNode
}) {
  const refresh = useRefreshAfter()
  const expected = useMemo(
    () => ({
      address,
      passphrase: network.passphrase,
      ...(contracts && { contracts }),
      ...(accounts && { accounts }),
      ...(args && { args }),
      ...(assets && { assets }),
      ...(step !== undefined && { step }),
    }),
    [address, network.passphrase, contracts, accounts, args, assets, step],
  )
  return (
    <SignFlow
      request={request}
      expected={expected}
      names={{ network: network.title, settlementAsset, ...(bondAsset && { bondAsset }), ...(names && { names }) }}
      networkName={network.name}
      label={label}
      coSign={coSign}
      after={after}
      onDone={refresh}
    />
  )
}
