/** Every page that anybody may see, without its language. */
export const PUBLIC_PAGES = [
  '',
  '/offerings',
  '/offerings/1',
  '/systems/1',
  '/check',
  '/check/coupon',
  '/account',
] as const
