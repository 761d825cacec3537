import { getLocale, getTranslations } from 'next-intl/server'
import type { OfferingDocuments } from '../api/types.ts'
import { ClientTexts } from '../i18n/client-texts.tsx'
import { FORMATTING_LOCALES } from '../i18n/formatting-locale.ts'
import { Badge } from '../ui/badge.tsx'
import { Hash } from '../ui/identifier.tsx'
import { DataTable } from '../ui/table.tsx'
import { Time } from '../ui/time.tsx'
import { DocumentCheck } from './document-check.tsx'

/** The documents of an offering by their hashes, and a way to check that a file is one of them. */
export async function Documents({ documents }: { readonly documents: OfferingDocuments }) {
  const [t, locale] = await Promise.all([getTranslations('offering'), getLocale()])
  const { data, documentsHash } = documents
  const size = new Intl.NumberFormat(FORMATTING_LOCALES[locale], {
    style: 'unit',
    unit: 'kilobyte',
    maximumFractionDigits: 1,
  })
  return (
    <div className="space-y-5">
      {data.length === 0 ? (
        <p className="break-all text-muted">{t('noDocuments', { hash: documentsHash ?? '—' })}</p>
      ) : (
        <DataTable
          id="documents-table"
          caption={t('documents')}
          hideCaption
          dense
          rows={data}
          keyOf={({ hash }) => hash}
          columns={[
            {
              id: 'name',
              title: t('documentName'),
              header: true,
              cell: ({ name, hash, inTerms }) => (
                <>
                  <a href={`/api/v1/documents/${hash}`} className="link" download={name}>
                    {name}
                  </a>{' '}
                  {inTerms && <Badge tone="accent">{t('documentInTerms')}</Badge>}
                </>
              ),
            },
            {
              id: 'size',
              title: t('documentSize'),
              right: true,
              cell: ({ sizeBytes }) => size.format(sizeBytes / 1000),
            },
            { id: 'created', title: t('record'), cell: ({ createdAt }) => <Time at={createdAt} style="day" /> },
            { id: 'hash', title: t('documentHash'), cell: ({ hash }) => <Hash value={hash} /> },
          ]}
        />
      )}
      {documentsHash !== null && (
        <ClientTexts of={['offering']}>
          <DocumentCheck documentsHash={documentsHash} documents={data.map(({ hash, name }) => ({ hash, name }))} />
        </ClientTexts>
      )}
    </div>
  )
}
