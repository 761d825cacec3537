import { getTranslations } from 'next-intl/server'
import { type ExplorerKind, explorerUrl } from '../site/explorer.ts'
import { getNetwork } from '../site/network.ts'
import { CopyButton } from './copy-button.tsx'

const SHOWN_FROM = 13

/** `GABC…WXYZ`. */
export const shortened = (id: string, head = 5, tail = 5): string =>
  id.length < SHOWN_FROM ? id : `${id.slice(0, head)}…${id.slice(-tail)}`

interface Props {
  readonly id: string
  /** What can be looked at elsewhere; null for what only we know (a document's hash). */
  readonly kind: ExplorerKind | null
  /** All of it, broken over lines; else its ends. */
  readonly whole?: boolean
}

/** An address, hash or asset: its ends, a button that copies all of it, and where to look at it on the public networks. */
export async function Identifier({ id, kind, whole = false }: Props) {
  const [t, network] = await Promise.all([getTranslations('common'), getNetwork()])
  const url = kind === null ? null : explorerUrl(network.up ? network.facts.name : null, kind, id)
  return (
    <span className="inline-flex max-w-full items-center gap-1 align-middle">
      <code className={`font-mono text-[0.9em] ${whole ? 'break-all' : 'whitespace-nowrap'}`} title={id}>
        {whole ? id : shortened(id)}
      </code>
      <CopyButton value={id} label={t('copy')} copied={t('copied')} />
      {url && (
        <a href={url} target="_blank" rel="noopener noreferrer" className="link text-sm whitespace-nowrap">
          {t('explorer')}
          <span className="sr-only"> ({t('newTab')})</span>
        </a>
      )}
    </span>
  )
}

/** An account or a contract, told apart by its first letter. */
export const Address = ({ value, whole }: { readonly value: string; readonly whole?: boolean }) => (
  <Identifier id={value} kind={value.startsWith('C') ? 'contract' : 'account'} whole={whole} />
)

export const TxHash = ({ value }: { readonly value: string }) => <Identifier id={value} kind="tx" />

/** A hash that is not a transaction's. */
export const Hash = ({ value, whole }: { readonly value: string; readonly whole?: boolean }) => (
  <Identifier id={value} kind={null} whole={whole} />
)
