/** The agent's parts that speak to the contract. The Stellar SDK behind them is loaded only where one of them runs. */
import type { Logger } from 'pino'
import type { DeviceConfig } from '../config/config.ts'
import type { ControlConfig } from '../config/control-config.ts'
import { startAsking } from '../control/asking.ts'
import type { Controller } from '../control/controller.ts'
import { type Reporter, startReporter } from '../direct/reporter.ts'
import { underWay } from '../direct/under-way.ts'
import type { DeviceStore } from '../store/device-store.ts'

/** Reports to the contract itself. @throws {KeyFileError} if an account's key cannot be used. */
export async function startDirect(
  config: DeviceConfig,
  store: DeviceStore,
  log: Logger,
  controller: Controller | undefined,
  pollMs: number | undefined,
): Promise<{ readonly account: string; readonly reporter: Reporter }> {
  const { direct } = config
  if (!direct) throw new Error('this device does not report itself')
  const { accountOf, ownAccount } = await import('../direct/account-key.ts')
  const { openEnergyLink } = await import('../direct/energy-link.ts')
  const own = ownAccount(direct.accountKeyFile)
  const sponsor = direct.sponsorKeyFile === undefined ? undefined : accountOf(direct.sponsorKeyFile)
  // A site meter's report is answered for party 0; any other meter is the party's own.
  const speaksForUs = config.kind !== 'Site' || config.control?.party === 0
  const reporter = startReporter(
    { store, log, epoch: config.epoch, onWord: (word) => speaksForUs && controller?.hear(word) },
    openEnergyLink(
      { ...linkTo(config, direct.rpcUrl), ...(pollMs !== undefined && { pollMs }) },
      { own, sponsor, baseFeeStroops: direct.baseFeeStroops, onSending: underWay(store).write },
    ),
  )
  return { account: own.address, reporter }
}

/** Asks for the decision between reports, or where Heliobond reports. */
export async function startAskingContract(
  config: DeviceConfig,
  { party, rpcUrl, decisionSeconds }: ControlConfig,
  controller: Controller,
  log: Logger,
): Promise<{ close(): Promise<void> }> {
  const { openEnergyLink } = await import('../direct/energy-link.ts')
  const link = openEnergyLink(linkTo(config, rpcUrl))
  return startAsking(() => link.ask(party), controller.hear, controller.quietSeconds, decisionSeconds, log)
}

const linkTo = ({ passphrase, energyContract, system }: DeviceConfig, rpcUrl: string) => ({
  ...{ rpcUrl, passphrase, energyContract, system },
})
