/** A Stellar RPC that browsers may ask; null where this site names none. */
export const browserRpcUrl = (): string | null => process.env.HELIOBOND_PORTAL_RPC_URL || null
