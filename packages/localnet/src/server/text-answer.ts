/** An answer in plain text, or without any. */
export interface TextAnswer {
  readonly status: number
  readonly text: string
}
