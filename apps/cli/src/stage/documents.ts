/** Documents of the example: short, true texts, so that every hash on the chain has something behind it. */
import type { Database } from '@heliobond/db'
import { sha256, toHex, utf8Bytes } from '@heliobond/domain'

/** One document of the example. */
export interface StagedDocument {
  readonly name: string
  readonly kind: 'official-statement' | 'tender' | 'milestone' | 'evidence' | 'other'
  readonly text: string
}

/** The official statement of an offering of the example. */
export const officialStatement = (offeringName: string, systemName: string): StagedDocument => ({
  name: `${offeringName}.txt`,
  kind: 'official-statement',
  text: `${offeringName}

This is an example on a local network. Nothing here is an offer of securities.

The bond finances the solar system "${systemName}". Investors hold it in their own wallets. Those who use the energy pay for what the meters
measured, at no more than the utility's tariff. The escrow contract pays, in this order: operations within a budget, coupons, the debt service
reserve, principal. When the bond is repaid, the system belongs to those who used it.

Risks: the sun may shine less, the users may pay late, the contracts may have faults. The contracts are not audited.
`,
})

/** The hash by which a document is named on the chain. */
export const documentHash = ({ text }: StagedDocument): Uint8Array => sha256(utf8Bytes(text))

/** Keeps documents where the API finds them by their hash. */
export async function keepDocuments(
  { prisma }: Database,
  documents: readonly StagedDocument[],
  p: { readonly owner: string; readonly offeringId: number | null; readonly now: bigint },
): Promise<void> {
  await prisma.document.createMany({
    data: documents.map((document) => {
      const bytes = new Uint8Array(utf8Bytes(document.text))
      return {
        hash: toHex(documentHash(document)),
        sizeBytes: bytes.length,
        mediaType: 'text/plain; charset=utf-8',
        name: document.name,
        owner: p.owner,
        kind: document.kind,
        offeringId: p.offeringId,
        bytes,
        createdAt: p.now,
      }
    }),
    skipDuplicates: true,
  })
}
