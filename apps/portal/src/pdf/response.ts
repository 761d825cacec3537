import type { PdfDocument } from './document.ts'

/** A PDF as an answer, to be kept under that name. */
export const pdfResponse = (document: PdfDocument, name: string): Response =>
  new Response(document.bytes(), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
