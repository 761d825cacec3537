/** Browsers that ask before they have read the page's own link to its icon are led to it. */
export const GET = (): Response => new Response(null, { status: 308, headers: { location: '/icon.svg' } })
