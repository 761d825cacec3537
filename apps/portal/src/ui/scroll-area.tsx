import type { ReactNode } from 'react'

/** What is wider than its place scrolls by itself, and must then be reached by keyboard and have a name (WCAG 2.1.1, 4.1.2). */
const reachable = (labelledBy: string) => ({ role: 'group', tabIndex: 0, 'aria-labelledby': labelledBy }) as const

export function ScrollArea({ labelledBy, children }: { readonly labelledBy: string; readonly children: ReactNode }) {
  return (
    <div {...reachable(labelledBy)} className="relative overflow-x-auto card scroll-cue">
      {children}
    </div>
  )
}
