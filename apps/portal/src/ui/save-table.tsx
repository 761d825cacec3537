'use client'

import { useEffect, useState } from 'react'
import { saveFile } from '../works/save-file.ts'
import { csvText } from './csv.ts'

/** What of a cell is no data: what is pressed, and what leads elsewhere. */
const NO_DATA = 'button, svg, [role="status"], a[target="_blank"]'

/** A cell in words: identifiers whole, times in UTC, amounts with their asset. */
function cellText(cell: Element): string {
  const copy = cell.cloneNode(true) as Element
  for (const node of copy.querySelectorAll(NO_DATA)) node.remove()
  for (const node of copy.querySelectorAll('time[datetime]')) node.textContent = node.getAttribute('datetime')
  for (const node of copy.querySelectorAll('[data-csv]')) node.textContent = node.getAttribute('data-csv')
  for (const node of copy.querySelectorAll('code[title]')) node.textContent = node.getAttribute('title')
  return (copy.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
}

/** Saves a table that stands on the page, and nowhere else, as CSV: with its scripts alone, since the file is made of what is shown. */
export function SaveTable({
  caption,
  name,
  label,
}: {
  /** The id of the table's caption. */
  readonly caption: string
  /** Of the file, without its ending. */
  readonly name: string
  readonly label: string
}) {
  // Without scripts there is nothing to press.
  const [isReady, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  function save() {
    const table = document.getElementById(caption)?.closest('table')
    if (!table) return
    const rows = [...table.rows].map((row) => [...row.cells].map(cellText))
    saveFile(`heliobond-${name}.csv`, csvText(rows), 'text/csv;charset=utf-8')
  }
  return (
    <button type="button" onClick={save} className={isReady ? 'link cursor-pointer' : 'invisible'}>
      {label}
    </button>
  )
}
