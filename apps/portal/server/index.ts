export { ensurePortalBuilt } from './build.ts'
export { type PortalOptions, type PortalServer, servePortal } from './serve.ts'
