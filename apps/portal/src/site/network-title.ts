import { getTranslations } from 'next-intl/server'
import type { NetworkFacts } from './network.ts'

/** A network as people call it, for what is about to be signed. */
export async function networkTitle({ name, passphrase }: NetworkFacts): Promise<string> {
  const t = await getTranslations('network')
  switch (name) {
    case 'mainnet':
      return t('titleMainnet')
    case 'testnet':
      return t('titleTestnet')
    case 'local':
      return t('titleLocal')
    default:
      return passphrase
  }
}
