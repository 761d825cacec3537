import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { Link } from './link.tsx'
import { SaveTable } from './save-table.tsx'
import { ScrollArea } from './scroll-area.tsx'

export interface Column<Row> {
  readonly id: string
  readonly title: ReactNode
  readonly cell: (row: Row) => ReactNode
  /** Figures stand right, so that their digits stand under one another. */
  readonly right?: boolean
  /** Names the row: read out with every other cell of it. */
  readonly header?: boolean
  /** Sentences: given room on a desk, and the whole width of a phone. */
  readonly prose?: boolean
}

/** Newest or oldest first, as links: the list is sorted where it is stored. */
export interface Sorting {
  readonly column: string
  readonly order: 'asc' | 'desc'
  /** The page with the other order. */
  readonly href: string
}

interface Props<Row> {
  /** Of the table in the page; its caption is found by it. */
  readonly id: string
  readonly caption: ReactNode
  /** Read out, but not shown: the heading above says it already. */
  readonly hideCaption?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  /** Where the same rows are as CSV, with the same filters: a path of the API. Without one what is shown is saved as CSV. */
  readonly csv?: string
  readonly sorting?: Sorting
  readonly dense?: boolean
  /** On a phone: a card a row, or, for many short rows, the table as it is, to be scrolled sideways. */
  readonly phone?: 'cards' | 'scroll'
}

/** What a table is, said outright: where its rows are laid out as cards, some browsers would forget it. */
const ROLE = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  column: { role: 'columnheader' },
  name: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const

/** A table. Where it is too wide it scrolls by itself, by keyboard as well; on a phone each row is a card. */
export async function DataTable<Row>(props: Props<Row>) {
  const { id, caption, hideCaption = false, columns, rows, keyOf, csv, sorting, dense = false, phone = 'cards' } = props
  const t = await getTranslations('common')
  const pad = dense ? 'px-3 py-1.5' : 'px-4 py-3'
  return (
    <div className="min-w-0">
      <ScrollArea labelledBy={`${id}-caption`}>
        <table
          {...ROLE.table}
          className={classes('w-full border-collapse text-sm', phone === 'cards' && 'rows-as-cards')}
        >
          <caption id={`${id}-caption`} className={hideCaption ? 'sr-only' : 'px-4 pt-3 pb-1 text-left text-muted'}>
            {caption}
          </caption>
          <thead {...ROLE.group}>
            <tr {...ROLE.row} className="border-b border-line">
              {columns.map(({ id: column, title, right }) => (
                <th
                  key={column}
                  {...ROLE.column}
                  scope="col"
                  aria-sort={
                    sorting?.column === column ? (sorting.order === 'asc' ? 'ascending' : 'descending') : undefined
                  }
                  className={classes(pad, 'font-semibold text-muted', right ? 'text-right' : 'text-left')}
                >
                  {sorting?.column === column ? (
                    <Link href={sorting.href} className="link" scroll={false}>
                      {title} <span aria-hidden="true">{sorting.order === 'asc' ? '↑' : '↓'}</span>
                    </Link>
                  ) : (
                    title
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody {...ROLE.group} className="divide-y divide-line">
            {rows.map((row) => (
              <tr key={keyOf(row)} {...ROLE.row} className="align-top">
                {columns.map(({ id: column, title, cell, right, header, prose }) => {
                  const look = classes(
                    pad,
                    right ? 'figure text-right whitespace-nowrap' : 'text-left',
                    prose && 'prose-cell',
                  )
                  // Beside the cell where its column's head is out of sight; titles of acts are for readers only.
                  const label = typeof title === 'string' ? title : undefined
                  return header ? (
                    <th
                      key={column}
                      {...ROLE.name}
                      scope="row"
                      data-label={label}
                      className={classes(look, 'font-semibold')}
                    >
                      {cell(row)}
                    </th>
                  ) : (
                    <td key={column} {...ROLE.cell} data-label={label} className={look}>
                      {cell(row)}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
      <p className="mt-2 text-right text-sm">
        {csv ? (
          <a href={`/api${csv}`} className="link" download>
            {t('csv')}
          </a>
        ) : (
          <SaveTable caption={`${id}-caption`} name={id} label={t('csv')} />
        )}
      </p>
    </div>
  )
}
